import type { ViewedNode } from '../contract/exports.ts';
import type { GraphNode, Relationship } from '../contract/graph.ts';
import { exactOfNode, exactOfRelationship } from './element-exact.ts';
import { EXACT_NAME } from './exact-values.ts';
import type { ExportOptions, Faithfulness, GraphWriter } from './export-options.ts';
import type { GraphSource } from './graph-source.ts';
import { plainText } from './plain-values.ts';
import { type Column, type ColumnType, columnId, plainCells, propertyColumns } from './property-columns.ts';
import { GraphSurvey } from './survey-graph.ts';
import { WrittenIds } from './written-ids.ts';
import { writableText, xmlComment, xmlText } from './xml-text.ts';

const TYPES: Record<ColumnType, string> = {
  boolean: 'boolean',
  integer: 'int',
  long: 'long',
  double: 'double',
  string: 'string',
  list: 'string',
};

/** Where and how a node is drawn, as Gephi and others call it. */
const VIEW_KEYS = { x: 'double', y: 'double', size: 'double', color: 'string' };

/** Names that readers give to what they read from elsewhere. */
const NODE_NAMES = ['id', 'label', 'labels', EXACT_NAME];
const EDGE_NAMES = ['id', 'label', 'source', 'target', EXACT_NAME];

/**
 * The graph as GraphML (http://graphml.graphdrawing.org): a directed graph whose parallel edges are told apart by
 * their id. `label` is a node's caption and an edge's type; `labels` holds a node's labels as a JSON array.
 * Positions, sizes and colours, where they are known, are `x`, `y`, `size` and `color`.
 *
 * Each property is a key typed by what occurs, its values written by `plainText`; GraphML has no lists, so that a list
 * is a string that holds a JSON array. The id of the key tells the kind (`columnId`, after `node` or `edge`). What
 * that does not give back, such as a null, a number among texts, or characters that XML 1.0 cannot hold (U+FFFD
 * stands for them), is in the keys `node-throughline` and `edge-throughline` (`writeExact`). Ids are written as they are, which every known reader
 * takes, although the schema would have no spaces in them.
 */
export function graphmlWriter(options: ExportOptions): GraphWriter {
  const survey = new GraphSurvey();
  const ids = new WrittenIds(writableText);
  return {
    observers: [survey, ids],
    write: (source, said) => write(source, options, said, survey, ids),
  };
}

async function* write(
  source: GraphSource,
  { title, exportedAt, view = [] }: ExportOptions,
  { losses, notes }: Faithfulness,
  survey: GraphSurvey,
  ids: WrittenIds,
): AsyncGenerator<string> {
  ids.settle();
  const viewNames = view.length > 0 ? Object.keys(VIEW_KEYS) : [];
  const nodeColumns = propertyColumns(survey.nodes, [...NODE_NAMES, ...viewNames], writableText);
  const edgeColumns = propertyColumns(survey.relationships, EDGE_NAMES, writableText);
  const views = new Map(view.map((node) => [node.id, node]));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (losses.length + notes.length > 0) yield xmlComment([...losses, ...notes]);
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield key('label', 'node', 'label', 'string') + key('labels', 'node', 'labels', 'string');
  yield key('type', 'edge', 'label', 'string');
  for (const name of viewNames) yield key(name, 'node', name, VIEW_KEYS[name as keyof typeof VIEW_KEYS]);
  yield declarations('node', nodeColumns) + declarations('edge', edgeColumns);
  for (const owner of ['node', 'edge']) yield key(`${owner}-${EXACT_NAME}`, owner, EXACT_NAME, 'string');
  yield key('title', 'graph', 'title', 'string') + key('exportedAt', 'graph', 'exportedAt', 'string');
  yield '  <graph edgedefault="directed">\n';
  yield `    ${data('title', title)}${data('exportedAt', exportedAt)}\n`;
  const nodeKeys = nodeColumns.map((column, at) => `node${columnId(column, at)}`);
  const edgeKeys = edgeColumns.map((column, at) => `edge${columnId(column, at)}`);
  const nodeElement = (node: GraphNode) => {
    const id = ids.ofNode(node.id);
    const { cells, exact } = plainCells(node, nodeColumns, writableText);
    const viewed = views.get(node.id);
    return (
      `    <node id="${xmlText(id)}">${data('label', node.caption)}${data('labels', plainText(node.labels, writableText))}` +
      `${viewed === undefined ? '' : viewData(viewed)}${allData(nodeKeys, cells)}` +
      `${exactData('node', exactOfNode(node, { id, exact, viewed }, writableText))}</node>\n`
    );
  };
  const edgeElement = (relationship: Relationship) => {
    const id = ids.ofRelationship(relationship.id);
    const { cells, exact } = plainCells(relationship, edgeColumns, writableText);
    const [source, target] = [relationship.source, relationship.target].map((end) =>
      xmlText(ids.ofNode(end)),
    );
    return (
      `    <edge id="${xmlText(id)}" source="${source}" target="${target}">${data('type', relationship.type)}` +
      `${allData(edgeKeys, cells)}${exactData('edge', exactOfRelationship(relationship, { id, exact }, writableText))}</edge>\n`
    );
  };
  for await (const part of source.nodes()) yield part.map(nodeElement).join('');
  for await (const part of source.relationships()) yield part.map(edgeElement).join('');
  yield '  </graph>\n</graphml>\n';
}

function key(id: string, owner: string, name: string, type: string): string {
  return `  <key id="${id}" for="${owner}" attr.name="${xmlText(name)}" attr.type="${type}"/>\n`;
}

const declarations = (owner: 'node' | 'edge', columns: readonly Column[]) =>
  columns
    .map((column, at) => key(`${owner}${columnId(column, at)}`, owner, column.name, TYPES[column.type]))
    .join('');

const data = (id: string, text: string) => `<data key="${id}">${xmlText(text)}</data>`;

const exactData = (owner: 'node' | 'edge', exact: string | undefined) =>
  exact === undefined ? '' : data(`${owner}-${EXACT_NAME}`, exact);

function allData(keys: readonly string[], cells: readonly (string | undefined)[]): string {
  let all = '';
  cells.forEach((text, at) => {
    if (text !== undefined) all += data(keys[at] ?? '', text);
  });
  return all;
}

function viewData({ x, y, size, colour }: ViewedNode): string {
  const known = { x, y, size, color: colour };
  return Object.entries(known)
    .map(([name, value]) => (value === undefined ? '' : data(name, String(value))))
    .join('');
}
