import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../server/contract/exports.ts';
import type { Graph, GraphNode } from '../../server/contract/graph.ts';
import { prepareFile } from '../../server/exchange/export-file.ts';
import { sourceOf } from '../../server/exchange/graph-source.ts';
import { exportedBytes, exportedText } from '../fixtures/exported.ts';
import { exportOptions } from '../fixtures/odd-graph.ts';
import { readExchange } from '../fixtures/read-exchange.ts';

const node = (id: string, properties: GraphNode['properties'], caption = id): GraphNode => ({
  id,
  labels: ['A'],
  caption,
  properties: { id, ...properties },
});

const graph: Graph = {
  nodes: [
    node('a', { none: [], mixed: 1, text: 'x', 'height (m)': 2 }),
    node('b', { none: [''], mixed: 'one', 'height (m)': 3 }),
    node('c', { name: 'Carla' }, 'Carla'),
    node('d', { name: 'Dora' }, 'Someone else'),
  ],
  relationships: [{ id: 'r', type: 'T', source: 'a', target: 'b', properties: { id: 'r' } }],
};

const lossesOf = async (format: ExportFormat) =>
  (await prepareFile(format, sourceOf(graph), exportOptions)).faithfulness.losses;

describe('what is lost is said before, and in the file', () => {
  it('of tables for neo4j-admin: lists without items, mixed columns, names', async () => {
    const losses = await lossesOf('csv-neo4j');
    expect(losses).toEqual([
      '2 empty lists, or lists of one empty text, are left out: the import has no form for them.',
      '1 value is no text in a property that holds several types; it is written as text.',
      '1 name of a property holds ( or {, written as square brackets, or a line break, written as \uFFFD.',
      '1 node is called otherwise than by its properties; its name is left out.',
    ]);
    const readme = unzipSync(await exportedBytes('csv-neo4j', graph))['README.txt'];
    for (const loss of losses) expect(new TextDecoder().decode(readme)).toContain(`\n${loss}\n`);
    const { graph: back } = await readExchange({ 'a.zip': await exportedBytes('csv-neo4j', graph) });
    expect(back.nodes.map(({ caption }) => caption)).toEqual(['a', 'b', 'Carla', 'Dora']);
    expect(back.nodes.map(({ properties }) => [properties.none, properties.mixed])).toEqual([
      [undefined, '1'],
      [undefined, 'one'],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('of Cypher: names that no property gives', async () => {
    const losses = await lossesOf('cypher');
    expect(losses).toEqual(['1 node is called otherwise than by its properties; its name is left out.']);
    const script = await exportedText('cypher', graph);
    expect(script).toContain(`\n// ${losses[0]}\n`);
    const { graph: back } = await readExchange({ 'a.cypher': script });
    expect(back.nodes.map(({ caption }) => caption)).toEqual(['a', 'b', 'Carla', 'Dora']);
  });

  it('of a report: the properties that it does not tell', async () => {
    const losses = await lossesOf('markdown');
    expect(losses).toEqual(['A report is for reading: 7 properties are not in it.']);
    expect(await exportedText('markdown', graph)).toMatch(
      /1 relationships\.\n\nA report is for reading: 7 properties are not in it\.\n$/,
    );
  });
});
