import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { GraphDatabase } from '../../server/database/graph-database.ts';
import { HeldLinks } from '../../server/paths/held-links.ts';

/** Milliseconds that a query takes. */
const QUERY_MS = 10;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** An engine with two nodes and a link, whose data are of the revision that is told at the time. */
function engineWith(revision: () => string | undefined) {
  const read: string[] = [];
  const rows = (cypher: string) => {
    if (cypher.includes('count(')) return [{ count: 2 }];
    if (!cypher.includes('[r]')) return ['a', 'b'].map((id) => ({ id, labels: ['Entity'] }));
    return [{ id: 'r', type: 'NEAR', source: 'a', target: 'b', status: 'asserted', evidence: 0, date: null }];
  };
  const later = <T>(make: () => T) =>
    new Promise<T>((resolve) => {
      setTimeout(() => resolve(make()), QUERY_MS);
    });
  const database: GraphDatabase = {
    engine: 'neo4j',
    address: 'nowhere',
    read: (cypher) => {
      read.push(cypher);
      return later(() => rows(cypher));
    },
    info: async () => ({ engine: 'neo4j', version: '5' }),
    identity: async () => 'own',
    revision: () => later(revision),
    close: async () => {},
  };
  const readings = () => read.filter((cypher) => cypher.includes('evidence')).length;
  return { database, readings };
}

async function askFor(held: HeldLinks, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += QUERY_MS) {
    const { latest } = held;
    if (latest !== undefined) void held.isCurrent(latest);
    await vi.advanceTimersByTimeAsync(QUERY_MS);
  }
}

it('reads a graph once as long as it stays as it is', async () => {
  const { database, readings } = engineWith(() => 'one');
  const held = new HeldLinks(database, 10);
  await askFor(held, 5_000);
  expect(held.latest?.revision).toBe('one');
  expect(readings()).toBe(1);
});

it('reads it again after it has changed', async () => {
  let revision = 'one';
  const { database, readings } = engineWith(() => revision);
  const held = new HeldLinks(database, 10);
  await askFor(held, 5_000);
  revision = 'two';
  await askFor(held, 5_000);
  expect(held.latest?.revision).toBe('two');
  expect(readings()).toBe(2);
});

it('spends little on a graph that is written to all the time, and holds none of it', async () => {
  let writes = 0;
  const { database, readings } = engineWith(() => `${writes++}`);
  const held = new HeldLinks(database, 10);
  await askFor(held, 10_000);
  expect(held.latest).toBeUndefined();
  // A reading takes six queries, one after another.
  expect(readings()).toBeLessThan(10_000 / (QUERY_MS * 6 * 8));
  expect(readings()).toBeGreaterThan(3);
});

it('holds nothing of a graph that is too large, of an engine that tells no revision, or when told so', async () => {
  for (const [limit, revision] of [
    [1, 'one'],
    [10, undefined],
    [0, 'one'],
  ] as const) {
    const { database, readings } = engineWith(() => revision);
    const held = new HeldLinks(database, limit);
    await askFor(held, 5_000);
    expect(held.latest).toBeUndefined();
    expect(readings()).toBe(0);
  }
});
