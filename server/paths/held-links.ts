import type { GraphDatabase, RunOptions } from '../database/graph-database.ts';
import type { HeldGraph } from './held-graph.ts';
import { readHeldGraph } from './read-held-graph.ts';

/** So many times as long as a reading took there is none after it: a graph that is always written to is not read for ever. */
const REST = 10;

/**
 * Keeps in memory what walks need of a graph, read behind the scenes at the first question and anew after it has
 * changed. Each question asks the engine first whether what is held is still the graph, so that nothing held is ever
 * out of date. Larger graphs, and engines that do not tell, are read anew for each question.
 */
export class HeldLinks {
  readonly #database: GraphDatabase;
  readonly #limit: number;
  #held: { revision: string; graph: HeldGraph | undefined } | undefined;
  #reading: Promise<void> | undefined;
  #restsUntil = 0;

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

  /** Whether that is the graph as it is now, which the engine tells; otherwise it is begun to be read. Rejects with a `DatabaseError`. */
  async isCurrent({ revision }: HeldGraph, options?: RunOptions): Promise<boolean> {
    const isCurrent = (await this.#database.revision(options)) === revision;
    if (!isCurrent) void this.ready();
    return isCurrent;
  }

  /** Resolves once the graph is held, or cannot be for now. */
  ready(): Promise<void> {
    if (this.#limit === 0 || performance.now() < this.#restsUntil) return Promise.resolve();
    this.#reading ??= this.#read()
      // The questions themselves tell what is wrong with the engine.
      .catch(() => undefined)
      .finally(() => {
        this.#reading = undefined;
      });
    return this.#reading;
  }

  async #read(): Promise<void> {
    const revision = await this.#database.revision();
    if (revision === undefined || this.#held?.revision === revision) return;
    this.#held = undefined;
    const began = performance.now();
    try {
      const graph = await readHeldGraph(this.#database, revision, this.#limit);
      // A graph swapped in or written to meanwhile may have answered some of the queries.
      if ((await this.#database.revision()) !== revision) return;
      this.#held = { revision, graph };
      // What is not held is read by each question.
      graph?.fill(this.#database).catch(() => undefined);
    } finally {
      const ended = performance.now();
      this.#restsUntil = ended + REST * (ended - began);
    }
  }
}
