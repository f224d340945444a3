import type { GraphNode, Relationship } from '../contract/graph.ts';
import type { GraphDatabase } from '../database/graph-database.ts';
import { nodeOf, relationshipOf } from '../queries/read-rows.ts';
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

const NODES =
  'MATCH (n:Entity) WHERE n.id IN $ids RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties';
const RELATIONSHIPS = `MATCH (a:Entity)-[r]->(b:Entity) WHERE a.id IN $ids
  RETURN r.id AS id, type(r) AS type, a.id AS source, b.id AS target, properties(r) AS properties`;

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
  readonly revision: string;
  readonly nodes = new KeptTexts<GraphNode>();
  readonly relationships = new KeptTexts<Relationship>();
  #characters = 0;

  constructor(revision: string) {
    this.revision = revision;
  }

  /**
   * Reads the nodes named, and what leads away from them, so many relationships from each. Ends when all are held,
   * the room is used up, or the graph is another one.
   */
  async fill(database: GraphDatabase, sizes: Iterable<readonly [id: string, size: number]>): Promise<void> {
    for (const ids of batchesOf(sizes)) {
      const began = performance.now();
      const [nodes, relationships] = await Promise.all([
        database.read(NODES, { ids: ids.all }, { timeoutMs: READ_TIMEOUT_MS }),
        database.read(RELATIONSHIPS, { ids: ids.small }, { timeoutMs: READ_TIMEOUT_MS }),
      ]);
      // A graph swapped in meanwhile may have answered.
      if (database.revision() !== this.revision) return;
      for (const row of nodes) this.#characters += this.nodes.add(nodeOf(row));
      for (const [n, row] of relationships.entries()) {
        if (n % TURN === TURN - 1) await nextTurn();
        this.#characters += this.relationships.add(relationshipOf(row));
      }
      if (this.#characters > MOST_CHARACTERS) return;
      // Questions that are asked meanwhile get at least half of the time.
      await pause(performance.now() - began);
    }
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
