import type { GraphDatabase, Identity, Parameters, Row } from '../database/graph-database.ts';
import { explorable, matchNodes, nodeIdOf } from '../queries/public-ids.ts';
import { evidenceCountOf } from '../queries/read-evidence.ts';
import { countOf, textListOf, textOf } from '../queries/read-rows.ts';
import { linksFrom, READ_TIMEOUT_MS } from './held-details.ts';
import { HeldGraph, HeldNodes } from './held-graph.ts';
import { nextTurn } from './search-budget.ts';

/** Nodes whose relationships are read at once. */
const BATCH = 2_000;
/** Rows after which others are let in. */
const TURN = 1_000;

type Read = (cypher: string, parameters?: Parameters) => Promise<Row[]>;

/**
 * Reads the links of a whole graph at a revision, whose words then follow behind the scenes. Undefined where it has
 * more than `limit` explorable nodes or relationships.
 *
 * @throws DataChanged when the graph is another one by then, or another DatabaseError
 */
export async function readHeldGraph(
  database: GraphDatabase,
  revision: string,
  limit: number,
): Promise<HeldGraph | undefined> {
  const options = { timeoutMs: READ_TIMEOUT_MS, at: revision };
  const read: Read = (cypher, parameters) => database.read(cypher, parameters, options);
  const identity = await database.identity(options);
  if (await isLarger(read, identity, limit)) return undefined;
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
    ? `coalesce(r.status, 'asserted') AS status, ${evidenceCountOf('r')} AS evidence, r.date AS date`
    : "'asserted' AS status";
  for (let start = 0; start < ids.length; start += BATCH) {
    for (const match of matchNodes(identity, ids.slice(start, start + BATCH))) {
      const links = await read(linksFrom(identity, match, told), { ids: match.ids });
      for (const [n, row] of links.entries()) {
        if (n % TURN === TURN - 1) await nextTurn();
        nodes.link({
          relationship: textOf(row, 'id'),
          type: once(textOf(row, 'type')),
          source: once(textOf(row, 'source')),
          target: once(textOf(row, 'target')),
          status: once(textOf(row, 'status')),
          evidence: countOf(row, 'evidence'),
          date: typeof row.date === 'string' && row.date !== '' ? once(row.date) : undefined,
        });
      }
    }
  }
  return new HeldGraph(revision, identity, nodes);
}

/** Both engines know these numbers without counting. */
async function isLarger(read: Read, identity: Identity, limit: number): Promise<boolean> {
  const count = async (pattern: string) => {
    const [row] = await read(`MATCH ${pattern} RETURN count(x) AS count`);
    return countOf(row, 'count');
  };
  const texts = async (...patterns: string[]) => {
    const counts = identity === 'own' ? await Promise.all(patterns.map(count)) : [];
    return counts.reduce((sum, each) => sum + each, 0);
  };
  const nodes = (await count('(x)')) - (await texts('(x:Passage)', '(x:SourceDocument)'));
  const relationships = (await count('()-[x]->()')) - (await texts('()-[x:HAS_PASSAGE]->()'));
  return Math.max(nodes, relationships) > limit;
}
