import { expect, it } from 'vitest';
import type { Graph } from '../../server/contract/graph.ts';
import { exportedText } from '../fixtures/exported.ts';
import { exportOptions, oddGraph } from '../fixtures/odd-graph.ts';
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
