import type { Graph } from '../contract/graph.ts';
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
  integer: 'integer',
  long: 'long',
  double: 'double',
  string: 'string',
  list: 'liststring',
};

/** Names that readers give to what they read from elsewhere; NetworkX stops at an attribute `key` of an edge. */
const NODE_NAMES = ['id', 'label', 'labels'];
const EDGE_NAMES = ['id', 'label', 'kind', 'source', 'target', 'key'];

function declaration<Owner>(owner: 'node' | 'edge', columns: readonly Column<Owner>[]): string {
  const attributes = columns.map(
    ({ name, type }, at) => `      <attribute id="${at}" title="${xmlText(name)}" type="${TYPES[type]}"/>\n`,
  );
  return `    <attributes class="${owner}" mode="static">\n${attributes.join('')}    </attributes>\n`;
}

function attributeValues<Owner>(columns: readonly Column<Owner>[], owner: Owner): string {
  const values = columns.map(({ read }, at) => {
    const value = read(owner);
    return value === null ? '' : `<attvalue for="${at}" value="${xmlText(valueText(value, writableText))}"/>`;
  });
  return `<attvalues>${values.join('')}</attvalues>`;
}

/**
 * The graph as GEXF 1.3 (https://gexf.net): a directed graph whose parallel edges are told apart by their id.
 * A node's caption is its `label`, its labels are the attribute `labels`; an edge's type is both its `label` and
 * its `kind`. Attributes are typed by what occurs; a list is a `liststring` written as a JSON array; null is left
 * out. Characters that XML 1.0 cannot hold become U+FFFD.
 */
export function writeGexf(graph: Graph, { title, exportedAt }: ExportOptions): string {
  const nodeColumns = [labelsColumn, ...propertyColumns(graph.nodes, NODE_NAMES, writableText)];
  const edgeColumns = propertyColumns(graph.relationships, EDGE_NAMES, writableText);
  const nodeId = xmlIds(graph.nodes);
  const edgeId = xmlIds(graph.relationships);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n',
    `  <meta lastmodifieddate="${xmlText(exportedAt.slice(0, 10))}">\n`,
    `    <creator>Throughline</creator>\n    <description>${xmlText(title)}</description>\n  </meta>\n`,
    '  <graph mode="static" defaultedgetype="directed">\n',
    declaration('node', nodeColumns),
    declaration('edge', edgeColumns),
    '    <nodes>\n',
    ...graph.nodes.map(
      (node) =>
        `      <node id="${nodeId(node.id)}" label="${xmlText(node.caption)}">` +
        `${attributeValues(nodeColumns, node)}</node>\n`,
    ),
    '    </nodes>\n    <edges>\n',
    ...graph.relationships.map((relationship) => {
      const { id, source, target } = relationship;
      const type = xmlText(relationship.type);
      const ends = `source="${nodeId(source)}" target="${nodeId(target)}"`;
      return (
        `      <edge id="${edgeId(id)}" ${ends} type="directed" label="${type}" kind="${type}">` +
        `${attributeValues(edgeColumns, relationship)}</edge>\n`
      );
    }),
    '    </edges>\n  </graph>\n</gexf>\n',
  ].join('');
}
