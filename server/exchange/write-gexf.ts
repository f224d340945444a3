import type { ViewedNode } from '../contract/exports.ts';
import type { GraphNode, Relationship } from '../contract/graph.ts';
import { EdgeKinds } from './edge-kinds.ts';
import { exactOfNode, exactOfRelationship } from './element-exact.ts';
import { EXACT_NAME } from './exact-values.ts';
import type { ExportOptions, Faithfulness, GraphWriter } from './export-options.ts';
import type { GraphSource } from './graph-source.ts';
import { plainText } from './plain-values.ts';
import { type Column, type ColumnType, columnId, plainCells, propertyColumns } from './property-columns.ts';
import { type Spell, spellOfDate } from './spell-of-date.ts';
import { GraphSurvey } from './survey-graph.ts';
import { WrittenIds } from './written-ids.ts';
import { writableText, xmlComment, xmlText } from './xml-text.ts';

const TYPES: Record<ColumnType, string> = {
  boolean: 'boolean',
  integer: 'integer',
  long: 'long',
  double: 'double',
  string: 'string',
  list: 'liststring',
};

/** Names that readers give to what they read from elsewhere; NetworkX stops at an attribute `key` of an edge. */
const NODE_NAMES = ['id', 'label', 'labels', 'viz', 'start', 'end', EXACT_NAME];
const EDGE_NAMES = ['id', 'label', 'kind', 'source', 'target', 'key', 'viz', 'start', 'end', EXACT_NAME];

/**
 * The graph as GEXF 1.3 (https://gexf.net): a directed graph whose parallel edges are told apart by their id.
 * A node's caption is its `label`, its labels are the attribute `labels`; an edge's type is both its `label` and,
 * with a number behind it where there is one of that type already, its `kind`. A relationship's `date` stays an attribute and is also the edge's `start` and `end`, in whole days;
 * the graph is then `dynamic`. Positions, colours and sizes are `viz`.
 *
 * Each property is an attribute typed by what occurs, its values written by `plainText`, a list as `liststring`; the
 * id of the attribute tells the kind (`columnId`). What that does not give back, such as a null, a number among
 * texts, or characters that XML 1.0 cannot hold (U+FFFD stands for them), is in the attribute `throughline`
 * (`writeExact`). So a reader that knows these gets back the same graph, and others get plain values.
 */
export function gexfWriter(options: ExportOptions): GraphWriter {
  const survey = new GraphSurvey();
  const ids = new WrittenIds(writableText);
  let dated = 0;
  const dates = {
    relationship({ properties }: Relationship) {
      if (spellOfDate(ownDate(properties)) !== undefined) dated += 1;
    },
  };
  return {
    observers: [survey, ids, dates],
    write: (source, said) => write(source, options, said, { survey, ids, isDynamic: dated > 0 }),
  };
}

interface Known {
  survey: GraphSurvey;
  ids: WrittenIds;
  isDynamic: boolean;
}

const ownDate = (properties: Relationship['properties']) =>
  Object.hasOwn(properties, 'date') ? properties.date : undefined;

async function* write(
  source: GraphSource,
  { title, exportedAt, view = [] }: ExportOptions,
  { losses, notes }: Faithfulness,
  { survey, ids, isDynamic }: Known,
): AsyncGenerator<string> {
  ids.settle();
  const nodeColumns = propertyColumns(survey.nodes, NODE_NAMES, writableText);
  const edgeColumns = propertyColumns(survey.relationships, EDGE_NAMES, writableText);
  const views = new Map(view.map((node) => [node.id, node]));
  const time = isDynamic ? 'mode="dynamic" timeformat="date" timerepresentation="interval"' : 'mode="static"';
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (losses.length + notes.length > 0) yield xmlComment([...losses, ...notes]);
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield `  <meta lastmodifieddate="${xmlText(exportedAt.slice(0, 10))}">\n`;
  yield `    <creator>Throughline</creator>\n    <description>${xmlText(title)}</description>\n  </meta>\n`;
  yield `  <graph defaultedgetype="directed" ${time}>\n`;
  yield declaration('node', [
    [LABELS_ID, 'labels', 'liststring'],
    ...nodeColumns.map(told),
    [exactId(nodeColumns), EXACT_NAME, 'string'],
  ]);
  yield declaration('edge', [...edgeColumns.map(told), [exactId(edgeColumns), EXACT_NAME, 'string']]);
  const nodeHeads = valueHeads(nodeColumns);
  const edgeHeads = valueHeads(edgeColumns);
  const kinds = new EdgeKinds();
  const nodeElement = (node: GraphNode) => {
    const id = ids.ofNode(node.id);
    const { cells, exact } = plainCells(node, nodeColumns, writableText);
    const viewed = views.get(node.id);
    const labels = attributeValue(headOf(LABELS_ID), plainText(node.labels, writableText));
    const values = attributeValues(nodeHeads, cells, exactOfNode(node, { id, exact, viewed }, writableText));
    return (
      `      <node id="${xmlText(id)}" label="${xmlText(node.caption)}">` +
      `<attvalues>${labels}${values}</attvalues>${viewed === undefined ? '' : vizOf(viewed)}</node>\n`
    );
  };
  const edgeElement = (relationship: Relationship) => {
    const id = ids.ofRelationship(relationship.id);
    const { cells, exact } = plainCells(relationship, edgeColumns, writableText);
    const values = attributeValues(
      edgeHeads,
      cells,
      exactOfRelationship(relationship, { id, exact }, writableText),
    );
    const type = xmlText(relationship.type);
    const kind = xmlText(kinds.of(relationship));
    const ends = [relationship.source, relationship.target].map((end) => xmlText(ids.ofNode(end)));
    const spell = spellOfDate(ownDate(relationship.properties));
    return (
      `      <edge id="${xmlText(id)}" source="${ends[0]}" target="${ends[1]}" type="directed" label="${type}" kind="${kind}"` +
      `${spell === undefined ? '' : spellText(spell)}><attvalues>${values}</attvalues></edge>\n`
    );
  };
  yield '    <nodes>\n';
  for await (const part of source.nodes()) {
    yield part.map(nodeElement).join('');
  }
  yield '    </nodes>\n    <edges>\n';
  for await (const part of source.relationships()) {
    yield part.map(edgeElement).join('');
  }
  yield '    </edges>\n  </graph>\n</gexf>\n';
}

/** Places count from 1: 0 are the labels. */
const idOf = (column: Column, at: number) => columnId(column, at + 1);
const LABELS_ID = columnId({ property: 'labels', name: 'labels', kind: 'labels' }, 0);
const exactId = ({ length }: readonly Column[]) =>
  columnId({ property: EXACT_NAME, name: EXACT_NAME, kind: 'exact' }, length + 1);

type Declared = readonly [id: string, title: string, type: string];

const told = (column: Column, at: number): Declared => [idOf(column, at), column.name, TYPES[column.type]];

function declaration(owner: 'node' | 'edge', attributes: readonly Declared[]): string {
  const lines = attributes.map(
    ([id, title, type]) => `      <attribute id="${id}" title="${xmlText(title)}" type="${type}"/>\n`,
  );
  return `    <attributes class="${owner}" mode="static">\n${lines.join('')}    </attributes>\n`;
}

const spellText = ({ start, end }: Spell) => ` start="${start}" end="${end}"`;

const headOf = (id: string) => `<attvalue for="${id}" value="`;
/** One for each column, then the one of what is exact. */
const valueHeads = (columns: readonly Column[]) => [...columns.map(idOf), exactId(columns)].map(headOf);

function attributeValues(
  heads: readonly string[],
  cells: readonly (string | undefined)[],
  exact: string | undefined,
): string {
  let values = '';
  [...cells, exact].forEach((text, at) => {
    if (text !== undefined) values += attributeValue(heads[at] ?? '', text);
  });
  return values;
}

const attributeValue = (head: string, text: string) => `${head}${xmlText(text)}"/>`;

function vizOf({ x, y, colour, size }: ViewedNode): string {
  const rgb = colour?.match(/[0-9a-f]{2}/gi)?.map((part) => Number.parseInt(part, 16));
  return [
    rgb === undefined ? '' : `<viz:color r="${rgb[0]}" g="${rgb[1]}" b="${rgb[2]}"/>`,
    x === undefined || y === undefined ? '' : `<viz:position x="${x}" y="${y}" z="0"/>`,
    size === undefined ? '' : `<viz:size value="${size}"/>`,
  ].join('');
}
