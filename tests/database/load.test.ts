import { expect, it } from 'vitest';
import { LoadRefused } from '../../server/database/database-errors.ts';
import type { GraphRecords } from '../../server/database/graph-database.ts';
import { describeOnEngines, type TestEngine } from '../fixtures/engines.ts';
import { smallGraph } from '../fixtures/small-graph.ts';

async function countsOf({ database }: TestEngine) {
  const [nodes] = await database.read('MATCH (n) RETURN count(n) AS count');
  const [relationships] = await database.read('MATCH ()-[r]->() RETURN count(r) AS count');
  return { nodeCount: nodes?.count, relationshipCount: relationships?.count };
}

const SMALL = { nodeCount: 5, relationshipCount: 3 };

/** More nodes and relationships than one batch holds, of several labels and types. */
function largeGraph(): GraphRecords {
  const count = 12_000;
  return {
    nodes: Array.from({ length: count }, (_, i) => ({
      id: `n${i}`,
      labels: ['Entity', i % 3 === 0 ? 'Person' : 'Place'],
      properties: { name: `Node ${i}` },
    })),
    relationships: Array.from({ length: count }, (_, i) => ({
      id: `r${i}`,
      type: i % 2 === 0 ? 'KNOWS' : 'NEAR',
      source: `n${i}`,
      target: `n${(i * 7) % count}`,
      properties: { statement: `Statement ${i}` },
    })),
  };
}

describeOnEngines('loading', smallGraph, (engine) => {
  it('reports what is there, and the same when run twice', async () => {
    expect(await engine.load(smallGraph)).toEqual(SMALL);
    expect(await engine.load(smallGraph)).toEqual(SMALL);
    expect(await countsOf(engine)).toEqual(SMALL);
    expect(await engine.database.identity()).toBe('own');
  });

  it('replaces the graph by a larger one in batches, and back', async () => {
    const seen: number[] = [];
    const total = 24_000;
    await engine.load(largeGraph(), { onProgress: (done) => seen.push(done) });
    expect(await countsOf(engine)).toEqual({ nodeCount: 12_000, relationshipCount: 12_000 });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(total);
    expect(seen.length).toBeGreaterThan(4);
    const rows = await engine.database.read(
      'MATCH (a:Entity)-[r:NEAR]->(b) WHERE a.id = $id RETURN r.id AS id, r.statement AS statement, b.id AS end',
      { id: 'n7' },
    );
    expect(rows).toEqual([{ id: 'r7', statement: 'Statement 7', end: 'n49' }]);
    await engine.load(smallGraph);
    expect(await countsOf(engine)).toEqual(SMALL);
  });

  it('leaves the old graph when it fails on the way', async () => {
    const failing = engine.load(largeGraph(), {
      onProgress: (done) => {
        if (done > 12_000) throw new LoadRefused('stopped on the way');
      },
    });
    await expect(failing).rejects.toThrow('stopped on the way');
    expect(await countsOf(engine)).toEqual(SMALL);
    const names = await engine.database.read('MATCH (n:Country) RETURN n.name AS name ORDER BY name');
    expect(names).toEqual([{ name: 'Japan' }, { name: 'United Kingdom' }]);
  });

  it.each<[string, Partial<GraphRecords>, RegExp]>([
    [
      'an end that is not there',
      { relationships: [{ id: 'x', type: 'T', source: 'japan', target: 'atlantis', properties: {} }] },
      /Relationship x names the node atlantis/,
    ],
    [
      'an id given twice',
      { nodes: [...smallGraph.nodes, { id: 'uk', labels: ['Entity'], properties: {} }] },
      /Two nodes have the id uk/,
    ],
    [
      'a relationship id given twice',
      { relationships: smallGraph.relationships.flatMap((r) => [r, r]) },
      /Two relationships have the id r1/,
    ],
    [
      'a node that would not be found again',
      { nodes: [...smallGraph.nodes, { id: 'x', labels: ['Stray'], properties: {} }] },
      /Node x must have exactly one of the labels/,
    ],
  ])('refuses %s and keeps the old graph', async (_title, part, message) => {
    const load = engine.load({ ...smallGraph, ...part });
    await expect(load).rejects.toThrow(message);
    await expect(load).rejects.toBeInstanceOf(LoadRefused);
    expect(await countsOf(engine)).toEqual(SMALL);
  });

  it('keeps names with spaces, backticks and other scripts', async () => {
    const label = 'Odd `label` – 日本';
    const type = 'is `tied` to';
    await engine.load({
      nodes: [
        { id: 'a', labels: ['Entity', label], properties: { 'a `key`': 'a `value`' } },
        { id: 'b"\'\\', labels: ['Entity'], properties: {} },
      ],
      relationships: [{ id: 'r', type, source: 'a', target: 'b"\'\\', properties: {} }],
    });
    const rows = await engine.database.read(
      'MATCH (a:Entity)-[r]->(b) RETURN labels(a) AS labels, properties(a) AS properties, type(r) AS type, b.id AS b',
    );
    expect(rows).toEqual([
      { labels: expect.any(Array), properties: { id: 'a', 'a `key`': 'a `value`' }, type, b: 'b"\'\\' },
    ]);
    expect(rows[0]?.labels).toEqual(expect.arrayContaining(['Entity', label]));
    await engine.load(smallGraph);
  });

  it('keeps numbers, lists and typed values as what they are', async () => {
    const properties = {
      whole: 3,
      half: 0.5,
      large: { $type: 'Integer', value: '9007199254740993' } as const,
      yes: true,
      nothing: null,
      words: ['a', 'b'],
      none: [],
      mixed: [1, 2.5],
      day: { $type: 'Date', value: '2023-01-13' } as const,
    };
    await engine.load({
      nodes: [{ id: 'a', labels: ['Entity'], properties }],
      relationships: [],
    });
    const [row] = await engine.database.read(
      `MATCH (a:Entity) RETURN properties(a) AS properties, a.whole / 2 AS whole, a.half / 2 AS half,
       a.day.year AS year, toString(a.day) AS day`,
    );
    const { nothing: _, day, ...kept } = properties;
    const stored = { $type: 'Date', value: '2023-01-13' };
    expect(row).toEqual({
      // The embedded engine gives dates as text.
      properties: { id: 'a', ...kept, day: engine.name === 'neo4j' ? stored : day.value },
      whole: 1,
      half: 0.25,
      year: 2023,
      day: '2023-01-13',
    });
    await engine.load(smallGraph);
  });

  it('knows an empty database', async () => {
    const loader = engine.openLoader();
    try {
      expect(await loader.isEmpty()).toBe(false);
      await loader.replaceAll({ nodes: [], relationships: [] });
      expect(await loader.isEmpty()).toBe(true);
      expect(await engine.database.read('MATCH (n) RETURN n.id AS id')).toEqual([]);
      await loader.replaceAll(smallGraph);
    } finally {
      await loader.close();
    }
  });
});
