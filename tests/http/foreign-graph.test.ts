import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exchangeFileSchema } from '../../server/contract/exports.ts';
import { operations } from '../../server/contract/operations.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { describeOnNeo4j } from '../fixtures/engines.ts';
import { jsonPost, type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { smallGraph } from '../fixtures/small-graph.ts';

const FOREIGN = `
  CREATE (keanu:Person:Actor {name: 'Keanu Reeves', born: 1964, id: 7}),
         (carrie:Person {name: 'Carrie-Anne Moss', born: 1967, id: 7}),
         (lana:Person:Director {name: 'Lana Wachowski'}),
         (matrix:Movie {title: 'The Matrix', released: date('1999-03-31'), budget: 9007199254740993,
                        rating: 8.7, place: point({latitude: 1.5, longitude: 2.5}), tags: ['a', 'b']}),
         (speed:Movie {title: 'Speed', status: 'released'}),
         (bare), (loner:Person {Name: 'Nobody'}),
         (keanu)-[:ACTED_IN {roles: ['Neo'], status: 'negated', since: datetime('1998-01-01T10:00:00Z')}]->(matrix),
         (keanu)-[:ACTED_IN {roles: ['Neo again']}]->(matrix),
         (carrie)-[:ACTED_IN]->(matrix), (lana)-[:DIRECTED]->(matrix), (lana)-[:\`WROTE TOO\`]->(matrix),
         (keanu)-[:ACTED_IN]->(speed), (keanu)-[:KNOWS]->(keanu), (bare)-[:NEAR]->(speed),
         (:Passage {title: 'Page one'})-[:ABOUT]->(speed)`;

describeOnNeo4j('a graph that Throughline never loaded', smallGraph, (engine) => {
  let app: ServedApp;
  let ids: Map<string, string>;
  const database = () => openDatabase(engine.settings);
  let opened: ReturnType<typeof database>;

  beforeAll(async () => {
    const { uri, user, password } = engine.settings.neo4j ?? { uri: '', user: '', password: '' };
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
    const { records } = await driver.executeQuery('SHOW CONSTRAINTS YIELD name RETURN name');
    for (const record of records)
      await driver.executeQuery(`DROP CONSTRAINT \`${String(record.get('name'))}\``);
    await driver.executeQuery(FOREIGN);
    await driver.close();
    opened = database();
    app = await serveApp(opened);
    const { graph } = await app.get('/api/graph?limit=100', operations.graph.response);
    ids = new Map(graph.nodes.map((node) => [node.caption, node.id]));
  });
  afterAll(async () => {
    await app.close();
    await opened.close();
  });
  const idOf = (caption: string) => ids.get(caption) ?? '';
  const path = (caption: string) => `/api/nodes/${encodeURIComponent(idOf(caption))}`;

  it('names nodes by what it finds', () => {
    expect([...ids.keys()].filter((caption) => !/^\d/.test(caption)).sort()).toEqual([
      'Carrie-Anne Moss',
      'Keanu Reeves',
      'Lana Wachowski',
      'Nobody',
      'Page one',
      'Speed',
      'The Matrix',
    ]);
    expect(ids.size).toBe(8);
  });

  it('keeps values that JSON cannot hold', async () => {
    const { node } = await app.get(path('The Matrix'), operations.node.response);
    expect(node.properties).toMatchObject({
      released: { $type: 'Date', value: '1999-03-31' },
      budget: { $type: 'Integer', value: '9007199254740993' },
      rating: 8.7,
      place: { $type: 'Point' },
      tags: ['a', 'b'],
    });
  });

  it('counts, expands, searches, traces and exports it', async () => {
    const { neighbourCounts } = await app.get(path('Keanu Reeves'), operations.node.response);
    expect(neighbourCounts.map(({ type, direction, count }) => [type, direction, count])).toEqual([
      ['ACTED_IN', 'out', 3],
      ['KNOWS', 'out', 1],
    ]);
    const page = await app.get(
      `${path('The Matrix')}/neighbours?labels=Director`,
      operations.neighbours.response,
    );
    expect(page.total).toBe(2);
    const found = await app.get('/api/search?q=wachovski', operations.search.response);
    expect(found.hits[0]).toMatchObject({ node: { id: idOf('Lana Wachowski') } });
    const answer = await app.post(
      '/api/paths',
      { from: idOf('Lana Wachowski'), to: idOf('Speed'), mode: 'all-shortest' },
      operations.paths.response,
    );
    expect(answer.paths).toHaveLength(1);
    expect(answer.paths[0]?.hops[0]?.relationships.map(({ type }) => type).sort()).toEqual([
      'DIRECTED',
      'WROTE TOO',
    ]);
    expect(answer.paths[0]?.explanation[2]).toBe('Keanu Reeves – acted in – Speed.');
    // A property called status means nothing here, so both parallel links count.
    expect(answer.paths[0]?.hops[1]?.relationships).toHaveLength(2);
    const relationship = answer.paths[0]?.relationshipIds[2] ?? '';
    const shown = await app.get(
      `/api/relationships/${encodeURIComponent(relationship)}`,
      operations.relationship.response,
    );
    expect(shown).toMatchObject({
      source: { caption: 'Keanu Reeves' },
      target: { caption: 'Speed' },
      evidence: [],
    });
    const file = await fetch(
      `${app.address}/api/exports`,
      jsonPost({ format: 'json', nodeIds: [...ids.values()] }),
    );
    const { data } = exchangeFileSchema.parse(await file.json());
    expect(data.relationships).toHaveLength(9);
    const fromPage = { from: idOf('Page one'), to: idOf('The Matrix') };
    const traced = await app.post('/api/paths', fromPage, operations.paths.response);
    expect(traced.paths[0]?.length).toBe(3);
    const documents = await app.get('/api/documents', operations.documents.response);
    expect(documents.documents).toEqual([]);
    const schema = await app.get('/api/schema', operations.schema.response);
    expect(schema).toMatchObject({ nodeCount: 8, relationshipCount: 9 });
  });
});

describeOnNeo4j('things of others among what Throughline loaded', smallGraph, (engine) => {
  it('are shown by element ids, whatever their labels', async () => {
    const { uri, user, password } = engine.settings.neo4j ?? { uri: '', user: '', password: '' };
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
    await driver.executeQuery(
      "CREATE (:Entity {name: 'Mine'})-[:NEAR {id: 5}]->(:Town {name: 'Ours', id: 'japan'})",
    );
    await driver.close();
    const app = await serveApp(engine.database);
    const { graph } = await app.get('/api/graph?limit=100', operations.graph.response);
    const mine = graph.nodes.find(({ caption }) => caption === 'Mine');
    const town = graph.nodes.find(({ caption }) => caption === 'Ours');
    const answer = await app.post('/api/paths', { from: mine?.id, to: town?.id }, operations.paths.response);
    expect(answer.paths[0]?.length).toBe(1);
    const { node } = await app.get('/api/nodes/japan', operations.node.response);
    expect(node.caption).toBe('Japan');
    await app.close();
  });
});
