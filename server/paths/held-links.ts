import { QueryOutOfMemory, QueryRefused, QueryTimeout } from '../database/database-errors.ts';
import type { GraphDatabase, RunOptions } from '../database/graph-database.ts';
import type { HeldGraph } from './held-graph.ts';
import { readHeldGraph } from './read-held-graph.ts';

/** After a reading there is a rest of so many times as long as it took: a graph that is always written to is not always read. */
const REST = 10;
const LONGEST_REST_MS = 60_000;

/**
 * Keeps in memory what walks need of a graph, read behind the scenes at the first question and anew after it has
 * changed. Each question asks the engine whether what is held is still the graph. Larger graphs, and those of engines
 * that do not tell, are read anew for each question.
 */
export class HeldLinks {
  readonly #database: GraphDatabase;
  readonly #limit: number;
  /** Without a graph where that of the revision cannot be held. */
  #held: { revision: string; graph: HeldGraph | undefined } | undefined;
  #reading: Promise<void> | undefined;
  #restsUntil = 0;
  /** One reading may follow another without a rest: most graphs change once, not all the time. */
  #mayFollow = true;

  /** Holds at most `limit` relationships, and nodes. */
  constructor(database: GraphDatabase, limit: number) {
    this.#database = database;
    this.#limit = limit;
  }

  /** The graph as it was when it was read; while there is none it is begun to be read. */
  get latest(): HeldGraph | undefined {
    const graph = this.#held?.graph;
    if (graph === undefined) void this.ready();
    return graph;
  }

  /**
   * Whether that is the graph as it is now, which the engine tells; if not, it is let go and the graph is begun to be
   * read. Rejects with a `DatabaseError`.
   */
  async isCurrent(graph: HeldGraph, options?: RunOptions): Promise<boolean> {
    const isCurrent = (await this.#database.revision(options)) === graph.revision;
    if (!isCurrent) {
      if (this.#held?.graph === graph) this.#held = undefined;
      void this.ready();
    }
    return isCurrent;
  }

  /** Resolves once the graph is held, or cannot be for now. */
  ready(): Promise<void> {
    if (this.#limit === 0) return Promise.resolve();
    this.#reading ??= this.#read()
      // The questions themselves tell what is wrong with the engine.
      .catch(() => undefined)
      .finally(() => {
        this.#reading = undefined;
      });
    return this.#reading;
  }

  async #read(): Promise<void> {
    const began = performance.now();
    const isRested = began >= this.#restsUntil;
    if (!isRested && !this.#mayFollow) return;
    const revision = await this.#database.revision();
    if (revision === undefined || this.#held?.revision === revision) return;
    this.#held = undefined;
    this.#mayFollow = isRested;
    try {
      const graph = await readHeldGraph(this.#database, revision, this.#limit);
      this.#held = { revision, graph };
      // What is not held is read by each question.
      graph?.fill(this.#database).catch(() => undefined);
    } catch (error) {
      // It would not be otherwise before the graph is another one.
      const wontDo = [QueryTimeout, QueryOutOfMemory, QueryRefused].some((kind) => error instanceof kind);
      if (!wontDo) throw error;
      this.#held = { revision, graph: undefined };
    } finally {
      const ended = performance.now();
      this.#restsUntil = ended + Math.min(LONGEST_REST_MS, REST * (ended - began));
    }
  }
}
