import type { GraphNode, Relationship } from '../contract/graph.ts';
import { BYTE_ORDER_MARK, safeCell, wellFormed } from './csv-text.ts';
import { exactOfNode, exactOfRelationship } from './element-exact.ts';
import { EXACT_NAME } from './exact-values.ts';
import type { ExportOptions, Faithfulness, GraphWriter } from './export-options.ts';
import type { GraphSource } from './graph-source.ts';
import { plainText } from './plain-values.ts';
import { type Column, plainCells, propertyColumns } from './property-columns.ts';
import { GraphSurvey } from './survey-graph.ts';
import { WrittenIds } from './written-ids.ts';
import { textEntry, zipStream } from './zip-stream.ts';

const NODE_HEAD = ['id', 'labels', 'caption'];
const RELATIONSHIP_HEAD = ['id', 'type', 'source', 'target'];
const VIEW_HEAD = ['x', 'y', 'size', 'color'];

/**
 * The graph as a zip of nodes.csv and relationships.csv (RFC 4180, UTF-8 with a byte order mark, so that
 * spreadsheets read it), columns.json and README.txt.
 *
 * Values are written by `plainText`: a list is a JSON array; an empty cell is no value, `""` an empty text. A text
 * that begins with = + - @ (also in full width), a tab, a line break or an apostrophe gets one apostrophe in front;
 * readers take one leading apostrophe away, except in a column of numbers. columns.json tells for each column of a
 * property its name in the file, the name of the property and the kind of its values:
 * `{"nodes": [{"name", "property", "kind"}], "relationships": […]}`, in order of the columns; the kind `same` is a
 * property `id` that repeats the id of every row, and has no column. What the cells do not give back is in the
 * column `throughline` (`writeExact`). Positions, sizes and colours are in `x`, `y`, `size`, `color`, where they are
 * known.
 */
export function csvWriter(options: ExportOptions): GraphWriter {
  const survey = new GraphSurvey();
  const ids = new WrittenIds(wellFormed);
  return {
    observers: [survey, ids],
    write: (source, said) => write(source, options, said, survey, ids),
  };
}

function write(
  source: GraphSource,
  { title, exportedAt, view = [] }: ExportOptions,
  said: Faithfulness,
  survey: GraphSurvey,
  ids: WrittenIds,
): AsyncGenerator<Uint8Array> {
  ids.settle();
  const viewHead = view.length > 0 ? VIEW_HEAD : [];
  const nodeColumns = propertyColumns(survey.nodes, [...NODE_HEAD, ...viewHead, EXACT_NAME], wellFormed);
  const relationshipColumns = propertyColumns(
    survey.relationships,
    [...RELATIONSHIP_HEAD, EXACT_NAME],
    wellFormed,
  );
  const views = new Map(view.map((node) => [node.id, node]));
  const nodeRow = (node: GraphNode) => {
    const id = ids.ofNode(node.id);
    const { cells, exact } = plainCells(node, nodeColumns, wellFormed);
    const viewed = views.get(node.id);
    const { x, y, size, colour } = viewed ?? { id };
    return row([
      ...[id, plainText(node.labels, wellFormed), wellFormed(node.caption)].map((text) =>
        safeCell(text, false),
      ),
      ...(viewHead.length === 0 ? [] : [x, y, size, colour].map((value) => String(value ?? ''))),
      ...propertyCells(nodeColumns, cells),
      safeCell(exactOfNode(node, { id, exact, viewed }, wellFormed), false),
    ]);
  };
  const relationshipRow = (relationship: Relationship) => {
    const id = ids.ofRelationship(relationship.id);
    const { cells, exact } = plainCells(relationship, relationshipColumns, wellFormed);
    const [from, to] = [ids.ofNode(relationship.source), ids.ofNode(relationship.target)];
    return row([
      ...[id, wellFormed(relationship.type), from, to].map((text) => safeCell(text, false)),
      ...propertyCells(relationshipColumns, cells),
      safeCell(exactOfRelationship(relationship, { id, exact }, wellFormed), false),
    ]);
  };
  const heads = {
    nodes: [...NODE_HEAD, ...viewHead, ...namesOf(nodeColumns), EXACT_NAME],
    relationships: [...RELATIONSHIP_HEAD, ...namesOf(relationshipColumns), EXACT_NAME],
  };
  const columns = { nodes: told(nodeColumns), relationships: told(relationshipColumns) };
  return zipStream(
    [
      { name: 'nodes.csv', content: table(heads.nodes, source.nodes(), nodeRow) },
      {
        name: 'relationships.csv',
        content: table(heads.relationships, source.relationships(), relationshipRow),
      },
      { name: 'columns.json', content: textEntry(`${JSON.stringify(columns, null, 1)}\n`) },
      { name: 'README.txt', content: textEntry(readme(title, exportedAt, said)) },
    ],
    exportedAt,
  );
}

const hasCells = ({ kind }: Column) => kind !== 'same';
const namesOf = (columns: readonly Column[]) => columns.filter(hasCells).map(({ name }) => name);
const told = (columns: readonly Column[]) =>
  columns.map(({ name, property, kind }) => ({ name, property: property, kind }));

function propertyCells(columns: readonly Column[], cells: readonly (string | undefined)[]): string[] {
  return columns.flatMap((column, at) =>
    hasCells(column) ? [safeCell(cells[at], column.kind === 'number')] : [],
  );
}

const row = (cells: readonly string[]) => `${cells.join(',')}\r\n`;

async function* table<Owner>(
  head: readonly string[],
  parts: AsyncIterable<readonly Owner[]>,
  rowOf: (owner: Owner) => string,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + row(head.map((name) => safeCell(name, false)));
  for await (const part of parts) yield part.map(rowOf).join('');
}

function readme(title: string, exportedAt: string, { losses, notes }: Faithfulness): string {
  const lines = [
    wellFormed(title),
    `Written by Throughline on ${exportedAt.slice(0, 10)}.`,
    '',
    'nodes.csv and relationships.csv are tables in UTF-8. A relationship runs from the node in its column "source" to',
    'the one in "target". A list is a JSON array. A text that a spreadsheet would take for a formula has an',
    'apostrophe in front. columns.json tells what kind of values each column holds, and the column "throughline" what',
    'its other cells cannot say; both are for reading the tables back into Throughline.',
    ...(losses.length + notes.length === 0 ? [] : ['', ...losses, ...notes]),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}
