import type { Graph, GraphNode, Relationship } from '../contract/graph.ts';
import type { ExportOptions } from './export-options.ts';
import {
  type Column,
  type ColumnType,
  labelsColumn,
  propertyColumns,
  valueText,
} from './property-columns.ts';
import { writableText, xmlIds, xmlText } from './xml-text.ts';

const TYPES: Record<ColumnType, string> = {
  boolean: 'boolean',
  integer: 'int',
  long: 'long',
  double: 'double',
  string: 'string',
  list: 'string',
};

/** Names that readers give to what they read from elsewhere. */
const NODE_NAMES = ['id', 'label', 'labels'];
const EDGE_NAMES = ['id', 'label', 'source', 'target'];

const caption: Column<GraphNode> = { name: 'label', type: 'string', read: (node) => node.caption };
const type: Column<Relationship> = {
  name: 'label',
  type: 'string',
  read: (relationship) => relationship.type,
};

function keys<Owner>(owner: 'node' | 'edge', columns: readonly Column<Owner>[]): string {
  return columns
    .map(({ name, type }, at) => {
      const named = `attr.name="${xmlText(name)}" attr.type="${TYPES[type]}"`;
      return `  <key id="${owner}${at}" for="${owner}" ${named}/>\n`;
    })
    .join('');
}

function data<Owner>(kind: 'node' | 'edge', columns: readonly Column<Owner>[], owner: Owner): string {
  return columns
    .map(({ read }, at) => {
      const value = read(owner);
      return value === null
        ? ''
        : `<data key="${kind}${at}">${xmlText(valueText(value, writableText))}</data>`;
    })
    .join('');
}

/**
 * The graph as GraphML (http://graphml.graphdrawing.org): a directed graph whose parallel edges are told apart by
 * their id. `label` is a node's caption and an edge's type; `labels` holds a node's labels. Keys are typed by
 * what occurs; a list is a string that holds a JSON array, since GraphML has no lists; null is left out.
 * Characters that XML 1.0 cannot hold become U+FFFD.
 */
export function writeGraphml(graph: Graph, { title, exportedAt }: ExportOptions): string {
  const nodeColumns = [caption, labelsColumn, ...propertyColumns(graph.nodes, NODE_NAMES, writableText)];
  const edgeColumns = [type, ...propertyColumns(graph.relationships, EDGE_NAMES, writableText)];
  const nodeId = xmlIds(graph.nodes);
  const edgeId = xmlIds(graph.relationships);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
    keys('node', nodeColumns),
    keys('edge', edgeColumns),
    '  <key id="title" for="graph" attr.name="title" attr.type="string"/>\n',
    '  <key id="exportedAt" for="graph" attr.name="exportedAt" attr.type="string"/>\n',
    '  <graph edgedefault="directed">\n',
    `    <data key="title">${xmlText(title)}</data><data key="exportedAt">${xmlText(exportedAt)}</data>\n`,
    ...graph.nodes.map(
      (node) => `    <node id="${nodeId(node.id)}">${data('node', nodeColumns, node)}</node>\n`,
    ),
    ...graph.relationships.map((relationship) => {
      const { id, source, target } = relationship;
      const ends = `source="${nodeId(source)}" target="${nodeId(target)}"`;
      return `    <edge id="${edgeId(id)}" ${ends}>${data('edge', edgeColumns, relationship)}</edge>\n`;
    }),
    '  </graph>\n</graphml>\n',
  ].join('');
}
