import fc from 'fast-check';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Graph } from '../../server/contract/graph.ts';
import { anyGraph } from '../fixtures/arbitrary-graph.ts';
import { describeOnNeo4j } from '../fixtures/engines.ts';
import { exportedText } from '../fixtures/exported.ts';
import { readStored, storableGraph, storedForm } from '../fixtures/neo4j-graph.ts';
import { oddGraph } from '../fixtures/odd-graph.ts';
import { readExchange } from '../fixtures/read-exchange.ts';
import { smallGraph } from '../fixtures/small-graph.ts';

describeOnNeo4j('a Cypher script', smallGraph, (engine) => {
  let driver: Driver;
  beforeAll(() => {
    const { uri = '', user = '', password = '' } = engine.settings.neo4j ?? {};
    driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  });
  afterAll(() => driver.close());
  beforeEach(clear);

  async function clear() {
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
  }

  /** As cypher-shell does it: one statement after another, each of which ends with a semicolon at the end of a line. */
  async function run(script: string): Promise<void> {
    const session = driver.session();
    for (const statement of script.split(/;\n/)) if (statement.trim() !== '') await session.run(statement);
    await session.close();
  }

  it('rebuilds any graph that Neo4j can hold, with the same values, and changes nothing when run again', async () => {
    for (const graph of fc.sample(storableGraph({ anyForm: true }), 3)) {
      await clear();
      const script = await exportedText('cypher', graph);
      for (let time = 0; time < 2; time += 1) {
        await run(script);
        expect(await readStored(driver, 'id'), script).toEqual(storedForm(graph, 'id'));
      }
    }
  }, 180_000);

  it('rebuilds the nodes and relationships of any other graph, once', async () => {
    for (const graph of fc.sample(anyGraph, 10)) {
      await clear();
      const script = await exportedText('cypher', graph);
      for (let time = 0; time < 2; time += 1) await run(script);
      const { nodes, relationships } = await readStored(driver, 'throughline_id');
      expect([nodes.length, relationships.length], script).toEqual([
        graph.nodes.length,
        graph.relationships.length,
      ]);
    }
  }, 180_000);

  it('keeps parallel relationships apart, and gives an id to what has none', async () => {
    const script = await exportedText('cypher', oddGraph);
    await run(script);
    await run(script);
    const { nodes, relationships } = await readStored(driver, 'id');
    expect(relationships.map(({ type, source, target }) => [source, type, target]).sort()).toEqual([
      ['japan', 'ALLIED_WITH', 'uk'],
      ['japan', 'ALLIED_WITH', 'uk'],
      ['uk', 'MET "X"', 'japan'],
      ['uk', 'PRAISES', 'uk'],
    ]);
    expect(nodes.find(({ labels }) => labels.length === 0)?.properties).toEqual({
      throughline_id: 'no labels: 4:uuid:7',
      share: 2,
      mixed: 5,
      lists: '[1,2.5,null]',
      score: { $type: 'Float', value: '2' },
      scores: [
        { $type: 'Float', value: '2' },
        { $type: 'Float', value: '-3' },
      ],
    });
    expect(script).toMatch(/^\/\/ Japan – UK <1>\n/);
    expect(script).toContain('// 1 list holds nulls or values of several types');
  });

  it('keeps apart what has the id of another as a property', async () => {
    const clash: Graph = {
      nodes: [
        { id: '4:db:7', labels: ['A'], caption: 'x', properties: { id: 'x', who: 'foreign' } },
        { id: 'x', labels: ['A'], caption: 'x', properties: { id: 'x', who: 'own' } },
        { id: '4:db:8', labels: ['A'], caption: 'x', properties: { id: 'x', who: 'third' } },
      ],
      relationships: [
        { id: '5:db:1', type: 'T', source: 'x', target: '4:db:7', properties: { id: 'r', who: 'foreign' } },
        { id: 'r', type: 'T', source: 'x', target: '4:db:7', properties: { id: 'r', who: 'own' } },
      ],
    };
    const script = await exportedText('cypher', clash);
    for (let time = 0; time < 2; time += 1) {
      await run(script);
      const { nodes, relationships } = await readStored(driver, 'who');
      expect(nodes.map(({ properties }) => properties.who).sort()).toEqual(['foreign', 'own', 'third']);
      expect(relationships.map(({ source, target, properties }) => [source, properties.who, target])).toEqual(
        [
          ['own', 'foreign', 'foreign'],
          ['own', 'own', 'foreign'],
        ],
      );
    }
    const { graph } = await readExchange({ 'a.cypher': script });
    const told = ({ nodes, relationships }: Graph) => [
      nodes.map(({ id, properties }) => [id, properties]).sort(),
      relationships.map(({ id, source, target, properties }) => [id, source, target, properties]).sort(),
    ];
    expect(told(graph)).toEqual(told(clash));
  });

  it('leaves neither a label nor an index of its own behind', async () => {
    await run(await exportedText('cypher', oddGraph));
    const { records } = await driver.executeQuery(
      "SHOW INDEXES YIELD name WHERE name STARTS WITH 'throughline_script' RETURN name",
    );
    expect(records).toEqual([]);
    const { nodes } = await readStored(driver, 'id');
    expect(nodes.flatMap(({ labels }) => labels).sort()).toEqual(['Country', 'Entity', 'Entity']);
  });
});
