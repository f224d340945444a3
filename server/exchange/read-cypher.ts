import type { ImportFormat } from '../contract/imports.ts';
import { CypherCursor, NotAsWritten } from './cypher-cursor.ts';
import { CypherGraph, type CypherRow } from './cypher-graph.ts';
import type { FileHead } from './file-head.ts';
import type { GraphBuilder } from './graph-builder.ts';
import { MOST_PROBLEMS } from './import-limits.ts';
import { found, type ImportProblems, type Place } from './import-problems.ts';
import { readCypherMap } from './read-cypher-value.ts';

/** The statements of a script, in the order in which they come. */
const STEPS = [
  'CREATE INDEX',
  'CALL',
  'MATCH … SET',
  'nodes',
  'relationships',
  'MATCH … REMOVE',
  'DROP INDEX',
] as const;
type Step = (typeof STEPS)[number];

/** The second line of every script. */
const SIGNATURE = /^Written by Throughline on \d{4}-\d\d-\d\d: (\d+) nodes, (\d+) relationships\.$/;

/**
 * Reads a script that Throughline wrote: exactly the statements that `cypherWriter` writes, in its order and whole.
 * Nothing is executed; any other statement is a problem, since Cypher cannot be understood without a database.
 */
export function readCypher(
  text: string,
  builder: GraphBuilder,
  problems: ImportProblems,
): { format: ImportFormat; head: FileHead } {
  const reader = new ScriptReader(new CypherCursor(text), builder, problems);
  return { format: 'cypher', head: reader.read() };
}

class ScriptReader {
  readonly #cursor: CypherCursor;
  readonly #graph: CypherGraph;
  readonly #problems: ImportProblems;
  readonly #seen = new Map<Step, number>();
  #last = 0;
  #told = 0;
  #promised: { nodes: number; relationships: number; place: Place } | undefined;

  constructor(cursor: CypherCursor, builder: GraphBuilder, problems: ImportProblems) {
    this.#cursor = cursor;
    this.#graph = new CypherGraph(builder, problems, cursor);
    this.#problems = problems;
  }

  read(): FileHead {
    const cursor = this.#cursor;
    const head = this.#readHead();
    for (cursor.skipSpace(); !cursor.isAtEnd; cursor.skipSpace()) {
      if (cursor.comment() !== undefined) continue;
      try {
        this.#readStatement();
      } catch (error) {
        if (!(error instanceof NotAsWritten)) throw error;
        this.#problems.add(error.message, error.place);
        this.#told += 1;
        if (this.#told >= MOST_PROBLEMS) throw this.#problems.refusal();
        cursor.skipStatement();
      }
    }
    if (this.#told === 0) this.#checkWhole();
    return head;
  }

  #readHead(): FileHead {
    const cursor = this.#cursor;
    const title = cursor.comment();
    cursor.skipSpace();
    const { place } = cursor;
    const [, nodes, relationships] = SIGNATURE.exec(cursor.comment() ?? '') ?? [];
    if (nodes === undefined || relationships === undefined) return {};
    this.#promised = { nodes: Number(nodes), relationships: Number(relationships), place };
    return { writtenBy: 'Throughline', ...(title ? { title } : {}) };
  }

  #readStatement(): void {
    const cursor = this.#cursor;
    const { place, rest } = cursor;
    if (cursor.takes('UNWIND [')) this.#readRows(place);
    else if (cursor.takes('CREATE INDEX throughline_script_')) {
      this.#step('CREATE INDEX', place);
      const which = cursor.one('own', 'given');
      cursor.one(' IF NOT EXISTS FOR (n:');
      this.#graph.label(cursor);
      cursor.one(') ON (n.');
      this.#graph.key(cursor, which);
      cursor.one(')');
    } else if (cursor.takes('CALL db.awaitIndexes()')) this.#step('CALL', place);
    else if (cursor.takes('MATCH (n) WHERE n.')) {
      this.#step('MATCH … SET', place);
      do this.#graph.key(cursor);
      while (cursor.one(' IS NOT NULL OR n.', ' IS NOT NULL SET n:') === ' IS NOT NULL OR n.');
      this.#graph.label(cursor);
    } else if (cursor.takes('MATCH (n:')) {
      this.#step('MATCH … REMOVE', place);
      this.#graph.label(cursor);
      cursor.one(') REMOVE n:');
      this.#graph.label(cursor);
    } else if (cursor.takes('DROP INDEX throughline_script_')) {
      this.#step('DROP INDEX', place);
      cursor.one('own', 'given');
      cursor.one(' IF EXISTS');
    } else cursor.fail('a statement of a script by Throughline', place, rest);
    cursor.end();
  }

  #readRows(place: Place): void {
    const cursor = this.#cursor;
    cursor.lineBreak();
    const rows = [this.#readRow()];
    while (cursor.takes(',')) {
      cursor.lineBreak();
      rows.push(this.#readRow());
    }
    cursor.lineBreak();
    cursor.one('] AS row ');
    const isNodes = cursor.one('MERGE (n:', 'MATCH (a:') === 'MERGE (n:';
    this.#step(isNodes ? 'nodes' : 'relationships', place);
    if (isNodes) this.#graph.nodes(rows);
    else this.#graph.relationships(rows);
  }

  #readRow(): CypherRow {
    const cursor = this.#cursor;
    const { place } = cursor;
    if (!cursor.takes('{a: ')) return { place, properties: readCypherMap(cursor) };
    const a = cursor.text();
    cursor.one(', b: ');
    const b = cursor.text();
    cursor.one(', r: ');
    const properties = readCypherMap(cursor);
    cursor.one('}');
    return { place, ends: { a, b }, properties };
  }

  /** Statements out of their order would mean something else. */
  #step(step: Step, place: Place): void {
    const at = STEPS.indexOf(step);
    if (at < this.#last) {
      throw new NotAsWritten(
        `has a statement (${step}) behind one that comes later (${STEPS[this.#last]})`,
        place,
      );
    }
    this.#last = at;
    this.#seen.set(step, (this.#seen.get(step) ?? 0) + 1);
  }

  /** A script that was cut may be a graph still, but not the one that was written. */
  #checkWhole(): void {
    const { place } = this.#cursor;
    const count = (step: Step) => this.#seen.get(step) ?? 0;
    const missing = (['CREATE INDEX', 'CALL', 'MATCH … SET', 'MATCH … REMOVE'] as const).find(
      (step) => !count(step),
    );
    const lacking = missing ?? (count('DROP INDEX') < count('CREATE INDEX') ? 'DROP INDEX' : undefined);
    if (lacking !== undefined) {
      this.#problems.stop(
        `ends without the statement ${lacking} of every script by Throughline: it was cut, or written by another program; only whole scripts written by Throughline can be read`,
        { line: place.line },
      );
    }
    const { nodeCount, relationshipCount } = this.#graph;
    if (this.#promised === undefined) return;
    const { nodes, relationships, place: promise } = this.#promised;
    if (nodes === nodeCount && relationships === relationshipCount) return;
    this.#problems.add(
      `says that it has ${nodes} nodes and ${relationships} relationships, but has ${nodeCount} and ${relationshipCount}; parts of it are missing or were added (if that is meant, put it right in this line: ${found(`${nodeCount} nodes, ${relationshipCount} relationships`)})`,
      promise,
    );
  }
}
