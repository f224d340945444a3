import { DirectedGraph, MultiGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { readExchange, refusedBy } from '../fixtures/read-exchange.ts';

describe('JSON of nodes and links', () => {
  it('of NetworkX: tuples as ids, keys, large numbers, NaN, an undirected multigraph', async () => {
    const { graph, report } = await readExchange({
      'networkx.json':
        '{"directed": false, "multigraph": true, "graph": {"name": "grid"}, "nodes": [{"id": [0, 1], "n": 1152921504606846977},' +
        ' {"id": "__proto__", "w": NaN, "__proto__": 1}], "edges": [{"source": [0, 1], "target": "__proto__", "key": 0,' +
        ' "weight": -Infinity}, {"source": [0, 1], "target": "__proto__", "key": 1, "relation": "likes"}]}',
    });
    expect(report).toMatchObject({ format: 'node-link-json', title: 'grid' });
    expect(graph.nodes[0]).toMatchObject({
      id: '[0,1]',
      properties: { n: { $type: 'Integer', value: '1152921504606846977' } },
    });
    expect(Object.entries(graph.nodes[1]?.properties ?? {})).toEqual([
      ['w', { $type: 'Float', value: 'NaN' }],
      ['__proto__', 1],
    ]);
    expect(graph.relationships.map(({ type, properties }) => [type, properties])).toEqual([
      ['RELATED_TO', { key: 0, weight: { $type: 'Float', value: '-Infinity' }, directed: false }],
      ['likes', { key: 1, directed: false }],
    ]);
  });

  it('of D3: links by the number of the node, or by id', async () => {
    const byNumber = await readExchange({
      'miserables.json': JSON.stringify({
        nodes: [
          { name: 'Myriel', group: 1 },
          { name: 'Napoleon', group: 1 },
        ],
        links: [{ source: 1, target: 0, value: 1 }],
      }),
    });
    expect(byNumber.graph.relationships[0]).toMatchObject({
      source: 'Napoleon',
      target: 'Myriel',
      properties: { value: 1 },
    });
    const byId = await readExchange({
      'd3.json': JSON.stringify({
        nodes: [{ id: 'a', x: 1, y: 2, fx: null }, { id: 'b' }],
        links: [{ source: { id: 'a', index: 0 }, target: 'b' }],
      }),
    });
    expect(byId.graph.relationships[0]).toMatchObject({ source: 'a', target: 'b' });
    expect(byId.places.get('a')).toEqual({ x: 1, y: 2 });
    expect(byId.report.notes).toContain(
      'The file does not say whether it is directed; it is read as directed',
    );
  });

  it('keeps nested values as JSON text, and says so', async () => {
    const { graph, report } = await readExchange({
      'n.json': '{"nodes": [{"id": 1, "where": {"lat": 1.5}, "tags": ["a", null]}], "links": []}',
    });
    expect(graph.nodes[0]?.properties).toEqual({ where: '{"lat":1.5}', tags: ['a', null] });
    expect(report.notes).toContain('Values that hold others are kept as JSON text (1)');
  });

  it('names bad entries by line and field', async () => {
    const { problems } = await refusedBy({
      'bad.json':
        '{"nodes": [{"id": "a"},\n {"name": "no id"},\n 7],\n "links": [{"source": "a"},\n {"source": "a", "target": "z"}]}',
    });
    expect(problems.map(({ line, field, message }) => [line, field, message])).toEqual([
      [1, 'nodes[2]', 'must be an object'],
      [2, 'nodes[1].id', 'must be a text or a number'],
      [4, 'links[0].target', 'must name a node, but is missing'],
      [5, 'target', 'names the node "z", which the file does not have'],
    ]);
  });
});

describe('JSON of graphology', () => {
  it('keeps keys, attributes and mixed directions', async () => {
    const own = new MultiGraph({ type: 'mixed' });
    own.setAttribute('name', 'mixed graph');
    own.addNode('a', { label: 'Anna', x: 1, y: 2, size: 3, list: [1, 'b'] });
    own.addNode('b');
    own.addDirectedEdgeWithKey('d', 'a', 'b', { weight: 2, label: 'likes' });
    own.addUndirectedEdgeWithKey('u', 'a', 'a', {});
    const { graph, report, places } = await readExchange({ 'graphology.json': JSON.stringify(own.export()) });
    expect(report).toMatchObject({ format: 'graphology-json', title: 'mixed graph' });
    expect(graph.nodes[0]).toEqual({
      id: 'a',
      labels: [],
      caption: 'Anna',
      properties: { x: 1, y: 2, size: 3, list: [1, 'b'] },
    });
    expect(places.get('a')).toEqual({ x: 1, y: 2 });
    expect(graph.relationships).toEqual([
      { id: 'd', type: 'likes', source: 'a', target: 'b', properties: { weight: 2 } },
      { id: 'u', type: 'RELATED_TO', source: 'a', target: 'a', properties: { directed: false } },
    ]);
  });

  it('reads a graph without edges, and one whose edges have no keys', async () => {
    const own = new DirectedGraph();
    own.addNode(7);
    const { graph } = await readExchange({ 'g.json': JSON.stringify(own.export()) });
    expect(graph.nodes.map(({ id }) => id)).toEqual(['7']);
    const without =
      '{"options": {"type": "undirected"}, "nodes": [{"key": "a"}], "edges": [{"source": "a", "target": "a"}]}';
    expect((await readExchange({ 'g.json': without })).graph.relationships[0]).toMatchObject({
      id: 'edge-1',
      properties: { directed: false },
    });
  });
});

describe('JSON of Throughline', () => {
  const file = (nodes: unknown, relationships: unknown = []) =>
    JSON.stringify({
      meta: { kind: 'throughline-graph', version: 1, title: 'x', exportedAt: '' },
      data: { nodes, relationships },
    });

  it('must hold what it promises, and says where it does not', async () => {
    const { problems } = await refusedBy({
      'ours.json': file(
        [
          { id: 'a', labels: 'Person', caption: 'A', properties: { at: { $type: 'Place', value: '1' } } },
          { labels: [] },
        ],
        [{ id: 'r', type: 5, source: 'a', target: 'a', properties: {} }],
      ),
    });
    expect(problems.map(({ field }) => field)).toEqual([
      'nodes[0].labels',
      'nodes[0].properties.at',
      'nodes[1].id',
      'nodes[1].caption',
      'nodes[1].properties',
      'relationships[0].type',
    ]);
  });

  it('of a newer version is refused', async () => {
    const newer =
      '{"meta": {"kind": "throughline-graph", "version": 2}, "data": {"nodes": [], "relationships": []}}';
    expect((await refusedBy({ 'n.json': newer })).problems[0]).toMatchObject({
      field: 'meta.version',
      message: 'this file has version "2"; version 1 can be read',
    });
  });
});

it('refuses JSON that is none, by line and column', async () => {
  for (const [text, line, column] of [
    ['{"nodes": [}', 1, 12],
    ['{"nodes": []\n', 2, 1],
    ['{"nodes": [\n{"id": "a\n"}]}', 2, 8],
    ['{"nodes": [{"id": 1, "id": 2}]}', 1, 22],
    ['{"nodes": [{"id": 01}]}', 1, 19],
    ['{"nodes": [{"n": 123456789012345678901}]}', 1, 18],
    ['{"nodes": [1,]}', 1, 14],
    ['{"nodes": []} x', 1, 15],
    ['{"nodes": [1e999]}', 1, 12],
  ] as const) {
    expect((await refusedBy({ 'a.json': text })).problems, text).toMatchObject([{ line, column }]);
  }
});
