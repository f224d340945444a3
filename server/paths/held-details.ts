import type { GraphNode, Relationship } from '../contract/graph.ts';
import { DataChanged } from '../database/database-errors.ts';
import type { GraphDatabase, Identity } from '../database/graph-database.ts';
import { findNodes } from '../queries/find-nodes.ts';
import { explorable, matchNodes, type NodeMatch, nodeIdOf, relationshipIdOf } from '../queries/public-ids.ts';
import { relationshipOf } from '../queries/read-rows.ts';
import { atRevision } from './at-revision.ts';
import type { Known } from './read-linked.ts';
import { nextTurn } from './search-budget.ts';

/** Characters of nodes and relationships, as JSON, that are kept at most. */
const MOST_CHARACTERS = 64_000_000;
/** Nodes and relationships that are read at once. */
const BATCH = 1_000;
/** The relationships of a node with more than this are left to be read by the questions that need one of them. */
const MOST_OF_ONE = 5_000;
/** For one query: each reads more than a question may. */
export const READ_TIMEOUT_MS = 60_000;
const RETRY_AFTER_MS = 5_000;
/** Rows after which others are let in. */
const TURN = 200;

/** Things by id, each kept as JSON: a tenth of the room that they take as objects. */
class KeptTexts<T extends { id: string }> {
  readonly #texts = new Map<string, string>();

  /** Gives the number of characters that were added; the same thing may come again. */
  add(thing: T): number {
    const text = JSON.stringify(thing);
    const before = this.#texts.get(thing.id)?.length ?? 0;
    this.#texts.set(thing.id, text);
    return text.length - before;
  }

  get(id: string): T | undefined {
    const text = this.#texts.get(id);
    return text === undefined ? undefined : JSON.parse(text);
  }
}

/** Nodes and relationships of one revision of a graph in full, as many as there is room for. */
export class HeldDetails implements Known {
  readonly nodes = new KeptTexts<GraphNode>();
  readonly relationships = new KeptTexts<Relationship>();
  readonly #identity: Identity;
  #characters = 0;

  constructor(identity: Identity) {
    this.#identity = identity;
  }

  /**
   * Reads the nodes named, and what leads away from them, so many relationships from each. Ends when all are held,
   * the room is used up, or the graph is no longer the one of this revision.
   */
  async fill(
    database: GraphDatabase,
    revision: string,
    sizes: Iterable<readonly [id: string, size: number]>,
  ): Promise<void> {
    const at = atRevision(database, revision, this.#identity);
    for (const ids of batchesOf(sizes)) {
      const began = performance.now();
      await this.#fill(at, ids).catch(async (error: unknown) => {
        if (error instanceof DataChanged) throw error;
        // An engine that was away for a moment should not be asked more for ever.
        await pause(RETRY_AFTER_MS);
        await this.#fill(at, ids);
      });
      if (this.#characters > MOST_CHARACTERS) return;
      // Questions that are asked meanwhile get at least half of the time.
      await pause(performance.now() - began);
    }
  }

  async #fill(database: GraphDatabase, { all, small }: Batch): Promise<void> {
    const options = { timeoutMs: READ_TIMEOUT_MS };
    const nodes = await findNodes({ database, options }, all);
    await this.#keep(nodes, this.nodes);
    for (const match of matchNodes(this.#identity, small)) {
      const cypher = linksFrom(this.#identity, match, 'properties(r) AS properties');
      await this.#keep(
        (await database.read(cypher, { ids: match.ids }, options)).map(relationshipOf),
        this.relationships,
      );
    }
  }

  async #keep<T extends { id: string }>(things: readonly T[], texts: KeptTexts<T>): Promise<void> {
    for (const [n, thing] of things.entries()) {
      if (this.#characters > MOST_CHARACTERS) return;
      if (n % TURN === TURN - 1) await nextTurn();
      this.#characters += texts.add(thing);
    }
  }
}

/**
 * The query for the relationships that lead from the nodes of a match to other explorable ones: `id`, `type`, `source`
 * and `target` of each, and more columns.
 */
export function linksFrom(identity: Identity, { pattern, condition }: NodeMatch, columns: string): string {
  return `MATCH (a${pattern})-[r]->(b) WHERE ${condition('a', 'ids')} AND ${explorable(identity, 'b')}
    RETURN ${relationshipIdOf(identity, 'r', 'a', 'b')} AS id, type(r) AS type,
           ${nodeIdOf(identity, 'a')} AS source, ${nodeIdOf(identity, 'b')} AS target, ${columns}`;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

/** Nodes, and those of them whose relationships are not too many. */
interface Batch {
  all: string[];
  small: string[];
}

/** Nodes by about as many relationships to each batch. */
function* batchesOf(sizes: Iterable<readonly [id: string, size: number]>): Generator<Batch> {
  let [all, small, count]: [string[], string[], number] = [[], [], 0];
  for (const [id, size] of sizes) {
    all.push(id);
    if (size <= MOST_OF_ONE) small.push(id);
    count += size <= MOST_OF_ONE ? size + 1 : 1;
    if (count < BATCH) continue;
    yield { all, small };
    [all, small, count] = [[], [], 0];
  }
  if (all.length > 0) yield { all, small };
}
