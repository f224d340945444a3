import type { SearchResponse } from '../contract/search.ts';
import type { GraphDatabase, RunOptions } from '../database/graph-database.ts';
import { type Fingerprint, fingerprintGraph, listSearchable } from './list-searchable.ts';
import { SearchIndex } from './search-index.ts';

const CHECK_AFTER_MS = 3_000;
const REBUILD_AFTER_MS = 300_000;
/** Reading a whole graph takes longer than a question may. */
const BUILD_TIMEOUT_MS = 120_000;

/** Searches by words; the index is built at the first search and again when the graph has changed. */
export class GraphSearch {
  readonly #database: GraphDatabase;
  readonly #limit: number;
  #current: { index: SearchIndex; fingerprint: Fingerprint; builtAt: number } | undefined;
  #building: Promise<SearchIndex> | undefined;
  #checkedAt = 0;

  constructor(database: GraphDatabase, limit: number) {
    this.#database = database;
    this.#limit = limit;
  }

  async search(question: string, limit: number, options?: RunOptions): Promise<SearchResponse> {
    const index = await this.#ready(options);
    options?.signal?.throwIfAborted();
    return index.search(question, limit);
  }

  /** The next search looks whether the graph has changed, however short the last look is ago. */
  lookAgain(): void {
    this.#checkedAt = 0;
  }

  async #ready(options: RunOptions | undefined): Promise<SearchIndex> {
    const current = this.#current;
    if (current === undefined) return this.#rebuild();
    if (Date.now() - this.#checkedAt < CHECK_AFTER_MS) return current.index;
    const fingerprint = await fingerprintGraph({ database: this.#database, ...(options && { options }) });
    this.#checkedAt = Date.now();
    if (fingerprint.load !== current.fingerprint.load) return this.#rebuild();
    const grown = fingerprint.counts !== current.fingerprint.counts;
    if (grown || Date.now() - current.builtAt > REBUILD_AFTER_MS) {
      // Somebody is writing, or texts may have changed under the same counts: renew behind the scenes, answer from
      // what is there.
      this.#rebuild().catch(() => undefined);
    }
    return current.index;
  }

  /** One build serves all who wait for it, so it does not end when one of them goes away. */
  #rebuild(): Promise<SearchIndex> {
    this.#building ??= this.#build().finally(() => {
      this.#building = undefined;
    });
    return this.#building;
  }

  async #build(): Promise<SearchIndex> {
    const context = { database: this.#database, options: { timeoutMs: BUILD_TIMEOUT_MS } };
    const fingerprint = await fingerprintGraph(context);
    const { nodes, relationships } = await listSearchable(context, this.#limit);
    const index = await SearchIndex.build(nodes, relationships);
    this.#current = { index, fingerprint, builtAt: Date.now() };
    this.#checkedAt = Date.now();
    return index;
  }
}
