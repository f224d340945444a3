import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { DatabaseUnavailable, QueryCancelled } from '../../server/database/database-errors.ts';
import { EmbeddedDatabase } from '../../server/database/embedded/embedded-database.ts';
import { ENDLESS } from '../fixtures/costly-queries.ts';
import { describeOnEmbedded, type TestEngine } from '../fixtures/engines.ts';
import { isRunning, until } from '../fixtures/running-work.ts';
import { smallGraph } from '../fixtures/small-graph.ts';

const NAME = "MATCH (n:Entity {id: 'uk'}) RETURN n.name AS name";
const UK = [{ name: 'United Kingdom' }];
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

async function withDatabase(
  { settings }: TestEngine,
  processes: number,
  work: (database: EmbeddedDatabase) => Promise<void>,
): Promise<void> {
  const database = new EmbeddedDatabase({
    dataDir: settings.dataDir,
    processes,
    memoryMb: settings.embeddedMemoryMb,
    queryTimeoutMs: 60_000,
  });
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

/** Begins an endless query; resolves with the process that works on it. */
async function beginEndless(database: EmbeddedDatabase) {
  const before = database.pids.busy;
  const abort = new AbortController();
  const outcome = database.read(ENDLESS.embedded, {}, { signal: abort.signal }).catch((error) => error);
  const begun = () => database.pids.busy.filter((pid) => !before.includes(pid));
  await until(() => begun().length > 0, 'The query did not begin');
  return { pid: begun()[0] ?? 0, outcome, abort: () => abort.abort() };
}

describeOnEmbedded('the processes of the embedded engine', smallGraph, (engine) => {
  it('are replaced when they die, and their query is asked once more', () =>
    withDatabase(engine, 1, async (database) => {
      await database.read(NAME);
      const first = await beginEndless(database);
      process.kill(first.pid, 'SIGKILL');
      await until(() => database.pids.busy.some((pid) => pid !== first.pid), 'It was not asked again');
      const [second = 0] = database.pids.busy;
      process.kill(second, 'SIGKILL');
      expect(await first.outcome).toBeInstanceOf(DatabaseUnavailable);
      expect(await database.read(NAME)).toEqual(UK);
    }));

  it('go on with the queries of others while one is killed', () =>
    withDatabase(engine, 2, async (database) => {
      const one = await beginEndless(database);
      const other = await beginEndless(database);
      one.abort();
      expect(await one.outcome).toBeInstanceOf(QueryCancelled);
      await until(() => !isRunning(one.pid), 'The process was not ended');
      expect(isRunning(other.pid)).toBe(true);
      // Answered by the process that took the place of the first: the other one is busy.
      expect(await database.read(NAME)).toEqual(UK);
      expect(database.pids.busy).toEqual([other.pid]);
    }));

  it('stay when a cancelled query was nearly done', () =>
    withDatabase(engine, 1, async (database) => {
      await database.read(NAME);
      const { all } = database.pids;
      for (let round = 0; round < 20; round += 1) {
        const abort = new AbortController();
        const reading = database.read(NAME, {}, { signal: abort.signal });
        abort.abort();
        await expect(reading).rejects.toBeInstanceOf(QueryCancelled);
      }
      expect(await database.read(NAME)).toEqual(UK);
      expect(database.pids.all).toEqual(all);
    }));

  it('take waiting queries in order, and forget those that were cancelled', () =>
    withDatabase(engine, 1, async (database) => {
      await database.read(NAME);
      const endless = await beginEndless(database);
      const order: number[] = [];
      const abort = new AbortController();
      const waiting = [1, 2, 3].map((n) =>
        database
          .read('RETURN $n AS n', { n }, n === 2 ? { signal: abort.signal } : {})
          .then(() => order.push(n))
          .catch((error) => error),
      );
      abort.abort();
      expect(await waiting[1]).toBeInstanceOf(QueryCancelled);
      endless.abort();
      await Promise.all(waiting);
      expect(order).toEqual([1, 3]);
    }));

  it('refuse more than can wait', () =>
    withDatabase(engine, 1, async (database) => {
      await database.read(NAME);
      const endless = await beginEndless(database);
      const waiting = Array.from({ length: 500 }, () => database.read(NAME));
      await expect(database.read(NAME)).rejects.toThrow(/Too many queries/);
      endless.abort();
      expect((await Promise.all(waiting)).every(([row]) => row?.name === 'United Kingdom')).toBe(true);
    }));

  it('do not listen to Ctrl+C, which reaches them as well', () =>
    withDatabase(engine, 1, async (database) => {
      await database.read(NAME);
      const [pid = 0] = database.pids.all;
      process.kill(pid, 'SIGINT');
      process.kill(pid, 'SIGTERM');
      expect(await database.read(NAME)).toEqual(UK);
      expect(database.pids.all).toEqual([pid]);
    }));

  it('are gone after closing, also while they work', async () => {
    let pids: number[] = [];
    let outcome: Promise<unknown> = Promise.resolve();
    await withDatabase(engine, 2, async (database) => {
      ({ outcome } = await beginEndless(database));
      await until(() => database.pids.all.length === 2, 'The second process did not start');
      pids = database.pids.all;
    });
    expect(pids.filter(isRunning)).toEqual([]);
    expect(await outcome).toBeInstanceOf(DatabaseUnavailable);
  });

  it('are gone when closed while they start', async () => {
    await withDatabase(engine, 2, async (database) => {
      const reading = database.read(NAME);
      await Promise.all([expect(reading).rejects.toBeInstanceOf(DatabaseUnavailable), database.close()]);
      expect(database.pids.all).toEqual([]);
    });
  });

  it('end by themselves when the server is killed, also while they work', async () => {
    const server = fork(
      new URL('../fixtures/embedded-server.ts', import.meta.url),
      [engine.settings.dataDir],
      {
        execArgv: ['--import', TSX],
      },
    );
    const [pids] = (await once(server, 'message')) as [number[]];
    expect(pids).toHaveLength(2);
    expect(pids.every(isRunning)).toBe(true);
    server.kill('SIGKILL');
    await until(() => !pids.some(isRunning), 'The processes outlived their server');
  });

  it('say so when the memory is too small for the graph', async () => {
    const { dataDir } = engine.settings;
    const database = new EmbeddedDatabase({ dataDir, processes: 1, memoryMb: 20, queryTimeoutMs: 20_000 });
    try {
      await expect(database.read(NAME)).rejects.toThrow(/raise EMBEDDED_MEMORY_MB/);
    } finally {
      await database.close();
    }
  });
});
