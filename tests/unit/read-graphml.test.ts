import { expect, it } from 'vitest';
import { readExchange, refusedBy } from '../fixtures/read-exchange.ts';

const graphml = (content: string, more = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" ${more}>\n${content}\n</graphml>`;

it('reads what NetworkX writes: typed keys, keys of edges, Python truth values', async () => {
  const { graph, report } = await readExchange({
    'networkx.graphml': graphml(`
  <key id="d2" for="edge" attr.name="weight" attr.type="long" />
  <key id="d1" for="node" attr.name="flag" attr.type="boolean" />
  <key id="d0" for="graph" attr.name="name" attr.type="string" />
  <graph edgedefault="directed">
    <node id="a"><data key="d1">True</data></node><node id="b" />
    <edge source="a" target="b" id="0"><data key="d2">9007199254740993</data></edge>
    <edge source="b" target="a" id="0" />
    <data key="d0">small</data>
  </graph>`),
  });
  expect(report).toMatchObject({ format: 'graphml', title: 'small' });
  expect(graph.nodes[0]).toEqual({ id: 'a', labels: [], caption: 'a', properties: { flag: true } });
  expect(graph.relationships).toEqual([
    {
      id: '0',
      type: 'RELATED_TO',
      source: 'a',
      target: 'b',
      properties: { weight: { $type: 'Integer', value: '9007199254740993' } },
    },
    { id: 'edge-1', type: 'RELATED_TO', source: 'b', target: 'a', properties: {} },
  ]);
});

it('reads what Neo4j writes: labels and types as attributes, keys that are not declared, lists', async () => {
  const { graph } = await readExchange({
    'apoc.graphml': graphml(`
<key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="kids" for="node" attr.name="kids" attr.type="string" attr.list="string"/>
<key id="since" for="edge" attr.name="since" attr.type="int"/>
<graph id="G" edgedefault="directed">
<node id="n188" labels=":User:Admin"><data key="labels">:User:Admin</data><data key="name">Adam</data><data key="kids">["Sam","Anna"]</data></node>
<node id="n189" labels=":User"><data key="labels">:User</data></node>
<edge id="e0" source="n188" target="n189" label="KNOWS"><data key="label">KNOWS</data><data key="since">1993</data></edge>
</graph>`),
  });
  expect(graph.nodes).toEqual([
    {
      id: 'n188',
      labels: ['User', 'Admin'],
      caption: 'Adam',
      properties: { name: 'Adam', kids: ['Sam', 'Anna'] },
    },
    { id: 'n189', labels: ['User'], caption: 'n189', properties: {} },
  ]);
  expect(graph.relationships[0]).toEqual({
    id: 'e0',
    type: 'KNOWS',
    source: 'n188',
    target: 'n189',
    properties: { since: 1993 },
  });
});

it('reads what igraph, Gephi and TinkerPop write', async () => {
  const { graph } = await readExchange({
    'mixed.graphml': graphml(`
  <key id="v_name" for="node" attr.name="name" attr.type="string"/>
  <key id="labelV" for="node" attr.name="labelV" attr.type="string"/>
  <key id="edgelabel" for="edge" attr.name="Edge Label" attr.type="string"/>
  <key id="labelE" for="edge" attr.name="labelE" attr.type="string"/>
  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
  <graph id="G" edgedefault="undirected">
    <node id="n0"><data key="v_name">Anna</data><data key="labelV">person</data></node>
    <node id="n1"><data key="v_name">Béla</data></node>
    <edge source="n0" target="n1"><data key="weight">NaN</data><data key="edgelabel">likes</data></edge>
    <edge source="n0" target="n1" directed="true"><data key="labelE">created</data><data key="weight">-Inf</data></edge>
  </graph>`),
  });
  expect(graph.nodes.map(({ caption, labels }) => [caption, labels])).toEqual([
    ['Anna', ['person']],
    ['Béla', []],
  ]);
  expect(graph.relationships.map(({ type, properties }) => [type, properties])).toEqual([
    ['likes', { weight: { $type: 'Float', value: 'NaN' }, directed: false }],
    ['created', { weight: { $type: 'Float', value: '-Infinity' } }],
  ]);
});

it('reads what yEd draws: words on nodes and edges, places, groups', async () => {
  const { graph, places } = await readExchange({
    'yed.graphml': graphml(
      `<!--Created by yEd 3.23-->
  <key attr.name="description" attr.type="string" for="node" id="d5"/>
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="edge" id="d10" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0" yfiles.foldertype="group">
      <data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode><y:NodeLabel>Europe</y:NodeLabel></y:GroupNode><y:GroupNode><y:NodeLabel>Folder 1</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
      <graph edgedefault="directed" id="n0:"><node id="n0::n0">
        <data key="d5"><![CDATA[an <island>]]></data>
        <data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="40.0" x="100.0" y="50.0"/><y:Fill color="#FFCC00"/>
          <y:NodeLabel alignment="center">United
Kingdom<y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel></y:NodeLabel></y:ShapeNode></data>
      </node></graph>
    </node>
    <node id="n1"><port name="north"/></node>
    <edge id="e0" source="n0::n0" target="n1" targetport="north"><data key="d10"><y:PolyLineEdge><y:EdgeLabel>trades with<y:LabelModel/></y:EdgeLabel></y:PolyLineEdge></data></edge>
  </graph>`,
      'xmlns:y="http://www.yworks.com/xml/graphml"',
    ),
  });
  expect(graph.nodes).toEqual([
    {
      id: 'n0::n0',
      labels: [],
      caption: 'United\nKingdom',
      properties: { description: 'an <island>', parent: 'n0' },
    },
    { id: 'n0', labels: [], caption: 'Europe', properties: {} },
    { id: 'n1', labels: [], caption: 'n1', properties: {} },
  ]);
  expect(places.get('n0::n0')).toEqual({ x: 120, y: -65 });
  expect(graph.relationships[0]).toMatchObject({ type: 'trades with', properties: { targetport: 'north' } });
});

it('takes a key of nodes and one of edges with the same id apart', async () => {
  const { graph } = await readExchange({
    'same.graphml': graphml(`
  <key id="lbl" for="node" attr.name="label" attr.type="string"/><key id="lbl" for="edge" attr.name="weight" attr.type="int"/>
  <graph edgedefault="directed"><node id="a"><data key="lbl"><![CDATA[A & B]]></data></node>
  <edge source="a" target="a"><data key="lbl">3</data></edge></graph>`),
  });
  expect(graph.nodes[0]?.caption).toBe('A & B');
  expect(graph.relationships[0]?.properties).toEqual({ weight: 3 });
});

it('fills in defaults of keys', async () => {
  const { graph } = await readExchange({
    'defaults.graphml': graphml(`
  <key id="d0" for="node" attr.name="color" attr.type="string"><default>yellow</default></key>
  <key id="d1" for="all" attr.name="n" attr.type="int"><default>7</default></key>
  <graph edgedefault="directed"><node id="a"><data key="d0">green</data></node><node id="b"/><edge source="a" target="b"/></graph>`),
  });
  expect(graph.nodes.map(({ properties }) => properties)).toEqual([
    { color: 'green', n: 7 },
    { color: 'yellow', n: 7 },
  ]);
  expect(graph.relationships[0]?.properties).toEqual({ n: 7 });
});

it('refuses hyperedges, other files, bad values and unknown ends by line', async () => {
  const { problems } = await refusedBy({
    'bad.graphml': `<graphml><key id="w" for="edge" attr.name="weight" attr.type="double"/>
<graph edgedefault="both"><node id="a"/>
<hyperedge><endpoint node="a"/></hyperedge>
<node id="b"><locator xlink:href="http://example.org/more.graphml"/></node>
<edge source="a" target="b" directed="maybe"><data key="w">heavy</data></edge>
<edge source="a" target="c"/></graph></graphml>`,
  });
  expect(problems.map(({ line, field, message }) => [line, field, message])).toEqual([
    [2, 'edgedefault', '"both" is not allowed; give directed or undirected'],
    [3, 'hyperedge', 'a hyperedge ties more than two nodes at once; write it as relationships'],
    [4, 'locator', 'points to another file, "http://example.org/more.graphml", which is not fetched'],
    [5, 'weight', '"heavy" is not a number such as 1.5'],
    [5, 'edge directed', '"maybe" is not allowed; give true or false'],
    [6, 'target', 'names the node "c", which the file does not have'],
  ]);
});
