import { expect, it } from 'vitest';
import type { GraphDatabase } from '../../server/database/graph-database.ts';
import { countGraph } from '../../server/queries/count-graph.ts';
import { countNeighbours } from '../../server/queries/count-neighbours.ts';
import { describeSchema } from '../../server/queries/describe-schema.ts';
import { findNodes } from '../../server/queries/find-nodes.ts';
import { findRelationships } from '../../server/queries/find-relationships.ts';
import { listFirstGraph } from '../../server/queries/list-first-graph.ts';
import { InvalidCursor, listNeighbours } from '../../server/queries/list-neighbours.ts';
import { listSubgraph } from '../../server/queries/list-subgraph.ts';
import { listDocuments, readDocument } from '../../server/queries/read-documents.ts';
import { GraphSearch } from '../../server/queries/search-graph.ts';
import { describeOnEngines } from '../fixtures/engines.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';
import { treatyGraph } from '../fixtures/treaty-graph.ts';

const idsOf = (items: readonly { id: string }[]) => items.map((item) => item.id);
const PAGE = { direction: 'any', limit: 25 } as const;

describeOnEngines('questions to a graph', treatyGraph, (engine) => {
  const context = () => ({ database: engine.database });

  it('counts everything, documents and passages included', async () => {
    expect(await countGraph(context())).toEqual({ nodeCount: 11, relationshipCount: 12 });
  });

  it('finds nodes in the order asked, documents and passages too, and leaves unknown ones out', async () => {
    const found = await findNodes(context(), ['nato', 'nope', 'treaty.p1', 'japan', 'treaty', 'nato']);
    expect(idsOf(found)).toEqual(['nato', 'treaty.p1', 'japan', 'treaty']);
    expect(found[0]).toEqual({
      id: 'nato',
      labels: ['Institution', 'Entity'],
      caption: 'NATO',
      properties: {
        id: 'nato',
        name: 'NATO',
        aliases: ['North Atlantic Treaty Organization'],
        documents: ['treaty'],
        members: 30,
      },
    });
    expect(found[3]?.caption).toBe('On the treaty');
    expect(await findNodes(context(), [])).toEqual([]);
  });

  it('finds relationships with their ends and properties', async () => {
    const found = await findRelationships(context(), ['r9', 'nope', 'r8']);
    expect(found).toEqual([
      {
        id: 'r9',
        type: 'PLANS',
        source: 'japan',
        target: 'spending',
        properties: {
          id: 'r9',
          statement: 'Japan means to spend more.',
          status: 'planned',
          date: '2027',
          document: 'treaty',
          documents: ['treaty'],
        },
      },
      expect.objectContaining({ id: 'r8', source: 'spending', target: 'spending' }),
    ]);
  });

  it('describes the schema with true counts', async () => {
    const schema = await describeSchema(context());
    expect(schema).toMatchObject({ nodeCount: 11, relationshipCount: 12 });
    expect(schema.labels.map(({ label, count }) => [label, count])).toEqual([
      ['Entity', 8],
      ['Country', 2],
      ['Passage', 2],
      ['Place', 2],
      ['Agreement', 1],
      ['Institution', 1],
      ['Person', 1],
      ['Policy', 1],
      ['SourceDocument', 1],
    ]);
    const entity = schema.labels.find(({ label }) => label === 'Entity');
    expect(entity?.properties).toContainEqual({ name: 'members', count: 1 });
    expect(entity?.properties).toContainEqual({ name: 'name', count: 8 });
    expect(schema.types.find(({ type }) => type === 'MEMBER_OF')?.count).toBe(2);
    expect(schema.types.find(({ type }) => type === 'PLANS')?.properties).toContainEqual({
      name: 'date',
      count: 1,
    });
    expect(schema.triples).toContainEqual({
      from: 'Country',
      type: 'MEMBER_OF',
      to: 'Institution',
      count: 2,
    });
    expect(schema.triples.reduce((sum, { count }) => sum + count, 0)).toBe(12);
    expect(schema.statuses).toEqual([
      { status: 'asserted', count: 6 },
      { status: 'attributed', count: 1 },
      { status: 'background', count: 1 },
      { status: 'negated', count: 1 },
      { status: 'planned', count: 1 },
    ]);
  });

  it('gives the graph to begin with: entities only, the best connected first', async () => {
    const all = await listFirstGraph(context(), { limit: 100 });
    expect(all).toMatchObject({ nodeCount: 8, truncated: false });
    expect(idsOf(all.graph.relationships)).toEqual([
      'r1',
      'r2',
      'r3',
      'r4',
      'r5',
      'r6',
      'r7',
      'r8',
      'r9',
      's1',
    ]);
    const some = await listFirstGraph(context(), { limit: 2 });
    expect(idsOf(some.graph.nodes)).toEqual(['japan', 'nato']);
    expect(some).toMatchObject({ nodeCount: 8, truncated: true });
    expect(idsOf(some.graph.relationships)).toEqual(['r7']);
  });

  it('counts neighbours by type, direction and kind; a self-loop once', async () => {
    expect(await countNeighbours(context(), 'japan')).toEqual([
      { type: 'LEADS', direction: 'in', label: 'Person', count: 1 },
      { type: 'MEMBER_OF', direction: 'out', label: 'Institution', count: 1 },
      { type: 'PLANS', direction: 'out', label: 'Policy', count: 1 },
      { type: 'SIGNED', direction: 'out', label: 'Agreement', count: 1 },
    ]);
    expect(await countNeighbours(context(), 'spending')).toEqual([
      { type: 'PLANS', direction: 'in', label: 'Country', count: 1 },
      { type: 'REPLACES', direction: 'out', label: 'Policy', count: 1 },
    ]);
    expect(await countNeighbours(context(), 'nope')).toEqual([]);
  });

  it('lists neighbours by type, kind and direction', async () => {
    const list = async (id: string, filter: object) => {
      const page = await listNeighbours(context(), id, { ...PAGE, ...filter });
      return { ids: idsOf(page.graph.relationships), total: page.total };
    };
    expect(await list('japan', {})).toEqual({ ids: ['r1', 'r4', 'r7', 'r9'], total: 4 });
    expect(await list('japan', { direction: 'in' })).toEqual({ ids: ['r4'], total: 1 });
    expect(await list('japan', { direction: 'out', types: ['SIGNED', 'PLANS'] })).toEqual({
      ids: ['r1', 'r9'],
      total: 2,
    });
    expect(await list('japan', { labels: ['Person', 'Institution'] })).toEqual({
      ids: ['r4', 'r7'],
      total: 2,
    });
    expect(await list('japan', { types: ['NOPE'] })).toEqual({ ids: [], total: 0 });
    expect(await list('spending', {})).toEqual({ ids: ['r8', 'r9'], total: 2 });
    expect(await list('spending', { direction: 'in' })).toEqual({ ids: ['r8', 'r9'], total: 2 });
  });

  it('refuses a cursor that no page handed out', async () => {
    const asked = listNeighbours(context(), 'japan', { ...PAGE, cursor: 'nonsense' });
    await expect(asked).rejects.toThrow(InvalidCursor);
  });

  it('gives the relationships among given nodes', async () => {
    const graph = await listSubgraph(context(), ['japan', 'nato', 'kishida', 'spending', 'nope']);
    expect(idsOf(graph.nodes)).toEqual(['japan', 'nato', 'kishida', 'spending']);
    expect(idsOf(graph.relationships)).toEqual(['r4', 'r5', 'r6', 'r7', 'r8', 'r9']);
  });

  it('reads documents with the words that the graph rests on', async () => {
    expect(await listDocuments(context())).toEqual([
      {
        id: 'treaty',
        title: 'On the treaty',
        date: '2023-01-21',
        description: 'A short text.',
        passageCount: 2,
      },
    ]);
    const document = await readDocument(context(), 'treaty');
    expect(document?.passages).toEqual([
      {
        id: 'treaty.p1',
        number: 1,
        text: 'Japan signed it.',
        marks: [
          { start: 0, end: 15, relationship: 'r1' },
          { start: 0, end: 5, node: 'japan' },
        ],
      },
      {
        id: 'treaty.p2',
        number: 2,
        text: 'Britain did, too.',
        marks: [{ start: 0, end: 11, relationship: 'r2' }],
      },
    ]);
    expect(await readDocument(context(), 'nope')).toBeUndefined();
  });

  it('searches names, aliases, statements and quotes alike', async () => {
    const search = new GraphSearch(engine.database, 1000);
    const find = async (question: string) => {
      const hit = (await search.search(question, 5)).hits[0];
      return hit === undefined ? undefined : 'node' in hit ? hit.node.id : hit.relationship.id;
    };
    expect(await find('kisida')).toBe('kishida');
    expect(await find('great brit')).toBe('uk');
    expect(await find('nato')).toBe('nato');
    expect(await find('troops')).toBe('raa');
    expect(await find('britain did')).toBe('r2');
    expect(await find('belongs')).toBe('r3');
    expect(await find('xyzzy')).toBeUndefined();
  });
});

describeOnEngines('pages of neighbours', randomGraph(randomNumbers(5), 12, 400), (engine) => {
  const context = () => ({ database: engine.database });

  it('never repeat or miss one, whatever the page size', async () => {
    for (const limit of [1, 7, 25, 1000]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      let total = 0;
      do {
        const page = await listNeighbours(context(), 'n1', { ...PAGE, limit, ...(cursor && { cursor }) });
        const nodes = new Set(idsOf(page.graph.nodes));
        for (const { source, target } of page.graph.relationships) {
          expect(nodes.has(source) && nodes.has(target)).toBe(true);
        }
        seen.push(...idsOf(page.graph.relationships));
        total = page.total;
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen.length).toBe(total);
      expect(new Set(seen).size).toBe(total);
      expect(total).toBeGreaterThan(25);
    }
  });

  it('agree with the counts', async () => {
    const counts = await countNeighbours(context(), 'n1');
    const page = await listNeighbours(context(), 'n1', { ...PAGE, limit: 1000 });
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(page.total);
  });
});

const odd = {
  nodes: [
    {
      id: 'a',
      labels: ['Entity', 'Person'],
      properties: { name: 'Zoë 🦊 O\'Hara "quote" `tick`', aliases: ['مرحبا', '日本'] },
    },
    {
      id: 'b',
      labels: ['Entity', 'Odd label `x`'],
      properties: { title: 'B', weight: 1.5, big: 9_007_199_254_740_991 },
    },
  ],
  relationships: [
    { id: 'x', type: 'ODD `TYPE` ', source: 'a', target: 'b', properties: { statement: '{$ids} */ // `' } },
  ],
};

describeOnEngines('odd names', odd, (engine) => {
  it('come back as they went in', async () => {
    const database: GraphDatabase = engine.database;
    const { nodes, relationships } = await listSubgraph({ database }, ['a', 'b']);
    expect(nodes[0]).toMatchObject({ caption: odd.nodes[0]?.properties.name, labels: ['Person', 'Entity'] });
    expect(nodes[1]).toMatchObject({ caption: 'B', labels: ['Odd label `x`', 'Entity'] });
    expect(nodes[1]?.properties).toMatchObject({ weight: 1.5, big: 9_007_199_254_740_991 });
    expect(relationships).toEqual([expect.objectContaining({ id: 'x', type: 'ODD `TYPE` ' })]);
    const page = await listNeighbours({ database }, 'a', { ...PAGE, types: ['ODD `TYPE` '] });
    expect(page.total).toBe(1);
  });
});
