import { MOST_FIRST_NODES } from '../../server/contract/first-requests.ts';
import type { Graph } from '../../server/contract/graph.ts';

/** How much may be drawn without asking: more is slow to lay out, and hard to read. */
export const DRAW_BUDGET = { nodes: 3000, relationships: 20_000 } as const;
/** So many of the best connected nodes are suggested in place of a whole large graph. */
export const SUGGESTED_NODES = 2000;
/** What the server gives at most. */
export const MOST_NODES = MOST_FIRST_NODES;

/** How much of a large graph is to be drawn. */
export type DrawChoice =
  | { kind: 'best'; count: number }
  | { kind: 'some'; labels: readonly string[]; types: readonly string[] }
  | { kind: 'all' };

export interface GraphSize {
  nodes: number;
  relationships: number;
}

export function exceedsBudget({ nodes, relationships }: GraphSize): boolean {
  return nodes > DRAW_BUDGET.nodes || relationships > DRAW_BUDGET.relationships;
}

/** Of a graph that is to come, the new nodes with most links in it, at most `count`, with those that are there. */
export function bestConnected(graph: Graph, isThere: (id: string) => boolean, count: number): Graph {
  const degrees = new Map<string, number>();
  for (const { source, target } of graph.relationships) {
    degrees.set(source, (degrees.get(source) ?? 0) + 1);
    if (target !== source) degrees.set(target, (degrees.get(target) ?? 0) + 1);
  }
  const degreeOf = (id: string) => degrees.get(id) ?? 0;
  const newcomers = graph.nodes
    .filter(({ id }) => !isThere(id))
    .sort((a, b) => degreeOf(b.id) - degreeOf(a.id) || (a.id < b.id ? -1 : 1))
    .slice(0, count);
  const kept = new Set(newcomers.map(({ id }) => id));
  const stays = (id: string) => kept.has(id) || isThere(id);
  return {
    nodes: graph.nodes.filter(({ id }) => stays(id)),
    relationships: graph.relationships.filter(({ source, target }) => stays(source) && stays(target)),
  };
}
