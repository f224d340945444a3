import type { GraphQuery } from '../contract/nodes.ts';
import type { GraphDatabase } from '../database/graph-database.ts';

/** Answers kept at most, and characters of all of them together. */
const MOST_ANSWERS = 3;
const MOST_CHARACTERS = 64_000_000;

/**
 * The last answers, kept for as long as the graph is the one that was loaded. Only where the engine can tell: a Neo4j
 * may be written by others at any time, so of it nothing is kept.
 */
export class KeptLines {
  readonly #database: GraphDatabase;
  #load: string | undefined;
  readonly #answers = new Map<string, readonly string[]>();

  constructor(database: GraphDatabase) {
    this.#database = database;
  }

  /** The lines that the same question was answered with; undefined where it has to be asked anew. */
  async find(query: GraphQuery, signal: AbortSignal): Promise<AsyncIterable<string> | undefined> {
    if (this.#database.engine !== 'embedded') return undefined;
    const { loadedAt } = await this.#database.info({ signal });
    if (loadedAt !== this.#load) this.#answers.clear();
    this.#load = loadedAt;
    const lines = this.#answers.get(JSON.stringify(query));
    return lines && replay(lines);
  }

  /** Passes the lines on and keeps them when they are complete. */
  async *keep(query: GraphQuery, lines: AsyncIterable<string>, signal: AbortSignal): AsyncGenerator<string> {
    const load = this.#load;
    const passed: string[] = [];
    for await (const line of lines) {
      passed.push(line);
      yield line;
    }
    if (load === undefined || signal.aborted || load !== this.#load) return;
    this.#answers.set(JSON.stringify(query), passed);
    this.#shrink();
  }

  #shrink(): void {
    const sizeOf = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length, 0);
    // The oldest first.
    for (const key of [...this.#answers.keys()]) {
      const size = [...this.#answers.values()].reduce((sum, each) => sum + sizeOf(each), 0);
      if (this.#answers.size <= MOST_ANSWERS && size <= MOST_CHARACTERS) return;
      this.#answers.delete(key);
    }
  }
}

async function* replay(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
