import { expect, it } from 'vitest';
import { readExchange, refusedBy } from '../fixtures/read-exchange.ts';

const gexf = (graph: string, version = '1.2', more = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/${version}draft" version="${version}" ${more}>\n${graph}\n</gexf>`;

it('reads what Gephi writes: attributes with defaults, drawing, weights, mixed directions', async () => {
  const { graph, report, places } = await readExchange({
    'gephi.gexf': gexf(
      `<meta lastmodifieddate="2023-01-13"><creator>Gephi 0.10.1</creator><description>Characters</description></meta>
  <graph defaultedgetype="undirected" idtype="string" mode="static">
    <attributes class="node" mode="static">
      <attribute id="modularity_class" title="Modularity Class" type="integer"><default>0</default></attribute>
      <attribute id="tags" title="tags" type="liststring"></attribute>
      <attribute id="since" title="since" type="date"></attribute>
    </attributes>
    <nodes count="3">
      <node id="11" label="Valjean &amp; Co">
        <attvalues><attvalue for="modularity_class" value="1"></attvalue><attvalue for="tags" value="[a, b c]"></attvalue></attvalues>
        <viz:size value="100.0"></viz:size><viz:position x="-87,9" y="6.25" z="0.0"></viz:position><viz:color r="245" g="91" b="91"></viz:color>
      </node>
      <node id="2" label="Mlle. Baptistine"><attvalues><attvalue for="since" value="1815-10-01"/></attvalues></node>
      <node id="__proto__"/>
    </nodes>
    <edges count="4">
      <edge id="0" source="11" target="2" weight="2.5"></edge>
      <edge id="1" source="2" target="11" type="directed" label="serves"/>
      <edge source="11" target="11" type="mutual"/>
      <edge id="1" source="11" target="__proto__"/>
    </edges>
  </graph>`,
      '1.2',
      'xmlns:viz="http://www.gexf.net/1.2draft/viz"',
    ),
  });
  expect(report).toMatchObject({
    format: 'gexf',
    writtenBy: 'Gephi 0.10.1',
    title: 'Characters',
    nodeCount: 3,
  });
  expect(graph.nodes[0]).toEqual({
    id: '11',
    labels: [],
    caption: 'Valjean & Co',
    properties: { 'Modularity Class': 1, tags: ['a', 'b c'] },
  });
  expect(graph.nodes[1]?.properties).toEqual({
    since: { $type: 'Date', value: '1815-10-01' },
    'Modularity Class': 0,
  });
  expect(graph.nodes[2]).toMatchObject({ id: '__proto__', caption: '__proto__' });
  expect([...places]).toEqual([['11', { x: -87.9, y: 6.25 }]]);
  expect(graph.relationships).toEqual([
    { id: '0', type: 'RELATED_TO', source: '11', target: '2', properties: { weight: 2.5, directed: false } },
    { id: '1', type: 'serves', source: '2', target: '11', properties: {} },
    { id: 'edge-1', type: 'RELATED_TO', source: '11', target: '11', properties: { directed: 'both' } },
    { id: 'edge-2', type: 'RELATED_TO', source: '11', target: '__proto__', properties: { directed: false } },
  ]);
  expect(report.notes).toContain('Relationships whose id was given before got an id of their own (1)');
});

it('reads dynamic graphs: spells, times of nodes and edges, values that hold for a time', async () => {
  const { graph } = await readExchange({
    'dynamic.gexf': gexf(
      `<graph mode="dynamic" defaultedgetype="directed" timeformat="date">
    <attributes class="node" mode="dynamic"><attribute id="0" title="price" type="float"/></attributes>
    <nodes>
      <node id="a" label="A" start="2009-03-01"><attvalues>
        <attvalue for="0" value="12" end="2009-04-01"/><attvalue for="0" value="14.5" start="2009-04-01"/>
      </attvalues></node>
      <node id="b" label="B"><spells><spell start="2009-01-01" end="2009-01-15"/><spell start="2009-01-30"/></spells></node>
    </nodes>
    <edges><edge id="e" source="a" target="b" start="2009-03-01" end="2009-03-10" kind="friend" label="since school"/></edges>
  </graph>`,
      '1.3',
    ),
  });
  expect(graph.nodes.map(({ properties }) => properties)).toEqual([
    { price: [12, 14.5], 'price times': ['../2009-04-01', '2009-04-01/..'], start: '2009-03-01' },
    { spells: ['2009-01-01/2009-01-15', '2009-01-30/..'] },
  ]);
  expect(graph.relationships[0]).toEqual({
    id: 'e',
    type: 'friend',
    source: 'a',
    target: 'b',
    properties: { start: '2009-03-01', end: '2009-03-10', label: 'since school' },
  });
});

it('reads GEXF 1.1 with nested nodes, attribute lists divided by bars, and edges between levels', async () => {
  const { graph } = await readExchange({
    'nested.gexf': gexf(
      `<graph mode="static" defaultedgetype="directed">
    <attributes class="node"><attribute id="0" title="roles" type="liststring"/><attribute id="1" title="n" type="long"/></attributes>
    <nodes>
      <node id="a" label="Kevin Bacon"><attvalues><attvalue for="0" value="actor|director"/><attvalue for="1" value="9007199254740993"/></attvalues>
        <nodes><node id="b" label="God"><nodes><node id="c" label="human1"/></nodes></node></nodes>
        <edges><edge id="0" source="b" target="c"/></edges>
      </node>
      <node id="d" label="D" pid="a"/>
    </nodes>
    <edges><edge id="1" source="d" target="c"/></edges>
  </graph>`,
      '1.1',
      'variant="schema"',
    ),
  });
  expect(graph.nodes.map(({ id, properties }) => [id, properties.parent])).toEqual([
    ['c', 'b'],
    ['b', 'a'],
    ['a', undefined],
    ['d', 'a'],
  ]);
  expect(graph.nodes[2]?.properties).toEqual({
    roles: ['actor', 'director'],
    n: { $type: 'Integer', value: '9007199254740993' },
  });
  expect(graph.relationships.map(({ source, target }) => source + target)).toEqual(['bc', 'dc']);
});

it('tells every problem with its line, its field, what was found and what is allowed', async () => {
  const { problems, total } = await refusedBy({
    'bad.gexf': `<gexf version="1.3"><graph defaultedgetype="sideways">
<attributes class="node"><attribute id="0" title="age" type="integer"/><attribute id="1" title="x" type="colour"/></attributes>
<nodes>
<node id="a"><attvalues><attvalue for="0" value="five"/></attvalues></node>
<node id="a"/>
</nodes><edges>
<edge source="a" target="nobody"/>
<edge source="a"/>
</edges></graph></gexf>`,
  });
  expect(total).toBe(6);
  expect(problems.map(({ line, field, message }) => [line, field, message])).toEqual([
    [1, 'defaultedgetype', '"sideways" is no direction; allowed: directed, undirected, mutual'],
    [2, 'attribute type', expect.stringContaining('"colour" is no type of values; allowed: string, integer')],
    [4, 'age', '"five" is not a whole number such as 42'],
    [5, 'id', 'the node "a" was given before, in line 4; ids must differ'],
    [8, 'target', '<edge> has no target'],
    [7, 'target', 'names the node "nobody", which the file does not have'],
  ]);
  expect(problems.every(({ file }) => file === 'bad.gexf')).toBe(true);
});

it('tells at most a hundred problems and counts them all', async () => {
  const edges = Array.from({ length: 250 }, (_, at) => `<edge source="n${at}" target="a"/>`).join('\n');
  const bad = gexf(`<graph><nodes><node id="a"/></nodes><edges>${edges}</edges></graph>`);
  const { problems, total } = await refusedBy({ 'many.gexf': bad });
  expect([problems.length, total]).toEqual([100, 250]);
});
