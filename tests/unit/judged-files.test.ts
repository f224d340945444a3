import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentsFolder } from '../../graph-seed/documents-folder.ts';
import { datasetGraph } from '../../graph-seed/import-zipped.ts';
import { readDatasets } from '../../graph-seed/read-dataset.ts';
import type { Graph } from '../../server/contract/graph.ts';
import { anyGraph } from '../fixtures/arbitrary-graph.ts';
import { exportedText } from '../fixtures/exported.ts';
import { exportOptions, oddGraph } from '../fixtures/odd-graph.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';
import type { Break } from '../judges/element-rules.ts';
import { judgeGexf } from '../judges/judge-gexf.ts';
import { judgeGraphml } from '../judges/judge-graphml.ts';

/** A right file of each format, with much of what the format knows. */
const GEXF = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta lastmodifieddate="2024-02-29"><creator>A hand</creator><description>Ships &amp; ports</description></meta>
  <graph defaultedgetype="undirected" mode="dynamic" timeformat="date">
    <attributes class="node">
      <attribute id="0" title="flag" type="string"><default>none</default></attribute>
      <attribute id="1" title="crew" type="integer"/>
      <attribute id="2" title="decks" type="listinteger"/>
    </attributes>
    <attributes class="node" mode="dynamic"><attribute id="3" title="speed" type="double"/></attributes>
    <attributes class="edge"><attribute id="0" title="sails" type="boolean"/></attributes>
    <nodes count="2">
      <node id="a" label="Argo" start="2001-01-01" end="2002-01-01">
        <attvalues>
          <attvalue for="1" value="50"/><attvalue for="2" value="[1, 2]"/>
          <attvalue for="3" value="1.5" end="2001-06-01"/><attvalue for="3" value="INF" start="2001-06-01"/>
        </attvalues>
        <viz:color r="255" g="0" b="7" a="0.5"/><viz:position x="1" y="-2.5e1"/><viz:size value="2"/><viz:shape value="disc"/>
      </node>
      <node id="b" pid="a"><spells><spell start="2003-05-01"/></spells></node>
    </nodes>
    <edges>
      <edge source="a" target="b" kind="tows" weight="2"/>
      <edge id="e" source="a" target="b" kind="guides" type="directed"><viz:shape value="dotted"/>
        <attvalues><attvalue for="0" value="true"/></attvalues></edge>
    </edges>
  </graph>
</gexf>`;

const GRAPHML = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <desc>Ships</desc>
  <key id="k0" for="node" attr.name="crew" attr.type="int"><default>10</default></key>
  <key id="k1" for="edge" attr.name="depth" attr.type="double"/>
  <key id="k2" attr.name="note"/>
  <graph id="g" edgedefault="undirected" parse.nodes="3" parse.order="nodesfirst">
    <data key="k2">a harbour</data>
    <node id="n0"><data key="k0">50</data><port name="bow"/></node>
    <node id="n1"><data key="k2">nested</data><graph id="g1" edgedefault="directed"><node id="n1::0"/></graph></node>
    <edge id="e0" source="n0" target="n1" directed="true" sourceport="bow"><data key="k1">-Infinity</data></edge>
    <edge source="n0" target="n1::0"/>
    <hyperedge><endpoint node="n0" type="in"/><endpoint node="n1"/></hyperedge>
  </graph>
</graphml>`;

type Wrong = readonly [what: string, from: string, to: string, rule: string];

const WRONG_GEXF: readonly Wrong[] = [
  ['another root', '<gexf ', '<graf ', 'root'],
  ['another namespace', 'xmlns="http://gexf.net/1.3"', 'xmlns="http://gexf.net/1.4"', 'namespace'],
  ['drawing without its namespace', '<viz:color', '<color', 'namespace'],
  ['another version', 'version="1.3">', 'version="1.2">', '1.3'],
  ['no version', ' version="1.3">', '>', 'missing'],
  ['an element that is not known', '<creator>A hand</creator>', '<author/>', 'element'],
  ['meta after the graph', '<meta ', '<graph><nodes/><edges/></graph><meta ', 'content'],
  ['no edges', /<edges>[\s\S]*<\/edges>/.exec(GEXF)?.[0] ?? '', '', 'content'],
  ['edges before nodes', '<nodes count', '<edges/><nodes count', 'content'],
  ['an attribute that is not known', '<edge id="e"', '<edge colour="red" id="e"', 'attribute'],
  ['text between elements', '<edges>', '<edges>and', 'text'],
  ['a day that no month has', '2024-02-29', '2024-02-39', 'date'],
  ['a count that is none', 'count="2"', 'count="two"', 'count'],
  ['a direction that is none', 'type="directed"', 'type="forward"', 'directed | undirected | mutual'],
  ['a type that is none', 'type="listinteger"', 'type="list"', 'string | anyURI'],
  ['a colour beyond 255', 'r="255"', 'r="256"', 'colour'],
  ['a place that is no number', 'x="1"', 'x="left"', 'number'],
  ['a size below nought', 'size value="2"', 'size value="-2"', 'number from 0'],
  ['a node without an id', '<node id="a"', '<node', 'missing'],
  ['an edge without an end', ' target="b" kind="tows"', ' kind="tows"', 'missing'],
  ['a node id given twice', '<node id="b"', '<node id="a"', 'unique'],
  [
    'an attribute declared twice',
    '<attribute id="1" title="crew"',
    '<attribute id="0" title="crew"',
    'unique',
  ],
  ['a value given twice', '<attvalue for="2" value="[1, 2]"/>', '<attvalue for="1" value="7"/>', 'unique'],
  ['an end that is no node', 'target="b" kind="tows"', 'target="c" kind="tows"', 'reference'],
  ['a parent that is no node', 'pid="a"', 'pid="z"', 'reference'],
  ['a value of no attribute', 'for="1" value="50"', 'for="9" value="50"', 'reference'],
  ['a value that is not of its type', 'value="50"', 'value="many"', 'value'],
  ['an infinity of Java', 'value="INF"', 'value="Infinity"', 'infinity'],
  ['parallel edges of one kind', 'kind="guides"', 'kind="tows"', 'parallel'],
  ['a time in a static graph', 'mode="dynamic" timeformat', 'mode="static" timeformat', 'time'],
  ['a time of another form', 'start="2003-05-01"', 'start="2003"', 'time'],
  ['an end before its beginning', 'start="2001-01-01" end="2002', 'start="2003-01-01" end="2002', 'time'],
  ['a point of time among intervals', 'spell start', 'spell timestamp', 'time'],
];

const WRONG_GRAPHML: readonly Wrong[] = [
  ['another namespace', 'org/xmlns"', 'org/xmlns/graphml"', 'namespace'],
  ['a key after the graph', '</graph>\n</graphml>', '</graph><key id="late"/></graphml>', 'content'],
  ['a description that is not first', '<key id="k1"', '<desc/><key id="k1"', 'content'],
  ['no direction', ' edgedefault="undirected"', '', 'missing'],
  ['a direction that is none', '"undirected" parse', '"both" parse', 'directed | undirected'],
  ['an owner that is none', 'for="node"', 'for="vertex"', 'all | graphml'],
  ['a type that is none', 'attr.type="double"', 'attr.type="decimal"', 'boolean | int'],
  ['an id with a space', 'id="n0"', 'id="n 0"', 'NMTOKEN'],
  ['a name with a space', 'attr.name="crew"', 'attr.name="crew size"', 'NMTOKEN'],
  ['an attribute of another program', '<node id="n0"', '<node id="n0" label="Argo"', 'attribute'],
  ['data without a key', '<data key="k2">nested', '<data>nested', 'missing'],
  ['data of no key', '<data key="k2">nested', '<data key="k9">nested', 'reference'],
  ['data of a key for others', '<data key="k2">nested', '<data key="k1">1', 'domain'],
  ['data given twice', '<port name="bow"/>', '<data key="k0">1</data>', 'unique'],
  ['a value that is not of its type', '>50<', '>fifty<', 'value'],
  ['a number that has no room', '>50<', '>3000000000<', 'value'],
  ['a default that is not of its type', '<default>10', '<default>ten', 'value'],
  ['a node id given twice, in a graph inside', 'id="n1::0"/>', 'id="n0"/>', 'unique'],
  ['a key declared twice', '<key id="k1"', '<key id="k0"', 'unique'],
  ['an end that is no node', 'target="n1"', 'target="n2"', 'reference'],
  ['an endpoint that is no node', 'endpoint node="n1"', 'endpoint node="n7"', 'reference'],
  ['text between elements', '<hyperedge>', '<hyperedge>x', 'text'],
  ['an edge outside of a graph', '<graph id="g"', '<edge source="n0" target="n1"/><graph id="g"', 'content'],
];

describe.each([
  { format: 'GEXF', right: GEXF, wrong: WRONG_GEXF, judge: judgeGexf },
  { format: 'GraphML', right: GRAPHML, wrong: WRONG_GRAPHML, judge: judgeGraphml },
])('the judge of $format', ({ right, wrong, judge }) => {
  it('lets a right file pass', () => {
    expect(judge(right)).toEqual([]);
  });

  it.each(wrong)('says what is wrong with %s', (_what, from, to, rule) => {
    expect(right).toContain(from);
    const breaks = judge(
      right.replace(from, to).replace('</gexf>', to.startsWith('<graf') ? '</graf>' : '</gexf>'),
    );
    expect(breaks.map((each) => each.rule)).toContainEqual(
      expect.stringMatching(new RegExp(`^${escaped(rule)}`)),
    );
  });

  it('throws for what is not well-formed', () => {
    expect(() => judge(right.slice(0, -3))).toThrow();
  });
});

function escaped(text: string): string {
  return text.replace(/[.|]/g, '\\$&');
}

async function seededGraph(): Promise<Graph> {
  const result = await readDatasets([documentsFolder()]);
  if ('problems' in result) throw new Error('the documents that come along have problems');
  return datasetGraph(result.dataset, 'documents').graph;
}

const kindsOf = (breaks: readonly Break[]) => [...new Set(breaks.map(({ rule }) => rule))];

describe('our files, before the published rules', () => {
  it('are right GEXF for any graph, but for infinite numbers, spelled as Java and Python read them', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        const breaks = judgeGexf(await exportedText('gexf', graph));
        expect(breaks.filter(({ rule }) => rule !== 'infinity')).toEqual([]);
        const isInfinite = JSON.stringify(graph).includes('Infinity"');
        if (!isInfinite) expect(breaks).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are right GraphML for any graph, but for ids and names that are no words', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        const breaks = judgeGraphml(await exportedText('graphml', graph));
        expect(breaks.filter(({ rule }) => rule !== 'NMTOKEN')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are right GraphML for any graph whose ids and names are words', async () => {
    const word = fc.stringMatching(/^[A-Za-z_][\w.:-]{0,8}$/).filter((text) => text !== '__proto__');
    const inWords = fc
      .tuple(anyGraph, fc.uniqueArray(word, { minLength: 400, maxLength: 400 }))
      .map(([graph, words]) => {
        const known = new Map<string, string>();
        const named = (text: string) => {
          const name = known.get(text) ?? words[known.size] ?? text;
          known.set(text, name);
          return name;
        };
        const renamed = (properties: Graph['nodes'][number]['properties']) =>
          Object.fromEntries(Object.entries(properties).map(([name, value]) => [named(name), value]));
        return {
          nodes: graph.nodes.map((node) => ({
            ...node,
            id: named(node.id),
            properties: renamed(node.properties),
          })),
          relationships: graph.relationships.map((each) => ({
            ...each,
            id: named(each.id),
            source: named(each.source),
            target: named(each.target),
            properties: renamed(each.properties),
          })),
        };
      });
    await fc.assert(
      fc.asyncProperty(inWords, async (graph) => {
        expect(judgeGraphml(await exportedText('graphml', graph))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('are right for the graph that comes along, and for one with many parallel relationships', async () => {
    const { nodes, relationships } = randomGraph(randomNumbers(7), 40, 600);
    const dense: Graph = {
      nodes: nodes.map((node) => ({ ...node, labels: [...node.labels], caption: node.id })),
      relationships: [...relationships],
    };
    for (const graph of [await seededGraph(), dense]) {
      const view = graph.nodes.map(({ id }, at) => ({ id, x: at / 3, y: -at, size: 4, colour: '#1f77b4' }));
      for (const options of [exportOptions, { ...exportOptions, view }]) {
        expect(judgeGexf(await exportedText('gexf', graph, options))).toEqual([]);
        expect(judgeGraphml(await exportedText('graphml', graph, options))).toEqual([]);
      }
    }
  });

  it('break a rule only where that is told in the guide', async () => {
    expect(kindsOf(judgeGexf(await exportedText('gexf', oddGraph)))).toEqual([]);
    expect(kindsOf(judgeGraphml(await exportedText('graphml', oddGraph)))).toEqual(['NMTOKEN']);
  });
});
