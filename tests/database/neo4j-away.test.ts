import { expect, it } from 'vitest';
import { DatabaseUnavailable } from '../../server/database/database-errors.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { ENDLESS } from '../fixtures/costly-queries.ts';
import { startProxy } from '../fixtures/cuttable-proxy.ts';
import { describeOnNeo4j, type TestEngine } from '../fixtures/engines.ts';
import { runsOnNeo4j, until } from '../fixtures/running-work.ts';
import { smallGraph } from '../fixtures/small-graph.ts';

async function openBehindProxy({ settings }: TestEngine) {
  const { neo4j } = settings;
  if (neo4j === undefined) throw new Error('No Neo4j');
  const { hostname, port } = new URL(neo4j.uri);
  const proxy = await startProxy(hostname, Number(port || 7687));
  const uri = `bolt://127.0.0.1:${proxy.port}`;
  return { proxy, database: openDatabase({ ...settings, neo4j: { ...neo4j, uri } }) };
}

describeOnNeo4j('a Neo4j that goes away', smallGraph, (engine) => {
  it('is told in plain words, and used again when it comes back', async () => {
    const { proxy, database } = await openBehindProxy(engine);
    try {
      expect(await database.identity()).toBe('own');
      await proxy.cut();
      await expect(database.read('RETURN 1 AS one')).rejects.toBeInstanceOf(DatabaseUnavailable);
      await expect(database.info()).rejects.toThrow(/Neo4j does not answer at bolt:\/\/127.0.0.1/);
      await expect(database.identity()).rejects.toBeInstanceOf(DatabaseUnavailable);
      await proxy.restore();
      expect(await database.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
      expect(await database.identity()).toBe('own');
    } finally {
      await database.close();
      await proxy.cut();
    }
  });

  it('is asked once more when only the connection broke', async () => {
    const { proxy, database } = await openBehindProxy(engine);
    try {
      await database.read('RETURN 1 AS one');
      for (let round = 0; round < 5; round += 1) {
        proxy.drop();
        expect(await database.read('RETURN $n AS n', { n: round })).toEqual([{ n: round }]);
      }
    } finally {
      await database.close();
      await proxy.cut();
    }
  });

  it('fails a query whose connection breaks, and stops its work', async () => {
    const { proxy, database } = await openBehindProxy(engine);
    try {
      const reading = database.read(ENDLESS.neo4j);
      const outcome = expect(reading).rejects.toBeInstanceOf(DatabaseUnavailable);
      await until(() => runsOnNeo4j(engine.settings, ENDLESS.neo4j), 'The query did not begin');
      await proxy.cut();
      await outcome;
      await until(
        async () => !(await runsOnNeo4j(engine.settings, ENDLESS.neo4j)),
        'The query was not stopped',
      );
    } finally {
      await database.close();
    }
  });
});
