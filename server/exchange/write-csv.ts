import { strToU8, zipSync } from 'fflate';
import type { Graph, GraphNode, Relationship } from '../contract/graph.ts';
import type { ExportOptions } from './export-options.ts';
import { type Column, labelsColumn, propertyColumns, valueText } from './property-columns.ts';

const NUMBER = /^-?(\d+(\.\d+)?(e[+-]?\d+)?|Infinity)$/;
const BYTE_ORDER_MARK = '\uFEFF';

const nodeHead: Column<GraphNode>[] = [
  { name: 'id', type: 'string', read: ({ id }) => id },
  labelsColumn,
  { name: 'caption', type: 'string', read: ({ caption }) => caption },
];
const relationshipHead: Column<Relationship>[] = [
  { name: 'id', type: 'string', read: ({ id }) => id },
  { name: 'type', type: 'string', read: ({ type }) => type },
  { name: 'source', type: 'string', read: ({ source }) => source },
  { name: 'target', type: 'string', read: ({ target }) => target },
];

function quoted(text: string): string {
  return text === '' || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet takes a cell that begins so for a formula; a leading apostrophe tells it that it is text. */
function harmless(text: string): string {
  return /^[=+\-@＝＋－＠\t\r\n']/.test(text) ? `'${text}` : text;
}

function table<Owner extends { id: string }>(
  columns: readonly Column<Owner>[],
  owners: readonly Owner[],
): string {
  const lines = owners.map((owner) =>
    columns.map(({ read }) => {
      const value = read(owner);
      if (value === null) return '';
      const text = valueText(value);
      return typeof value !== 'string' && NUMBER.test(text) ? text : quoted(harmless(text));
    }),
  );
  const head = columns.map(({ name }) => quoted(harmless(name)));
  return `${BYTE_ORDER_MARK}${[head, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}

/**
 * The graph as a zip of nodes.csv and relationships.csv (RFC 4180, UTF-8 with a byte order mark, so that
 * spreadsheets read it). A list is a JSON array; an empty cell is null, `""` an empty text. A text that begins
 * with = + - @ (also in full width), a tab, a line break or an apostrophe gets one apostrophe in front; readers
 * take one leading apostrophe away.
 */
export function writeCsv(graph: Graph, { exportedAt }: ExportOptions): Uint8Array<ArrayBuffer> {
  const reserved = (head: readonly { name: string }[]) => head.map(({ name }) => name);
  const nodes = [...nodeHead, ...propertyColumns(graph.nodes, reserved(nodeHead))];
  const relationships = [
    ...relationshipHead,
    ...propertyColumns(graph.relationships, reserved(relationshipHead)),
  ];
  return zipSync(
    {
      'nodes.csv': strToU8(table(nodes, graph.nodes)),
      'relationships.csv': strToU8(table(relationships, graph.relationships)),
    },
    { mtime: exportedAt },
  );
}
