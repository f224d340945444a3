import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { LoadRefused } from '../../server/database/database-errors.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { describeOnNeo4j } from '../fixtures/engines.ts';
import { smallGraph } from '../fixtures/small-graph.ts';

const NOTHING = { nodes: [], relationships: [] };

describeOnNeo4j('loading beside the data of others', smallGraph, (engine) => {
  let driver: Driver;
  beforeAll(() => {
    const access = engine.settings.neo4j;
    driver = neo4j.driver(access?.uri ?? '', neo4j.auth.basic(access?.user ?? '', access?.password ?? ''));
  });
  afterAll(async () => {
    await removeAll();
    await driver.close();
  });
  beforeEach(removeAll);

  const run = async (cypher: string) => {
    const { records } = await driver.executeQuery(cypher);
    return records.map((record) => record.toObject());
  };
  const countOf = async (label: string) => {
    const [row] = await run(`MATCH (n:${label}) RETURN toString(count(n)) AS count`);
    return Number(row?.count);
  };

  async function removeAll() {
    await run('MATCH (n) DETACH DELETE n');
    for (const { name } of await run('SHOW CONSTRAINTS YIELD name')) await run(`DROP CONSTRAINT \`${name}\``);
    for (const { name } of await run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")) {
      await run(`DROP INDEX \`${name}\``);
    }
  }

  it('makes its three constraints, and is known by them', async () => {
    await engine.load(smallGraph);
    const constraints = await run('SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties');
    expect(constraints.map(({ name }) => name).sort()).toEqual([
      'throughline_entity_id',
      'throughline_passage_id',
      'throughline_source_document_id',
    ]);
    const database = openDatabase(engine.settings);
    expect(await database.identity()).toBe('own');
    await database.close();
  });

  it('tells a graph that it did not load', async () => {
    await run("CREATE (:Person {name: 'Ada'})-[:KNOWS]->(:Person {name: 'Bo'})");
    const database = openDatabase(engine.settings);
    expect(await database.identity()).toBe('element');
    await database.close();
  });

  it('leaves other data alone, also when it loads anew', async () => {
    await run("CREATE (:Person {name: 'Ada'})-[:KNOWS]->(:Person {name: 'Bo'})");
    expect(await engine.load(smallGraph)).toEqual({ nodeCount: 5, relationshipCount: 3 });
    await engine.load(smallGraph);
    await engine.load(NOTHING);
    expect(await countOf('Person')).toBe(2);
    expect(await run('MATCH (a)-[r]->(b) RETURN type(r) AS type')).toEqual([{ type: 'KNOWS' }]);
    expect(await countOf('Entity')).toBe(0);
  });

  it('refuses to take nodes labelled Entity for its own', async () => {
    await run("UNWIND range(1, 3) AS n CREATE (:Entity {id: 'theirs ' + n})");
    const load = engine.load(smallGraph);
    await expect(load).rejects.toThrow(/holds 3 nodes labelled .*Entity.* --replace/);
    await expect(load).rejects.toBeInstanceOf(LoadRefused);
    expect(await countOf('Entity')).toBe(3);
    expect(await run('SHOW CONSTRAINTS YIELD name')).toEqual([]);
  });

  it('refuses to cut links that others made to its graph', async () => {
    await engine.load(smallGraph);
    await run("MATCH (uk:Entity {id: 'uk'}) CREATE (:Note {text: 'theirs'})-[:ABOUT]->(uk)");
    await expect(engine.load(smallGraph)).rejects.toThrow(/linked .* by 1 relationship/);
    expect(await countOf('Note')).toBe(1);
    expect(await countOf('Entity')).toBe(3);
  });

  it('removes everything when asked to', async () => {
    await run("UNWIND range(1, 3) AS n CREATE (:Entity {id: 'theirs ' + n})-[:ABOUT]->(:Note)");
    expect(await engine.load(smallGraph, { replaceEverything: true })).toEqual({
      nodeCount: 5,
      relationshipCount: 3,
    });
    expect(await countOf('Note')).toBe(0);
    expect(await countOf('Entity')).toBe(3);
  });

  it('removes nothing when it fails after it was asked to', async () => {
    await run("CREATE (:Note {text: 'theirs'})");
    const load = engine.load(smallGraph, {
      replaceEverything: true,
      onProgress: () => {
        throw new LoadRefused('stopped on the way');
      },
    });
    await expect(load).rejects.toThrow('stopped on the way');
    expect(await countOf('Note')).toBe(1);
    expect(await countOf('Entity')).toBe(0);
  });

  it.each([
    ['a constraint of another name', 'CREATE CONSTRAINT theirs FOR (n:Entity) REQUIRE n.id IS UNIQUE'],
    ['an index', 'CREATE INDEX theirs FOR (n:Entity) ON (n.id)'],
  ])('refuses where %s stands in the place of its own', async (_title, schema) => {
    await run(schema);
    const load = engine.load(smallGraph);
    await expect(load).rejects.toBeInstanceOf(LoadRefused);
    await expect(load).rejects.toThrow(/Entity|throughline_entity_id/);
    expect(await countOf('Entity')).toBe(0);
  });

  it('says that a property cannot be stored, and keeps the old graph', async () => {
    await engine.load(smallGraph);
    const odd = { ...smallGraph.nodes[0], id: 'odd', labels: ['Entity'], properties: { list: [1, 'a'] } };
    await expect(engine.load({ nodes: [odd], relationships: [] })).rejects.toThrow(/list|collection|array/i);
    expect(await countOf('Entity')).toBe(3);
  });
});
