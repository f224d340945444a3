import type { Comparison, ComparisonRequest } from '../contract/neighbourhoods.ts';
import { explainLinks } from './explain-link.ts';
import { compareLinks, type Link } from './link-store.ts';
import { drawnGraph, readLinked } from './read-linked.ts';
import { budgetOf, RESULT_MS, requireEntities, type WalkLimits } from './walk-context.ts';
import { openLinks, type WalkGraph } from './walk-graph.ts';

/** The links of one node by the neighbour they lead to, the best connected neighbour first. */
function byNeighbour(links: readonly Link[], node: string): Map<string, Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    if (link.from !== node || link.to === node) continue;
    const group = groups.get(link.to);
    if (group === undefined) groups.set(link.to, [link]);
    else group.push(link);
  }
  for (const group of groups.values()) group.sort(compareLinks);
  const order = (a: [string, Link[]], b: [string, Link[]]) =>
    b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1);
  return new Map([...groups].sort(order));
}

/**
 * What two nodes share and what only one of them is tied to; neighbours at one hop, each with the relationships
 * that make it one.
 *
 * @throws InvalidQuestion for unknown or equal ids; DatabaseError from the engine; BudgetSpent when the nodes
 * have more links than can be read in time
 */
export async function compareNodes(
  graph: WalkGraph,
  request: ComparisonRequest,
  limits: WalkLimits,
): Promise<Comparison> {
  const { a, b, limit } = request;
  const { database } = graph;
  await requireEntities(
    graph,
    [
      ['a', a],
      ['b', b],
    ],
    request,
    limits,
  );
  const budget = budgetOf(limits);
  const rules = { ...request, direction: 'any' as const, endpoints: [a, b] };
  const reader = openLinks(graph, rules);
  const links = await reader.read([a, b], 'ahead', budget);
  const ofA = byNeighbour(links, a);
  const ofB = byNeighbour(links, b);
  const others = (own: Map<string, Link[]>) => [...own.keys()].filter((id) => id !== a && id !== b);
  const common = others(ofA).filter((id) => ofB.has(id));
  const onlyA = others(ofA).filter((id) => !ofB.has(id));
  const onlyB = others(ofB).filter((id) => !ofA.has(id));
  const listed = [common, onlyA, onlyB].map((ids) => ids.slice(0, limit));
  const shown = new Set([a, b, ...listed.flat()]);
  const used = [...ofA, ...ofB].flatMap(([id, group]) => (shown.has(id) ? group : []));
  const context = { database, options: { signal: limits.signal, timeoutMs: RESULT_MS } };
  const linked = await readLinked(context, used, [...shown], graph.held?.details);
  const explain = (group: readonly Link[] = []) => explainLinks(group, linked);
  const [commonIds = [], onlyAIds = [], onlyBIds = []] = listed;
  return {
    common: commonIds.map((node) => ({ node, withA: explain(ofA.get(node)), withB: explain(ofB.get(node)) })),
    onlyA: onlyAIds.map((node) => ({ node, relationships: explain(ofA.get(node)) })),
    onlyB: onlyBIds.map((node) => ({ node, relationships: explain(ofB.get(node)) })),
    direct: explain(ofA.get(b)),
    totals: { common: common.length, onlyA: onlyA.length, onlyB: onlyB.length },
    graph: drawnGraph(linked, shown),
  };
}
