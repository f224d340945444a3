import type { Surroundings, SurroundingsRequest } from '../contract/neighbourhoods.ts';
import type { Link } from './link-store.ts';
import { drawnGraph, readLinked } from './read-linked.ts';
import { BudgetSpent } from './search-budget.ts';
import { budgetOf, RESULT_MS, requireEntities, type WalkLimits } from './walk-context.ts';
import { openLinks, type WalkGraph } from './walk-graph.ts';

/** More than this is counted but not sent. */
const MOST_NODES = 20_000;

/**
 * Everything within some hops of the given nodes: the nodes, and the relationships walked to reach them.
 *
 * @throws InvalidQuestion for unknown ids; DatabaseError from the engine
 */
export async function listSurroundings(
  graph: WalkGraph,
  request: SurroundingsRequest,
  limits: WalkLimits,
): Promise<Surroundings> {
  const { database } = graph;
  await requireEntities(
    graph,
    request.nodeIds.map((id, i) => [`nodeIds.${i}`, id]),
    request,
    limits,
  );
  const budget = budgetOf(limits);
  const rules = { ...request, endpoints: request.nodeIds };
  const reader = openLinks(graph, rules);
  const reached = new Set(request.nodeIds);
  const walked = new Map<string, Link>();
  const levels: number[] = [];
  let truncated = false;
  let frontier = request.nodeIds;
  try {
    for (let hop = 0; hop < request.hops && frontier.length > 0; hop++) {
      const links = await reader.read(frontier, 'ahead', budget);
      const next = new Set<string>();
      for (const link of links) {
        walked.set(link.relationship, link);
        if (!reached.has(link.to)) next.add(link.to);
      }
      for (const id of next) reached.add(id);
      levels.push(next.size);
      frontier = [...next].sort();
      budget.checkLinks(walked.size);
    }
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    truncated = true;
  }
  // Rows come in another order from each engine.
  const links = [...walked.values()].sort((a, b) => (a.relationship < b.relationship ? -1 : 1));
  const sent = !request.countOnly && reached.size <= MOST_NODES;
  const context = { database, options: { signal: limits.signal, timeoutMs: RESULT_MS } };
  const drawn = sent
    ? drawnGraph(await readLinked(context, links, [...reached].sort(), graph.held?.details), reached)
    : null;
  return { levels, nodeCount: reached.size, relationshipCount: walked.size, truncated, graph: drawn };
}
