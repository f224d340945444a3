import type { GraphNode, Relationship } from '../contract/graph.ts';
import type { GraphDatabase, Identity, Row } from '../database/graph-database.ts';
import { findNodes } from '../queries/find-nodes.ts';
import { explorable, matchNodes, nodeIdOf, relationshipIdOf } from '../queries/public-ids.ts';
import { relationshipOf } from '../queries/read-rows.ts';
import type { Known } from './read-linked.ts';
import { nextTurn } from './search-budget.ts';

/** Characters of nodes and relationships, as JSON, that are kept at most. */
const MOST_CHARACTERS = 64_000_000;
/** Nodes and relationships that are read at once. */
const BATCH = 2_000;
/** The relationships of a node with more than this are left to be read by the questions that need one of them. */
const MOST_OF_ONE = 5_000;
const READ_TIMEOUT_MS = 60_000;
/** Rows after which others are let in. */
const TURN = 500;

/** Things by id, each kept as JSON: a tenth of the room that they take as objects. */
class KeptTexts<T extends { id: string }> {
  readonly #texts = new Map<string, string>();

  /** Gives the number of characters that were added. */
  add(thing: T): number {
    const text = JSON.stringify(thing);
    this.#texts.set(thing.id, text);
    return text.length;
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
    const options = { timeoutMs: READ_TIMEOUT_MS };
    for (const ids of batchesOf(sizes)) {
      const began = performance.now();
      const [nodes, relationships] = await Promise.all([
        findNodes({ database, options }, ids.all),
        this.#relationshipsFrom(database, ids.small),
      ]);
      // A graph swapped in meanwhile may have answered.
      if ((await database.revision(options)) !== revision) return;
      for (const node of nodes) this.#characters += this.nodes.add(node);
      for (const [n, row] of relationships.entries()) {
        if (n % TURN === TURN - 1) await nextTurn();
        this.#characters += this.relationships.add(relationshipOf(row));
      }
      if (this.#characters > MOST_CHARACTERS) return;
      // Questions that are asked meanwhile get at least half of the time.
      await pause(performance.now() - began);
    }
  }

  async #relationshipsFrom(database: GraphDatabase, ids: readonly string[]): Promise<Row[]> {
    const identity = this.#identity;
    const parts = await Promise.all(
      matchNodes(identity, ids).map((match) =>
        database.read(
          `MATCH (a${match.pattern})-[r]->(b) WHERE ${match.condition('a', 'ids')} AND ${explorable(identity, 'b')}
           RETURN ${relationshipIdOf(identity, 'r', 'a', 'b')} AS id, type(r) AS type,
                  ${nodeIdOf(identity, 'a')} AS source, ${nodeIdOf(identity, 'b')} AS target, properties(r) AS properties`,
          { ids: match.ids },
          { timeoutMs: READ_TIMEOUT_MS },
        ),
      ),
    );
    return parts.flat();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

/** Nodes by about as many relationships to each batch; hubs are left out of `small`. */
function* batchesOf(sizes: Iterable<readonly [id: string, size: number]>) {
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
