import type { Connection, ConnectionRequest } from '../contract/neighbourhoods.ts';
import { explainLinks } from './explain-link.ts';
import { LinkStore, wayBack } from './link-store.ts';
import { drawnGraph, readLinked } from './read-linked.ts';
import { BudgetSpent, type SearchBudget } from './search-budget.ts';
import { type SteinerTree, steinerTree } from './steiner-tree.ts';
import { budgetOf, RESULT_MS, requireEntities, type WalkLimits } from './walk-context.ts';
import { openLinks, type WalkGraph } from './walk-graph.ts';

/** The dynamic programme is tried on at most this many nodes times subsets of terminals. */
const MOST_CELLS = 8_000_000;
const FARTHEST = 12;

/**
 * The smallest subgraph that connects three to eight nodes. Links are read in growing rings around all of them;
 * once a tree of t edges is found, every node of a smaller one lies within t/2 hops of some terminal, so rings of
 * that depth hold the smallest, and it is proven.
 *
 * @throws InvalidQuestion for unknown or repeated ids; DatabaseError from the engine
 */
export async function connectNodes(
  graph: WalkGraph,
  request: ConnectionRequest,
  limits: WalkLimits,
): Promise<Connection> {
  const { nodeIds } = request;
  const { database } = graph;
  await requireEntities(
    graph,
    nodeIds.map((id, i) => [`nodeIds.${i}`, id]),
    request,
    limits,
  );
  const budget = budgetOf(limits);
  const rules = { ...request, direction: 'any' as const, endpoints: nodeIds };
  const reader = openLinks(graph, rules);
  const links = new LinkStore();
  const reached = new Set(nodeIds);
  let frontier: string[] = [...nodeIds];
  let tree: SteinerTree | undefined;
  let proven = false;
  try {
    for (let depth = 1; depth <= FARTHEST && !proven; depth++) {
      const next = new Set<string>();
      const read = await reader.read(frontier, 'ahead', budget);
      await links.addAll(read, budget);
      await links.addAll(read.map(wayBack), budget);
      for (const link of read) {
        if (!reached.has(link.to)) next.add(link.to);
      }
      for (const id of next) reached.add(id);
      frontier = [...next].sort();
      if (reached.size * 3 ** (nodeIds.length - 1) > MOST_CELLS) break;
      const nodes = [...reached].sort();
      tree = steinerTree(
        nodes,
        nodeIds,
        (node) => links.nextOf(node),
        () => budget.checkTime(),
      );
      await budget.pause();
      proven = frontier.length === 0 || (tree !== undefined && depth >= Math.ceil(tree.size / 2));
      if (frontier.length === 0) break;
    }
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
  }
  const pairs = tree === undefined ? [] : tree.edges;
  const chosen = new Set([...nodeIds, ...pairs.flat()]);
  const used = pairs.flatMap(([from, to]) => links.between(from, to));
  const context = { database, options: { signal: limits.signal, timeoutMs: RESULT_MS } };
  const linked = await readLinked(context, used, [...chosen], graph.held?.details);
  return {
    connected: tree !== undefined,
    proven,
    nodeIds: [...chosen],
    ties: pairs.map(([from, to]) => ({
      from,
      to,
      relationships: explainLinks(links.between(from, to), linked),
    })),
    apart: tree === undefined ? await groupsOf(nodeIds, links, budgetOf(limits)) : [],
    graph: drawnGraph(linked, chosen),
  };
}

/** The terminals by island, as far as the links read tell. */
async function groupsOf(
  nodeIds: readonly string[],
  links: LinkStore,
  budget: SearchBudget,
): Promise<string[][]> {
  const groups: string[][] = [];
  const left = new Set(nodeIds);
  for (const id of nodeIds) {
    if (!left.has(id)) continue;
    const island = await links.distancesTo(
      id,
      { limit: Number.POSITIVE_INFINITY, through: () => true },
      budget,
    );
    const group = [...left].filter((other) => island.has(other));
    for (const other of group) left.delete(other);
    groups.push(group);
  }
  return groups;
}
