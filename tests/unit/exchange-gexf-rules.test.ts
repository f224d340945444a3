import { expect, it } from 'vitest';
import type { Graph } from '../../server/contract/graph.ts';
import { exportedText } from '../fixtures/exported.ts';
import { exportOptions, oddGraph } from '../fixtures/odd-graph.ts';
import { readExchange } from '../fixtures/read-exchange.ts';
import { judgeGexf } from '../judges/judge-gexf.ts';

it('tells dates of every precision as spells of whole days, and leaves others alone', async () => {
  const dates = ['2023', '2024-02', '2023-01-13', '2023-02-30', 'soon'];
  const graph: Graph = {
    nodes: [{ id: 'a', labels: [], caption: 'A', properties: {} }],
    relationships: dates.map((date, at) => ({
      id: `r${at}`,
      type: 'T',
      source: 'a',
      target: 'a',
      properties: { date },
    })),
  };
  const text = await exportedText('gexf', graph);
  expect(text.match(/start="[^"]*" end="[^"]*"/g)).toEqual([
    'start="2023-01-01" end="2023-12-31"',
    'start="2024-02-01" end="2024-02-29"',
    'start="2023-01-13" end="2023-01-13"',
  ]);
  expect(text).toContain('mode="dynamic" timeformat="date"');
  expect(judgeGexf(text)).toEqual([]);
});

it('tells places, colours and sizes, and says in a comment what others see plainer', async () => {
  const view = [{ id: 'japan', x: 1.5, y: -2, size: 6, colour: '#1f77b4' }];
  const text = await exportedText('gexf', oddGraph, { ...exportOptions, view });
  expect(text).toContain(
    '<viz:color r="31" g="119" b="180"/><viz:position x="1.5" y="-2" z="0"/><viz:size value="6"/>',
  );
  expect(text).toMatch(/^<\?xml[^>]*>\n<!--\n {2}1 node has several labels/);
  expect(judgeGexf(text)).toEqual([]);
});

it('gives parallel relationships of one type kinds that differ, and gives back their type', async () => {
  const types = ['T', 'T', 'T (2)', 'T', 'S', 'T (2)'];
  const relationships = types.map((type, at) => ({
    id: `r${at}`,
    type,
    source: 'a',
    target: 'b',
    properties: {},
  }));
  const back = { id: 'back', type: 'T', source: 'b', target: 'a', properties: {} };
  const node = (id: string) => ({ id, labels: [], caption: id, properties: {} });
  const graph: Graph = { nodes: [node('a'), node('b')], relationships: [...relationships, back] };
  const text = await exportedText('gexf', graph);
  expect(text.match(/ kind="[^"]*"/g)?.map((kind) => kind.slice(7, -1))).toEqual([
    'T',
    'T (2)',
    'T (2) (2)',
    'T (3)',
    'S',
    'T (2) (3)',
    'T',
  ]);
  expect(judgeGexf(text)).toEqual([]);
  expect((await readExchange({ 'a.gexf': text })).graph).toEqual(graph);
});
