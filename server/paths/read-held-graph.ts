import type { GraphDatabase } from '../database/graph-database.ts';
import { explorable, matchNodes, nodeIdOf, relationshipIdOf } from '../queries/public-ids.ts';
import { countOf, textListOf, textOf } from '../queries/read-rows.ts';
import { HeldDetails } from './held-details.ts';
import { HeldGraph, HeldNodes } from './held-graph.ts';
import { nextTurn } from './search-budget.ts';

/** Nodes whose relationships are read at once. */
const BATCH = 2_000;
const READ_TIMEOUT_MS = 60_000;
/** Rows after which others are let in. */
const TURN = 1_000;

/**
 * Reads the links of a whole graph, whose words then follow behind the scenes. Undefined where it has more than `limit`
 * nodes or relationships.
 */
export async function readHeldGraph(
  database: GraphDatabase,
  revision: string,
  limit: number,
): Promise<HeldGraph | undefined> {
  const read = (cypher: string, parameters = {}) =>
    database.read(cypher, parameters, { timeoutMs: READ_TIMEOUT_MS });
  // Both engines know these without counting.
  for (const all of ['MATCH (n) RETURN count(n) AS count', 'MATCH ()-[r]->() RETURN count(r) AS count']) {
    const [row] = await read(all);
    if (countOf(row, 'count') > limit) return undefined;
  }
  const identity = await database.identity({ timeoutMs: READ_TIMEOUT_MS });
  const own = identity === 'own';
  const nodes = new HeldNodes();
  const words = new Map<string, string>();
  /** The same text is kept once. */
  const once = (text: string) => {
    const known = words.get(text);
    if (known === undefined) words.set(text, text);
    return known ?? text;
  };
  const ids: string[] = [];
  const rows = await read(
    `MATCH (n) WHERE ${explorable(identity, 'n')} RETURN ${nodeIdOf(identity, 'n')} AS id, labels(n) AS labels`,
  );
  for (const [n, row] of rows.entries()) {
    if (n % TURN === TURN - 1) await nextTurn();
    const id = once(textOf(row, 'id'));
    ids.push(id);
    nodes.add(id, textListOf(row.labels).map(once));
  }
  // A graph that Throughline did not load may use the words for something else.
  const told = own
    ? ", coalesce(r.status, 'asserted') AS status, coalesce(size(r.evidence), 0) AS evidence, r.date AS date"
    : '';
  for (let start = 0; start < ids.length; start += BATCH) {
    for (const match of matchNodes(identity, ids.slice(start, start + BATCH))) {
      const links = await read(
        `MATCH (a${match.pattern})-[r]->(b) WHERE ${match.condition('a', 'ids')} AND ${explorable(identity, 'b')}
         RETURN ${nodeIdOf(identity, 'a')} AS source, ${nodeIdOf(identity, 'b')} AS target,
                ${relationshipIdOf(identity, 'r', 'a', 'b')} AS id, type(r) AS type${told}`,
        { ids: match.ids },
      );
      for (const [n, row] of links.entries()) {
        if (n % TURN === TURN - 1) await nextTurn();
        nodes.link({
          relationship: textOf(row, 'id'),
          type: once(textOf(row, 'type')),
          source: once(textOf(row, 'source')),
          target: once(textOf(row, 'target')),
          status: own ? once(textOf(row, 'status')) : 'asserted',
          evidence: countOf(row, 'evidence'),
          date: typeof row.date === 'string' && row.date !== '' ? once(row.date) : undefined,
        });
      }
    }
  }
  return new HeldGraph({ revision, identity, nodes, details: new HeldDetails(identity) });
}
