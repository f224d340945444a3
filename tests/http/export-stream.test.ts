import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operations } from '../../server/contract/operations.ts';
import type { GraphDatabase } from '../../server/database/graph-database.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';
import { until } from '../fixtures/running-work.ts';
import { jsonPost, type ServedApp, serveApp } from '../fixtures/served-app.ts';

const NODES = 10_000;
const RELATIONSHIPS = 100_000;
const MEGABYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes that live objects take, buffers included. */
function memoryInUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describeOnEmbedded('100,000 relationships', randomGraph(randomNumbers(7), NODES, RELATIONSHIPS), (engine) => {
  let app: ServedApp;
  let reads = 0;
  beforeAll(async () => {
    app = await serveApp(counted(engine.database));
  });
  afterAll(() => app.close());

  function counted(database: GraphDatabase): GraphDatabase {
    return {
      engine: database.engine,
      revision: () => database.revision(),
      address: database.address,
      info: (options) => database.info(options),
      identity: (options) => database.identity(options),
      close: async () => {},
      read: (...asked) => {
        reads += 1;
        return database.read(...asked);
      },
    };
  }

  const ask = (body: object, init: RequestInit = {}) =>
    fetch(`${app.address}/api/exports`, { ...jsonPost({ all: true, ...body }), ...init });

  it.each([
    ['gexf', 4 * MEGABYTE],
    ['csv', MEGABYTE / 2],
  ])(
    'go out as %s in bounded memory',
    async (format, step) => {
      const before = memoryInUse();
      const answer = await ask({ format });
      expect(answer.status).toBe(200);
      let most = 0;
      let bytes = 0;
      let looked = 0;
      for await (const piece of answer.body ?? []) {
        bytes += piece.length;
        if (bytes - looked < step) continue;
        looked = bytes;
        most = Math.max(most, memoryInUse() - before);
      }
      expect(bytes).toBeGreaterThan(MEGABYTE);
      expect(most).toBeLessThan(40 * MEGABYTE);
    },
    120_000,
  );

  it('are counted before they go out', async () => {
    const report = await app.post(
      operations.exportReport.path,
      { all: true, format: 'gexf', title: 'All of it' },
      operations.exportReport.response,
    );
    expect(report).toMatchObject({
      fileName: 'All-of-it.gexf',
      nodeCount: NODES,
      relationshipCount: RELATIONSHIPS,
      losses: [],
      notes: [
        `${NODES.toLocaleString('en')} nodes have several labels, which other programs see as one text or list.`,
      ],
    });
  }, 120_000);

  it('are no longer read once nobody wants them', async () => {
    reads = 0;
    await (await ask({ format: 'json' })).arrayBuffer();
    const whole = reads;
    reads = 0;
    const leaving = new AbortController();
    const answer = await ask({ format: 'json' }, { signal: leaving.signal });
    await answer.body?.getReader().read();
    leaving.abort();
    let seen = -1;
    await until(() => {
      const isStill = reads === seen;
      seen = reads;
      return isStill;
    }, 'The export went on');
    expect(reads).toBeLessThan(whole);
    expect((await app.get('/api/health', operations.health.response)).status).toBe('ok');
  }, 120_000);
});
