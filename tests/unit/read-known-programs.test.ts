import { describe, expect, it } from 'vitest';
import { readExchange, refusedBy } from '../fixtures/read-exchange.ts';

const messagesOf = async (files: Record<string, string>) =>
  (await refusedBy(files)).problems.map(({ line, message }) => `${line ?? ''} ${message}`);

describe('what Neo4j exports by APOC', () => {
  const ada = {
    type: 'node',
    id: '4',
    labels: ['Person', 'Guest'],
    properties: { name: 'Ada', label: 'x', age: 30 },
  };
  const tea = { type: 'node', id: '7', labels: ['Tea'], properties: {} };
  const likes = {
    id: '0',
    type: 'relationship',
    label: 'LIKES',
    properties: { type: 'a lot', cups: [1, 2] },
    start: { id: '4', labels: ['Person'], properties: { name: 'Ada' } },
    end: { id: '7', labels: ['Tea'] },
  };
  const expected = {
    nodes: [
      {
        id: '4',
        labels: ['Person', 'Guest'],
        caption: 'Ada',
        properties: { name: 'Ada', label: 'x', age: 30 },
      },
      { id: '7', labels: ['Tea'], caption: '7', properties: {} },
    ],
    relationships: [
      { id: '0', type: 'LIKES', source: '4', target: '7', properties: { type: 'a lot', cups: [1, 2] } },
    ],
  };

  it.each([
    ['objects, one a line', [ada, tea, likes].map((each) => JSON.stringify(each)).join('\n')],
    [
      'objects, one a line with CRLF at the end',
      `${[ada, tea, likes].map((each) => JSON.stringify(each)).join('\r\n')}\r\n`,
    ],
    ['a list', JSON.stringify([ada, likes, tea], null, 1)],
    ['nodes and rels', JSON.stringify({ nodes: [ada, tea], rels: [likes] })],
    ['nodes and rels by their ids', JSON.stringify({ nodes: { 4: ada, 7: tea }, rels: { 0: likes } })],
  ])('is read as JSON of %s', async (_form, text) => {
    const { graph, report } = await readExchange({ 'all.json': text });
    expect(graph).toEqual(expected);
    expect(report.format).toBe('node-link-json');
  });

  it('is told by line where a relationship ends at a node that is not there', async () => {
    const lines = [ada, likes].map((each) => JSON.stringify(each)).join('\n');
    expect(await messagesOf({ 'all.json': lines })).toEqual([
      '2 names the node "7", which the file does not have',
    ]);
    expect(await messagesOf({ 'all.json': `${lines}\n{"type": "node",}` })).toEqual([
      expect.stringMatching(/^3 is not valid JSON/),
    ]);
  });

  it('is read as one table of nodes and relationships', async () => {
    const rows = [
      '"_id","_labels","born","name","_start","_end","_type","roles"',
      '"0",":Person:Actor","1964","Keanu ""Neo""",,,,',
      '"1",":Movie","","The Matrix",,,,',
      ',,,,"0","1","ACTED_IN","[""Neo"",""One""]"',
    ];
    const { graph } = await readExchange({ 'all.csv': `${rows.join('\n')}\n` });
    expect(graph.nodes).toEqual([
      {
        id: '0',
        labels: ['Person', 'Actor'],
        caption: 'Keanu "Neo"',
        properties: { born: 1964, name: 'Keanu "Neo"' },
      },
      { id: '1', labels: ['Movie'], caption: 'The Matrix', properties: { name: 'The Matrix' } },
    ]);
    expect(graph.relationships).toEqual([
      { id: 'edge-1', type: 'ACTED_IN', source: '0', target: '1', properties: { roles: ['Neo', 'One'] } },
    ]);
    const unsaid = [rows[0], ',,"1964","nobody",,,,', '"1",":A",,,"1","1","T",'].join('\n');
    expect(await messagesOf({ 'all.csv': unsaid })).toEqual([
      '2 must be a node, with _id, or a relationship, with _start and _end',
      '3 must be a node, with _id, or a relationship, with _start and _end',
    ]);
  });
});

describe('JSON of other programs', () => {
  const ends = async (value: unknown) => {
    const { graph } = await readExchange({ 'a.json': JSON.stringify(value) });
    return graph.relationships.map(({ source, type, target, properties }) => [
      source,
      type,
      target,
      properties,
    ]);
  };

  it("is read as NetworkX' lists of neighbours, each pair once where there is no direction", async () => {
    const adjacency = [
      [{ id: 'b', weight: 2 }, { id: 'a' }],
      [{ id: 'a', weight: 2 }, { id: 'c' }],
      [{ id: 'b' }],
    ];
    const graph = { graph: [], multigraph: false, nodes: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], adjacency };
    const none = { directed: false };
    expect(await ends({ ...graph, directed: false })).toEqual([
      ['a', 'RELATED_TO', 'b', { weight: 2, ...none }],
      ['a', 'RELATED_TO', 'a', none],
      ['b', 'RELATED_TO', 'c', none],
    ]);
    expect(
      (await ends({ ...graph, directed: true })).map(([source, , target]) => `${source}${target}`),
    ).toEqual(['ab', 'aa', 'ba', 'bc', 'cb']);
  });

  it('is read as the elements of Cytoscape, with places', async () => {
    const nodes = [
      { data: { id: 'a', name: 'A' }, position: { x: 3, y: -4 } },
      { data: { id: 'b', parent: 'a' } },
    ];
    const edges = [{ data: { id: 'ab', source: 'a', target: 'b', interaction: 'pp', score: 0.5 } }];
    const grouped = [
      ...nodes.map((node) => ({ group: 'nodes', ...node })),
      ...edges.map((edge) => ({ group: 'edges', ...edge })),
    ];
    for (const value of [{ elements: { nodes, edges } }, { elements: grouped }, [...nodes, ...edges]]) {
      const { graph, places } = await readExchange({ 'a.cyjs': JSON.stringify(value) });
      expect(graph.nodes.map(({ id, caption }) => [id, caption])).toEqual([
        ['a', 'A'],
        ['b', 'b'],
      ]);
      expect(graph.nodes[1]?.properties).toEqual({ parent: 'a' });
      expect(graph.relationships).toEqual([
        { id: 'ab', type: 'pp', source: 'a', target: 'b', properties: { score: 0.5 } },
      ]);
      expect([...places]).toEqual([['a', { x: 3, y: -4 }]]);
    }
  });

  it('is read where the ends of links have other names', async () => {
    const nodes = [{ id: 1 }, { id: 2 }];
    expect(await ends({ nodes, edges: [{ from: 1, to: 2, label: 'likes' }] })).toEqual([
      ['1', 'likes', '2', {}],
    ]);
    expect(
      await ends({
        nodes,
        relationships: [{ startNode: 2, endNode: 1, type: 'KNOWS', properties: { since: 1 } }],
      }),
    ).toEqual([['2', 'KNOWS', '1', { since: 1 }]]);
  });

  it('is refused where its links stand under a name that is not known, rather than read without them', async () => {
    const nodes = [{ id: 1 }, { id: 2 }];
    expect(await messagesOf({ 'a.json': JSON.stringify({ nodes, arcs: [{ a: 1, b: 2 }] }) })).toEqual([
      expect.stringContaining('but a list "arcs", whose meaning is not known'),
    ]);
    expect(await messagesOf({ 'a.json': JSON.stringify({ nodes, edges: [], rels: [] }) })).toEqual([
      '1 has both "edges" and "rels"; one of them is meant',
    ]);
  });
});

describe('GraphML of yFiles', () => {
  const YFILES = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/yfiles-common/3.0" xmlns:x="http://www.yworks.com/xml/yfiles-common/markup/3.0">
<key id="d0" for="node" attr.type="int" attr.name="zOrder" y:attr.uri="http://www.yworks.com/xml/yfiles-z-order/1.0/zOrder"/>
<key id="d1" for="node" attr.name="NodeLabels" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/NodeLabels"/>
<key id="d2" for="node" attr.name="NodeGeometry" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/NodeGeometry"/>
<key id="d3" for="port" attr.name="PortLabels" y:attr.uri="http://www.yworks.com/xml/yfiles-common/2.0/PortLabels"/>
<graph edgedefault="directed">
<node id="n0"><data key="d0">1</data>
  <port name="p0"><data key="d3"><x:List><y:Label><y:Label.Text>a port</y:Label.Text></y:Label></x:List></data></port>
  <port name="p1"><data key="d3">x</data></port>
  <data key="d1"> <x:List><y:Label><y:Label.Text><![CDATA[Tea <house>]]></y:Label.Text></y:Label></x:List> </data>
  <data key="d2"> <y:RectD X="10" Y="20" Width="60" Height="40"/> </data></node>
<node id="n1"/><edge source="n0" target="n1" sourceport="p0"/></graph></graphml>`;

  it('has the words and places that are drawn, without the drawing itself and what is said of ports', async () => {
    const { graph, places } = await readExchange({ 'a.graphml': YFILES });
    expect(graph.nodes).toEqual([
      { id: 'n0', labels: [], caption: 'Tea <house>', properties: { zOrder: 1 } },
      { id: 'n1', labels: [], caption: 'n1', properties: {} },
    ]);
    expect([...places]).toEqual([['n0', { x: 40, y: -40 }]]);
    expect(graph.relationships[0]?.properties).toEqual({ sourceport: 'p0' });
  });
});

it('takes the places of Gephi from GraphML', async () => {
  const text = `<graphml><key id="x" for="node" attr.name="x" attr.type="float"/><key id="y" for="node" attr.name="y" attr.type="float"/>
<graph edgedefault="directed"><node id="a"><data key="x">-1.5</data><data key="y">2.0</data></node></graph></graphml>`;
  const { graph, places } = await readExchange({ 'a.graphml': text });
  expect([...places]).toEqual([['a', { x: -1.5, y: 2 }]]);
  expect(graph.nodes[0]?.properties).toEqual({ x: -1.5, y: { $type: 'Float', value: '2' } });
});

describe('lists in GEXF', () => {
  const listed = async (value: string, type = 'liststring') => {
    const { graph } = await readExchange({
      'a.gexf': `<gexf version="1.3"><graph><attributes class="node"><attribute id="0" title="list" type="${type}"/></attributes>
<nodes><node id="a"><attvalues><attvalue for="0" value="${value}"/></attvalues></node></nodes></graph></gexf>`,
    });
    return graph.nodes[0]?.properties.list;
  };

  it.each<[string, unknown]>([
    ['[foo, bar]', ['foo', 'bar']],
    ["['a', '\\'b\\'', 'c, d']", ['a', "'b'", 'c, d']],
    ["['a|b', &quot;c;d&quot;, e]", ['a|b', 'c;d', 'e']],
    ['[yellow, &quot;line\\n&quot;]', ['yellow', 'line\n']],
    ["['tis, it's, 'twas']", ["'tis", "it's", 'twas']],
    ['a|b c|d', ['a', 'b c', 'd']],
    ['[]', []],
  ])('such as %s have the items that the format means', async (text, items) => {
    expect(await listed(text)).toEqual(items);
  });

  it('of numbers, and a number that is not known, are what their type says', async () => {
    expect(await listed('[1, 1.5, 2]', 'listdouble')).toEqual([1, 1.5, 2]);
    expect(await listed('null', 'double')).toBeUndefined();
  });

  it('with many quotes that are never closed take no longer than others', async () => {
    const many = Array.from({ length: 200_000 }, () => "'a").join(',');
    expect(await listed(`[${many}]`)).toHaveLength(200_000);
  });
});

describe('what NetworkX writes', () => {
  it('has one property where its keys of one name have several types', async () => {
    const text = `<graphml><key id="d1" for="edge" attr.name="weight" attr.type="double"/><key id="d0" for="edge" attr.name="weight" attr.type="long"><default>7</default></key>
<graph edgedefault="directed"><node id="a"/><edge source="a" target="a"><data key="d0">2</data></edge>
<edge source="a" target="a"><data key="d1">2.5</data></edge><edge source="a" target="a"><data key="d1">1.5</data><data key="d0">1</data></edge>
<edge source="a" target="a"/></graph></graphml>`;
    const { graph } = await readExchange({ 'a.graphml': text });
    expect(graph.relationships.map(({ properties }) => properties)).toEqual([
      { weight: 2 },
      { weight: 2.5 },
      { weight: 1.5, 'weight (d0)': 1 },
      { weight: 7 },
    ]);
  });

  it('in GEXF has types of edges where the direction belongs', async () => {
    const file = (
      creator: string,
    ) => `<gexf version="1.2"><meta><creator>${creator}</creator></meta><graph defaultedgetype="directed">
<nodes><node id="a"/></nodes><edges><edge id="0" source="a" target="a" type="likes"/><edge id="1" source="a" target="a" type="close" label="KNOWS"/>
<edge id="2" source="a" target="a" type="undirected"/></edges></graph></gexf>`;
    const { graph } = await readExchange({ 'a.gexf': file('NetworkX 3.6') });
    expect(graph.relationships.map(({ type, properties }) => [type, properties])).toEqual([
      ['likes', {}],
      ['KNOWS', { type: 'close' }],
      ['RELATED_TO', { directed: false }],
    ]);
    expect(await messagesOf({ 'a.gexf': file('Gephi') })).toEqual([
      '2 "likes" is no direction; allowed: directed, undirected, mutual',
      '2 "close" is no direction; allowed: directed, undirected, mutual',
    ]);
  });
});

it.each([
  ['GML', 'Creator "x"\ngraph [\n  directed 1\n  node [\n    id 0\n  ]\n]\n'],
  ['a file of Pajek', '*Vertices 2\n1 "a"\n2 "b"\n*Edges\n1 2\n'],
  ['DOT of Graphviz', '// a graph\ndigraph tea {\n  a -> b;\n}\n'],
])('is called %s, not a table with wrong rows', async (name, text) => {
  expect(await messagesOf({ 'a.txt': text })).toEqual([
    `1 is ${name}, which is not read; save it as GEXF or GraphML`,
  ]);
});

it('takes a table for one whose first cell is a word of other formats', async () => {
  const { graph } = await readExchange({ 'a.csv': 'graph,source,target\nb,c,d\n' });
  expect(graph.relationships).toHaveLength(1);
});

it('reads the tables of Amazon Neptune', async () => {
  const { graph, report } = await readExchange({
    'nodes.csv':
      '~id,~label,code:String(single),runways:Int,tags:String[],open:Date\na1,airport;hub,AUS,2,x;y,2020-01-01\na2,airport,,,,\n',
    'edges.csv': '~id,~from,~to,~label,dist:Double\ne9,a1,a2,route,809\n',
  });
  expect(report.format).toBe('neo4j-csv');
  expect(graph.nodes).toEqual([
    {
      id: 'a1',
      labels: ['airport', 'hub'],
      caption: 'a1',
      properties: { code: 'AUS', runways: 2, tags: ['x', 'y'], open: '2020-01-01' },
    },
    { id: 'a2', labels: ['airport'], caption: 'a2', properties: {} },
  ]);
  expect(graph.relationships).toEqual([
    {
      id: 'e9',
      type: 'route',
      source: 'a1',
      target: 'a2',
      properties: { dist: { $type: 'Float', value: '809' } },
    },
  ]);
});

it('reads subject, verb and object without a header as what they are', async () => {
  const { graph, report } = await readExchange({
    'ties.csv': 'Tom,knows,Bill\nBill,knows,Allie\nAllie,likes,Tom\n',
  });
  expect(graph.relationships.map(({ source, type, target }) => [source, type, target])).toEqual([
    ['Tom', 'knows', 'Bill'],
    ['Bill', 'knows', 'Allie'],
    ['Allie', 'likes', 'Tom'],
  ]);
  expect(report.notes[0]).toBe(
    'ties.csv: The columns have no names; they are taken for the first end, the type and the second end',
  );
  const weighted = await readExchange({ 'ties.csv': 'a,b,2\nb,c,2\nc,a,1\n' });
  expect(weighted.graph.relationships.map(({ source, target }) => source + target)).toEqual([
    'ab',
    'bc',
    'ca',
  ]);
});
