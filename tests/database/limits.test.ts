import { beforeEach, expect, it } from 'vitest';
import { QueryCancelled, QueryOutOfMemory, QueryTimeout } from '../../server/database/database-errors.ts';
import { EmbeddedDatabase } from '../../server/database/embedded/embedded-database.ts';
import { ENDLESS, GREEDY } from '../fixtures/costly-queries.ts';
import { describeOnEngines, type TestEngine } from '../fixtures/engines.ts';
import { isRunning, runsOnNeo4j, until } from '../fixtures/running-work.ts';
import { smallGraph } from '../fixtures/small-graph.ts';

/** Watches the engine while it works on the endless query; `stopped` resolves once it no longer does. */
async function watchWork({ name, settings, database }: TestEngine) {
  const isWorking = async () =>
    name === 'neo4j'
      ? runsOnNeo4j(settings, ENDLESS.neo4j)
      : database instanceof EmbeddedDatabase && database.pids.busy.some(isRunning);
  await until(isWorking, 'The query did not begin');
  const busy = database instanceof EmbeddedDatabase ? database.pids.busy : [];
  return {
    stopped: () =>
      until(
        async () => (name === 'neo4j' ? !(await isWorking()) : !busy.some(isRunning)),
        'The query was not stopped',
      ),
  };
}

describeOnEngines(
  'limits',
  smallGraph,
  (engine) => {
    const cheap = () => engine.database.read("MATCH (n:Entity {id: 'uk'}) RETURN n.name AS name");

    beforeEach(async () => {
      // Both processes of the embedded engine are there: a start on a busy machine is no part of the case.
      await Promise.all([cheap(), cheap()]);
    });

    it('stops a query past its time, and its work', async () => {
      const reading = engine.database.read(ENDLESS[engine.name], {}, { timeoutMs: 3000 });
      const outcome = expect(reading).rejects.toThrow(
        new QueryTimeout('The query took longer than 3000 ms and was stopped'),
      );
      const work = await watchWork(engine);
      await outcome;
      await work.stopped();
      expect(await cheap()).toEqual([{ name: 'United Kingdom' }]);
    });

    it('stops a query that is aborted, and its work', async () => {
      const abort = new AbortController();
      const reading = engine.database.read(ENDLESS[engine.name], {}, { signal: abort.signal });
      const outcome = expect(reading).rejects.toBeInstanceOf(QueryCancelled);
      const work = await watchWork(engine);
      abort.abort();
      await outcome;
      await work.stopped();
      expect(await cheap()).toEqual([{ name: 'United Kingdom' }]);
    });

    it('answers others while a query runs and is stopped', async () => {
      const abort = new AbortController();
      const reading = engine.database.read(ENDLESS[engine.name], {}, { signal: abort.signal });
      const outcome = expect(reading).rejects.toBeInstanceOf(QueryCancelled);
      await watchWork(engine);
      for (let round = 0; round < 20; round += 1) {
        if (round === 10) abort.abort();
        expect(await cheap()).toEqual([{ name: 'United Kingdom' }]);
      }
      await outcome;
    });

    it('stops a query that takes too much memory', async () => {
      const reading = engine.database.read(GREEDY, {}, { timeoutMs: 110_000 });
      const outcome = expect(reading).rejects.toBeInstanceOf(QueryOutOfMemory);
      if (engine.name === 'embedded') {
        for (let round = 0; round < 20; round += 1) expect(await cheap()).toHaveLength(1);
      }
      await outcome;
      expect(await cheap()).toEqual([{ name: 'United Kingdom' }]);
    }, 120_000);

    it('survives one stopped query after another', async () => {
      for (let round = 0; round < 5; round += 1) {
        const reading = engine.database.read(ENDLESS[engine.name], {}, { timeoutMs: 100 });
        await expect(reading).rejects.toBeInstanceOf(QueryTimeout);
      }
      expect(await cheap()).toEqual([{ name: 'United Kingdom' }]);
    });
  },
  { EMBEDDED_MEMORY_MB: '512' },
);
