import type { PropertyValue } from '../contract/graph.ts';
import type { CypherCursor } from './cypher-cursor.ts';
import type { GraphBuilder } from './graph-builder.ts';
import { found, type ImportProblems, type Place } from './import-problems.ts';

/** A row of a statement: the properties, and of a relationship the ids of its ends. */
export interface CypherRow {
  place: Place;
  ends?: { a: string; b: string };
  properties: Map<string, PropertyValue>;
}

/** Labels of all nodes together, where the script has fewer characters than that. */
const MOST_LABELS = 1_000_000;

/** The clauses behind the rows of a script, and what they make of the rows: nodes and relationships. */
export class CypherGraph {
  readonly #builder: GraphBuilder;
  readonly #problems: ImportProblems;
  readonly #cursor: CypherCursor;
  /** By which property each node is found. */
  readonly #keys = new Map<string, string>();
  readonly #relationships = new Set<string>();
  #label: string | undefined;
  #given: string | undefined;
  #labelCount = 0;
  nodeCount = 0;
  relationshipCount = 0;

  constructor(builder: GraphBuilder, problems: ImportProblems, cursor: CypherCursor) {
    this.#builder = builder;
    this.#problems = problems;
    this.#cursor = cursor;
  }

  /** Takes the label that the script gives all its nodes while it runs. */
  label(cursor: CypherCursor): void {
    const { place, rest } = cursor;
    const label = cursor.name();
    if (/^ThroughlineScript_*$/.test(label)) this.#label ??= label;
    if (label !== this.#label) cursor.fail(`the label ${this.#label ?? 'ThroughlineScript'}`, place, rest);
  }

  /** Takes the property that something is found by: `id`, or the one that the script gives. */
  key(cursor: CypherCursor, which?: 'own' | 'given'): string {
    const { place, rest } = cursor;
    const key = cursor.name();
    if (key === 'id' && which !== 'given') return key;
    if (/^throughline_id_*$/.test(key)) this.#given ??= key;
    if (key === this.#given && which !== 'own') return key;
    const allowed = [
      which === 'given' ? [] : ['id'],
      which === 'own' ? [] : [this.#given ?? 'throughline_id'],
    ];
    return cursor.fail(`the property ${allowed.flat().join(' or ')}`, place, rest);
  }

  /** Takes what follows `MERGE (n:`. */
  nodes(rows: readonly CypherRow[]): void {
    const cursor = this.#cursor;
    this.label(cursor);
    cursor.one(' {');
    const key = this.key(cursor);
    cursor.one(': row.');
    this.#same(key);
    cursor.one('}) SET n = row');
    const labels = cursor.takes(' SET n:') ? this.#labels() : [];
    this.#checkLabels(labels.length * rows.length);
    for (const { place, ends, properties } of rows) {
      const id = ends === undefined ? this.#takeId(properties, key, place) : this.#unfit(place);
      if (id === undefined) continue;
      this.#keys.set(id, key);
      this.nodeCount += 1;
      this.#builder.node({ id, labels, properties }, place);
    }
  }

  /** Takes what follows `MATCH (a:`. */
  relationships(rows: readonly CypherRow[]): void {
    const cursor = this.#cursor;
    const from = this.#end('a');
    cursor.one(' MATCH (b:');
    const to = this.#end('b');
    cursor.one(' MERGE (a)-[r:');
    const type = cursor.name();
    cursor.one(' {');
    const key = this.key(cursor);
    cursor.one(': row.r.');
    this.#same(key);
    cursor.one('}]->(b) SET r = row.r');
    for (const { place, ends, properties } of rows) {
      const id = ends === undefined ? this.#unfit(place) : this.#takeId(properties, key, place);
      if (id === undefined || ends === undefined) continue;
      if (this.#relationships.has(id)) {
        this.#problems.add(`the relationship ${found(id)} was given before; ids must differ`, place, 'id');
        continue;
      }
      this.#relationships.add(id);
      this.#checkEnd(ends.a, from, place);
      this.#checkEnd(ends.b, to, place);
      this.relationshipCount += 1;
      this.#builder.edge(
        { id, type, source: ends.a, target: ends.b, direction: 'directed', properties },
        place,
      );
    }
  }

  #labels(): string[] {
    const cursor = this.#cursor;
    const labels = new Set<string>();
    do {
      const { place, rest } = cursor;
      const label = cursor.name();
      if (label === this.#label || labels.has(label)) {
        cursor.fail('a label that the nodes do not have yet', place, rest);
      }
      labels.add(label);
    } while (cursor.takes(':'));
    return [...labels];
  }

  /** A statement names its labels once for all rows, so that a small script could stand for a huge graph. */
  #checkLabels(more: number): void {
    const most = Math.max(MOST_LABELS, this.#cursor.length);
    this.#labelCount += more;
    if (this.#labelCount <= most) return;
    this.#problems.stop(
      `gives its nodes more than ${most} labels in all, which is the most`,
      this.#cursor.place,
    );
  }

  #end(which: 'a' | 'b'): string {
    const cursor = this.#cursor;
    this.label(cursor);
    cursor.one(' {');
    const key = this.key(cursor);
    cursor.one(`: row.${which}})`);
    return key;
  }

  /** The property by which something is found must be that which holds its id in the row. */
  #same(key: string): void {
    const { place, rest } = this.#cursor;
    if (this.#cursor.name() !== key) this.#cursor.fail(`the property ${key} again`, place, rest);
  }

  /** The id; the property is taken away where the script gave it. */
  #takeId(properties: Map<string, PropertyValue>, key: string, place: Place): string | undefined {
    const id = properties.get(key);
    if (typeof id !== 'string' || id === '') {
      return this.#problems.add('must be a text that is not empty, since it is the id', place, key);
    }
    if (key !== 'id') properties.delete(key);
    return id;
  }

  #checkEnd(id: string, key: string, place: Place): void {
    const own = this.#keys.get(id);
    if (own === undefined || own === key) return;
    this.#problems.add(
      `looks for the node ${found(id)} by its property ${key}, but it is found by ${own}`,
      place,
    );
  }

  #unfit(place: Place): undefined {
    return this.#problems.add(
      'is no row for what the statement makes of it (nodes, or relationships)',
      place,
    );
  }
}
