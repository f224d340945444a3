import type { GraphNode, PropertyValue, Relationship } from '../contract/graph.ts';
import { quoted, wellFormed } from './csv-text.ts';
import type { ExportOptions, Faithfulness, GraphWriter } from './export-options.ts';
import { GraphChanged, type GraphSource } from './graph-source.ts';
import {
  ArrayDelimiter,
  type Neo4jType,
  neo4jCell,
  neo4jColumnName,
  neo4jTypeOf,
} from './neo4j-import-cells.ts';
import { type Column, propertyColumns } from './property-columns.ts';
import { GraphSurvey, type OwnerSurvey } from './survey-graph.ts';
import { storedName } from './write-cypher.ts';
import { WrittenIds } from './written-ids.ts';
import { textEntry, zipStream } from './zip-stream.ts';

/**
 * The graph as the tables that `neo4j-admin database import full` reads, zipped: nodes.csv with `:ID`, `:LABEL` and
 * `name:type` columns, relationships.csv with `:START_ID`, `:END_ID`, `:TYPE`, and README.txt with the command. Lists
 * are joined by a character that occurs in none of them, which the command names. A property whose values are of
 * several types is a text; one of whole and other numbers is a `double`.
 */
export function csvNeo4jWriter(options: ExportOptions): GraphWriter {
  const survey = new GraphSurvey();
  const ids = new WrittenIds(wellFormed);
  const delimiter = new ArrayDelimiter();
  return {
    observers: [survey, ids, delimiter],
    write: (source, said) => write(source, options, said, survey, ids, delimiter.free),
  };
}

interface TypedColumn extends Column {
  stored: Neo4jType;
}

function write(
  source: GraphSource,
  { title, exportedAt }: ExportOptions,
  said: Faithfulness,
  survey: GraphSurvey,
  ids: WrittenIds,
  delimiter: string,
): AsyncGenerator<Uint8Array> {
  ids.settle();
  const nodeColumns = typedColumns(survey.nodes);
  const relationshipColumns = typedColumns(survey.relationships);
  const nodeRow = (node: GraphNode) => {
    const labels = [...new Set(node.labels.filter(Boolean).map(storedName))].join(delimiter);
    return [
      quoted(ids.ofNode(node.id)),
      labels === '' ? '' : quoted(labels),
      ...cells(node, nodeColumns, delimiter),
    ];
  };
  const relationshipRow = (relationship: Relationship) => [
    quoted(ids.ofNode(relationship.source)),
    quoted(ids.ofNode(relationship.target)),
    quoted(storedName(relationship.type)),
    ...cells(relationship, relationshipColumns, delimiter),
  ];
  const nodeHead = [':ID', ':LABEL', ...nodeColumns.map(headOf)];
  const relationshipHead = [':START_ID', ':END_ID', ':TYPE', ...relationshipColumns.map(headOf)];
  return zipStream(
    [
      { name: 'nodes.csv', content: table(nodeHead, source.nodes(), nodeRow) },
      {
        name: 'relationships.csv',
        content: table(relationshipHead, source.relationships(), relationshipRow),
      },
      { name: 'README.txt', content: textEntry(readme(title, exportedAt, delimiter, said)) },
    ],
    exportedAt,
  );
}

function typedColumns(owners: OwnerSurvey): TypedColumn[] {
  return propertyColumns(owners, [], columnName).map((column) => ({
    ...column,
    stored: neo4jTypeOf(owners.properties.get(column.property)),
  }));
}

const columnName = (name: string) => neo4jColumnName(storedName(name));

const headOf = ({ name, stored }: TypedColumn) => quoted(`${name}:${stored}`);

function cells(
  { properties }: { properties: Record<string, PropertyValue> },
  columns: readonly TypedColumn[],
  delimiter: string,
): string[] {
  let found = 0;
  const written = columns.map(({ property, stored }) => {
    if (!Object.hasOwn(properties, property)) return '';
    found += 1;
    const text = neo4jCell(properties[property] ?? null, stored, delimiter);
    return text === undefined ? '' : quoted(text);
  });
  if (found !== Object.keys(properties).length) throw new GraphChanged();
  return written;
}

async function* table<Owner>(
  head: readonly string[],
  parts: AsyncIterable<readonly Owner[]>,
  rowOf: (owner: Owner) => string[],
): AsyncGenerator<string> {
  yield `${head.join(',')}\n`;
  for await (const part of parts) yield part.map((owner) => `${rowOf(owner).join(',')}\n`).join('');
}

function readme(
  title: string,
  exportedAt: string,
  delimiter: string,
  { losses, notes }: Faithfulness,
): string {
  const code = delimiter.codePointAt(0) ?? 0;
  const named = delimiter === ';' ? ';' : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const lines = [
    wellFormed(title),
    `Written by Throughline on ${exportedAt.slice(0, 10)}, for a stopped and empty Neo4j 5 database:`,
    '',
    'neo4j-admin database import full neo4j --overwrite-destination --multiline-fields=true \\',
    `  --array-delimiter='${named}' --nodes=nodes.csv --relationships=relationships.csv`,
    ...(losses.length + notes.length === 0 ? [] : ['', ...losses, ...notes]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
