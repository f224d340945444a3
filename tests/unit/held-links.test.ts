import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DataChanged, QueryRefused } from '../../server/database/database-errors.ts';
import type { GraphDatabase } from '../../server/database/graph-database.ts';
import { answerOnCurrent } from '../../server/paths/answer-on-current.ts';
import { HeldLinks } from '../../server/paths/held-links.ts';

/** Milliseconds that a query takes. */
const QUERY_MS = 10;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Behaviour {
  /** Whether a query is refused. */
  refuses?: (cypher: string) => boolean;
  /** Whether the data are others by the end of a query. */
  changesDuring?: (cypher: string) => boolean;
}

/** An engine with two nodes and a link, whose data are of the revision that is told at the time. */
function engineWith(
  revision: () => string | undefined,
  { refuses = () => false, changesDuring = () => false }: Behaviour = {},
) {
  const read: string[] = [];
  const rows = (cypher: string) => {
    if (cypher.includes('count(')) return [{ count: /Passage|Document|PASSAGE/.test(cypher) ? 0 : 2 }];
    if (!cypher.includes('[r]')) return ['a', 'b'].map((id) => ({ id, labels: ['Entity'] }));
    return [{ id: 'r', type: 'NEAR', source: 'a', target: 'b', status: 'asserted', evidence: 0, date: null }];
  };
  const later = <T>(make: () => T) =>
    new Promise<T>((resolve, reject) => {
      setTimeout(() => {
        try {
          resolve(make());
        } catch (error) {
          reject(error);
        }
      }, QUERY_MS);
    });
  const database: GraphDatabase = {
    engine: 'neo4j',
    address: 'nowhere',
    read: (cypher, _parameters, options) => {
      read.push(cypher);
      return later(() => {
        if (refuses(cypher)) throw new QueryRefused('no');
        const isOther = changesDuring(cypher) || revision() !== options?.at;
        if (options?.at !== undefined && isOther) throw new DataChanged('changed');
        return rows(cypher);
      });
    },
    info: async () => ({ engine: 'neo4j', version: '5' }),
    identity: async () => 'own',
    revision: () => later(revision),
    close: async () => {},
  };
  const readings = () => read.filter((cypher) => cypher.includes('evidence')).length;
  const attempts = () => read.filter((cypher) => cypher.includes('(x)')).length;
  return { database, readings, attempts };
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
  const { database, attempts } = engineWith(() => `${writes++}`);
  const held = new HeldLinks(database, 10);
  await askFor(held, 10_000);
  expect(held.latest).toBeUndefined();
  // Two queries that come to nothing, twice, and then a rest of ten times as long.
  expect(attempts()).toBeLessThan(10_000 / (QUERY_MS * 2 * 4));
  expect(attempts()).toBeGreaterThan(3);
});

it('reads a graph that changed once at once, however short the last reading is ago', async () => {
  let revision = 'one';
  const { database, readings } = engineWith(() => revision);
  const held = new HeldLinks(database, 10);
  await askFor(held, QUERY_MS * 10);
  expect(held.latest?.revision).toBe('one');
  revision = 'two';
  await askFor(held, QUERY_MS * 12);
  expect(held.latest?.revision).toBe('two');
  expect(readings()).toBe(2);
});

it('does not try again what the engine refuses, before the graph is another one', async () => {
  let revision = 'one';
  const { database, readings } = engineWith(() => revision, {
    refuses: (cypher) => revision === 'one' && cypher.includes('evidence'),
  });
  const held = new HeldLinks(database, 10);
  await askFor(held, 5_000);
  expect(held.latest).toBeUndefined();
  expect(readings()).toBe(1);
  revision = 'two';
  await askFor(held, 5_000);
  expect(held.latest?.revision).toBe('two');
});

it('lets the engine answer what needs more than is held, where the graph changes meanwhile', async () => {
  const words = 'properties(r)';
  const { database } = engineWith(() => 'one', { changesDuring: (cypher) => cypher.includes(words) });
  const held = new HeldLinks(database, 10);
  await askFor(held, 1_000);
  const walked: (string | undefined)[] = [];
  const answered = answerOnCurrent({ database, held }, { timeoutMs: 1_000 }, async (walk) => {
    walked.push(walk.held?.revision);
    const [row] = await walk.database.read(`MATCH (a)-[r]->(b) RETURN r.id AS id, ${words} AS properties`);
    return row?.id;
  });
  await vi.advanceTimersByTimeAsync(QUERY_MS * 5);
  expect(await answered).toBe('r');
  expect(walked).toEqual(['one', undefined]);
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
