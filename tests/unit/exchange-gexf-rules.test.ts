import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import type { Graph } from '../../server/contract/graph.ts';
import { anyGraph } from '../fixtures/arbitrary-graph.ts';
import { exportedText } from '../fixtures/exported.ts';
import { exportOptions, oddGraph } from '../fixtures/odd-graph.ts';

/** Forms of values by the schema of GEXF 1.3 (https://gexf.net/schema.html); Java and NetworkX read Infinity so. */
const FORMS: Record<string, RegExp> = {
  boolean: /^(true|false)$/,
  integer: /^-?\d{1,10}$/,
  long: /^-?\d{1,19}$/,
  double: /^(-?\d+(\.\d+)?(e[+-]?\d+)?|NaN|-?Infinity)$/,
  string: /^[\s\S]*$/,
  liststring: /^\[[\s\S]*\]$/,
};

/** What of the rules of GEXF 1.3 the file breaks; a file that is not well-formed throws. */
function brokenRules(text: string): string[] {
  const broken: string[] = [];
  const types = new Map<string, string>();
  const ids = { node: new Set<string>(), edge: new Set<string>() };
  let owner = '';
  let mode = '';
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes: said }) => {
    if (name === 'graph') mode = said.mode ?? '';
    if (name === 'attributes') owner = said.class ?? '';
    if (name === 'attribute') {
      if (types.has(`${owner} ${said.id}`)) broken.push(`attribute ${said.id} is declared twice`);
      if (FORMS[said.type ?? ''] === undefined) broken.push(`there is no type ${said.type}`);
      types.set(`${owner} ${said.id}`, said.type ?? '');
    }
    if (name === 'node' || name === 'edge') {
      owner = name;
      if (ids[name].has(said.id ?? '')) broken.push(`${name} ${said.id} is there twice`);
      ids[name].add(said.id ?? '');
    }
    if (name === 'edge') {
      for (const end of [said.source, said.target])
        if (!ids.node.has(end ?? '')) broken.push(`there is no node ${end}`);
      if (said.start !== undefined && mode !== 'dynamic') broken.push('a spell in a static graph');
      if ((said.start ?? '') > (said.end ?? '')) broken.push(`${said.start} is after ${said.end}`);
    }
    if (name === 'attvalue') {
      const type = types.get(`${owner} ${said.for}`);
      if (type === undefined) broken.push(`attribute ${said.for} is not declared`);
      else if (!FORMS[type]?.test(said.value ?? '')) broken.push(`${said.value} is no ${type}`);
    }
  });
  parser.write(text).close();
  return broken;
}

it('keeps the rules of GEXF for any graph', async () => {
  await fc.assert(
    fc.asyncProperty(anyGraph, async (graph) => {
      expect(brokenRules(await exportedText('gexf', graph))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

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
  expect(brokenRules(text)).toEqual([]);
});

it('tells places, colours and sizes, and says in a comment what others see plainer', async () => {
  const view = [{ id: 'japan', x: 1.5, y: -2, size: 6, colour: '#1f77b4' }];
  const text = await exportedText('gexf', oddGraph, { ...exportOptions, view });
  expect(text).toContain(
    '<viz:color r="31" g="119" b="180"/><viz:position x="1.5" y="-2" z="0"/><viz:size value="6"/>',
  );
  expect(text).toMatch(/^<\?xml[^>]*>\n<!--\n {2}1 node has several labels/);
  expect(brokenRules(text)).toEqual([]);
});
