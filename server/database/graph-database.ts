import type { Properties, TypedValue } from '../contract/graph.ts';

/** A plain value of a result row: JSON, with what JSON cannot hold as a `TypedValue` of the contract. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
export type Row = Record<string, Value>;

/** Integers arrive as 64-bit integers on every engine; all other numbers as floats. */
export type Parameters = Record<string, unknown>;

export interface RunOptions {
  /** Aborting rejects with `QueryCancelled` and stops the engine's work. */
  signal?: AbortSignal | undefined;
  /** Milliseconds; past it the query ends with `QueryTimeout`. Defaults to the engine's setting. */
  timeoutMs?: number | undefined;
  /** A revision: rejects with `DataChanged` unless all that is read is of it. */
  at?: string | undefined;
}

export interface EngineInfo {
  engine: 'embedded' | 'neo4j';
  version: string;
  /** ISO time of the last load, where the engine knows it (embedded); another value means another graph. */
  loadedAt?: string;
}

/**
 * How public ids are found. `own`: the graph was loaded by Throughline; Entity, SourceDocument and Passage
 * nodes are found by their unique `id`. `element`: a graph never seen before; ids are the engine's element ids.
 */
export type Identity = 'own' | 'element';

/** One row of a load: a node with its labels, or a relationship with the ids of its ends. */
export interface NodeRecord {
  id: string;
  labels: readonly string[];
  properties: Properties;
}
export interface RelationshipRecord {
  id: string;
  type: string;
  source: string;
  target: string;
  properties: Properties;
}
export interface GraphRecords {
  nodes: readonly NodeRecord[];
  relationships: readonly RelationshipRecord[];
}

export interface LoadReport {
  nodeCount: number;
  relationshipCount: number;
}

export interface LoadOptions {
  /** Also removes data that Throughline did not load; without it that data stays untouched. */
  replaceEverything?: boolean | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Clauses that bind `p` to trails (no relationship twice) between the bound nodes `a` and `b`. Each of their
 * relationships keeps the condition on `r`, each node of them the one on `n`; an empty condition lets all pass.
 * Without `out` the direction of relationships does not count.
 */
export interface TrailClauses {
  /** All trails of the least length, whatever it is. */
  shortest(wish: TrailWish): string;
  /** All trails of the `groups` smallest lengths that there are, of at most `length` relationships. */
  shortestGroups(wish: TrailWish, groups: number, length: number): string;
}

export interface TrailWish {
  out: boolean;
  relationships: string;
  nodes: string;
}

/**
 * The port to an engine for reading. Cypher texts stay inside the subset that both engines answer alike and
 * return scalars, lists and maps (`labels(n)`, `properties(r)`), never bare nodes, relationships or paths.
 */
export interface GraphDatabase {
  /** Runs one reading query. Rejects with a `DatabaseError`. */
  read(cypher: string, parameters?: Parameters, options?: RunOptions): Promise<Row[]>;
  /** Rejects with `DatabaseUnavailable` while the engine does not answer. */
  info(options?: RunOptions): Promise<EngineInfo>;
  /** May be some seconds old, unless it is asked for `at` a revision. */
  identity(options?: RunOptions): Promise<Identity>;
  /** Another text whenever the data are others; undefined where the engine does not tell. */
  revision(options?: RunOptions): Promise<string | undefined>;
  /** Present where the engine finds shortest trails and filters them during its search. */
  readonly trails?: TrailClauses;
  /** Where the database is, without credentials; for messages. */
  readonly address: string;
  readonly engine: 'embedded' | 'neo4j';
  close(): Promise<void>;
}

/** Ids that are in use by what else is loaded. */
export interface TakenIds {
  nodes: ReadonlySet<string>;
  relationships: ReadonlySet<string>;
}

export interface DatasetReport extends LoadReport {
  /** Whether a dataset of this name was there before. */
  replaced: boolean;
}

/** Which values an engine gives back as what they were. */
export interface KeptValues {
  /** Whether it tells a float that is whole, such as 2.0, from an integer. */
  wholeFloats: boolean;
  /** Kinds of values that it has as texts only. */
  asText: readonly TypedValue['$type'][];
}

/** Loads graphs into an engine, all or nothing. */
export interface GraphLoader {
  readonly keeps: KeptValues;
  /** False when Throughline's data or anything else is there. */
  isEmpty(): Promise<boolean>;
  /**
   * Replaces what Throughline loaded before by the given records. Rejects with `LoadRefused` or another
   * `DatabaseError`; the old graph is then still there.
   */
  replaceAll(records: GraphRecords, options?: LoadOptions): Promise<LoadReport>;
  /**
   * Puts records beside what is loaded, in place of those whose property `dataset` has this name; all of them must
   * carry it. `make` gets the ids that are in use by everything else. Rejects as `replaceAll` does.
   */
  putDataset(
    dataset: string,
    make: (taken: TakenIds) => GraphRecords,
    options?: Pick<LoadOptions, 'onProgress'>,
  ): Promise<DatasetReport>;
  close(): Promise<void>;
}
