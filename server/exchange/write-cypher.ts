import type { GraphNode, Relationship } from '../contract/graph.ts';
import { wellFormed } from './csv-text.ts';
import { cypherName, cypherText, cypherValue } from './cypher-text.ts';
import type { ExportOptions, Faithfulness, GraphWriter } from './export-options.ts';
import { GraphChanged, type GraphSource, type Observer } from './graph-source.ts';
import { type Column, propertyColumns } from './property-columns.ts';
import { GraphSurvey } from './survey-graph.ts';
import { WrittenIds } from './written-ids.ts';

/** Rows of one statement. */
const ROWS = 250;
/** Rows that wait for more of their kind; past it all are written as they are. */
const MOST_WAITING = 10_000;

/**
 * The graph as a script that rebuilds it on an empty Neo4j 5 or newer: cypher-shell, or Neo4j Browser, runs it
 * statement by statement. Running it again changes nothing. Nodes and relationships are merged by their property
 * `id` where it is their id, else by a property `throughline_id` that the script gives them. While it runs the nodes
 * carry a label of the script's own with an index, both taken away at its end.
 */
export function cypherWriter(options: ExportOptions): GraphWriter {
  const survey = new GraphSurvey();
  const ids = new WrittenIds(wellFormed);
  const names = new ScriptNames();
  const keys = new OwnKeys();
  return {
    observers: [survey, ids, names, keys],
    write: (source, said) => write(source, options, said, { survey, ids, names, keys }),
  };
}

/** Whether an element can be found again by its property `id`. */
export function hasOwnId({ id, properties }: GraphNode | Relationship): boolean {
  return Object.hasOwn(properties, 'id') && properties.id === id && wellFormed(id) === id;
}

/**
 * What the script can find by the property `id`: it must be the id, and nothing else may have the same one there,
 * since it would be merged with that.
 */
class OwnKeys implements Observer {
  readonly #nodes = new KeyNotes();
  readonly #relationships = new KeyNotes();

  node(node: GraphNode): void {
    this.#nodes.note(node);
  }

  relationship(relationship: Relationship): void {
    this.#relationships.note(relationship);
  }

  ofNode(id: string): boolean {
    return this.#nodes.isOwn(id);
  }

  ofRelationship(id: string): boolean {
    return this.#relationships.isOwn(id);
  }

  get ofAllNodes(): boolean {
    return this.#nodes.all;
  }
}

class KeyNotes {
  readonly #without = new Set<string>();
  /** What the property `id` is of those whose id is another. */
  readonly #claimed = new Set<string>();

  note(owner: GraphNode | Relationship): void {
    if (hasOwnId(owner)) return;
    this.#without.add(owner.id);
    const claimed = Object.hasOwn(owner.properties, 'id') ? owner.properties.id : undefined;
    if (typeof claimed === 'string') this.#claimed.add(wellFormed(claimed));
  }

  isOwn(id: string): boolean {
    return !this.#without.has(id) && !this.#claimed.has(id);
  }

  get all(): boolean {
    return this.#without.size === 0;
  }
}

/** A name that Neo4j takes, for a label, type or key: not empty, without U+0000. */
export function storedName(name: string): string {
  return wellFormed(name).replaceAll('\u0000', '\uFFFD') || '_';
}

/** Which labels are taken. */
class ScriptNames implements Observer {
  readonly #labels = new Set<string>();

  node(node: GraphNode): void {
    for (const label of node.labels) this.#labels.add(label);
  }

  /** A label that no node has. */
  get label(): string {
    let free = 'ThroughlineScript';
    while (this.#labels.has(free)) free += '_';
    return free;
  }
}

interface Known {
  survey: GraphSurvey;
  ids: WrittenIds;
  names: ScriptNames;
  keys: OwnKeys;
}

async function* write(
  source: GraphSource,
  { title, exportedAt }: ExportOptions,
  { losses, notes, nodeCount, relationshipCount }: Faithfulness,
  { survey, ids, names, keys: own }: Known,
): AsyncGenerator<string> {
  ids.settle();
  const label = cypherName(names.label);
  const givenId = freeName(survey);
  const keys = own.ofAllNodes ? ['id'] : ['id', givenId];
  yield comment([
    title,
    `Written by Throughline on ${exportedAt.slice(0, 10)}: ${nodeCount} nodes, ${relationshipCount} relationships.`,
  ]);
  yield comment([
    'Rebuilds the graph on an empty Neo4j; running it again changes nothing.',
    ...losses,
    ...notes,
  ]);
  for (const key of keys) {
    yield `CREATE INDEX throughline_script_${key === 'id' ? 'own' : 'given'} IF NOT EXISTS FOR (n:${label}) ON (n.${cypherName(key)});\n`;
  }
  yield 'CALL db.awaitIndexes();\n';
  yield `MATCH (n) WHERE ${keys.map((key) => `n.${cypherName(key)} IS NOT NULL`).join(' OR ')} SET n:${label};\n`;
  const nodeColumns = propertyColumns(survey.nodes, [], storedName);
  yield* statements(source.nodes(), (node) => {
    const isOwn = own.ofNode(node.id);
    const key = cypherName(isOwn ? 'id' : givenId);
    const labels = [...new Set(node.labels.filter(Boolean).map(storedName))].map(cypherName);
    return {
      clause: `MERGE (n:${label} {${key}: row.${key}}) SET n = row${labels.length === 0 ? '' : ` SET n:${labels.join(':')}`}`,
      row: map(node, nodeColumns, isOwn ? undefined : [givenId, ids.ofNode(node.id)]),
    };
  });
  const columns = propertyColumns(survey.relationships, [], storedName);
  const end = (id: string) => cypherName(own.ofNode(id) ? 'id' : givenId);
  yield* statements(source.relationships(), (relationship) => {
    const isOwn = own.ofRelationship(relationship.id);
    const key = cypherName(isOwn ? 'id' : givenId);
    const { type, source: from, target: to } = relationship;
    const ends = [from, to].map((id) => cypherText(ids.ofNode(id)));
    return {
      clause:
        `MATCH (a:${label} {${end(from)}: row.a}) MATCH (b:${label} {${end(to)}: row.b}) ` +
        `MERGE (a)-[r:${cypherName(storedName(type))} {${key}: row.r.${key}}]->(b) SET r = row.r`,
      row: `{a: ${ends[0]}, b: ${ends[1]}, r: ${map(relationship, columns, isOwn ? undefined : [givenId, ids.ofRelationship(relationship.id)])}}`,
    };
  });
  yield `MATCH (n:${label}) REMOVE n:${label};\n`;
  for (const key of keys)
    yield `DROP INDEX throughline_script_${key === 'id' ? 'own' : 'given'} IF EXISTS;\n`;
}

function freeName({ nodes, relationships }: GraphSurvey): string {
  let free = 'throughline_id';
  while (nodes.properties.has(free) || relationships.properties.has(free)) free += '_';
  return free;
}

/** Rows that share their clause go into one statement; parts of a graph wait for others of their kind. */
async function* statements<Owner>(
  parts: AsyncIterable<readonly Owner[]>,
  rowOf: (owner: Owner) => { clause: string; row: string },
): AsyncGenerator<string> {
  const waiting = new Map<string, string[]>();
  let count = 0;
  for await (const part of parts) {
    let text = '';
    for (const owner of part) {
      const { clause, row } = rowOf(owner);
      const rows = waiting.get(clause) ?? [];
      rows.push(row);
      count += 1;
      waiting.set(clause, rows);
      if (rows.length < ROWS) continue;
      text += statement(clause, rows);
      count -= rows.length;
      waiting.delete(clause);
    }
    if (count > MOST_WAITING) {
      for (const [clause, rows] of waiting) text += statement(clause, rows);
      waiting.clear();
      count = 0;
    }
    yield text;
  }
  for (const [clause, rows] of waiting) yield statement(clause, rows);
}

const statement = (clause: string, rows: readonly string[]) =>
  `UNWIND [\n${rows.join(',\n')}\n] AS row ${clause};\n`;

function map(
  { properties }: GraphNode | Relationship,
  columns: readonly Column[],
  given: readonly [name: string, id: string] | undefined,
): string {
  const members = given === undefined ? [] : [`${cypherName(given[0])}: ${cypherText(given[1])}`];
  let found = 0;
  for (const { property, name } of columns) {
    if (!Object.hasOwn(properties, property)) continue;
    found += 1;
    const value = cypherValue(properties[property] ?? null);
    if (value !== undefined) members.push(`${cypherName(name)}: ${value}`);
  }
  if (found !== Object.keys(properties).length) throw new GraphChanged();
  return `{${members.join(', ')}}`;
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => `// ${wellFormed(line).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}\n`).join('');
}
