import type { Relationship } from '../../../server/contract/graph.ts';
import type { NeighbourCount } from '../../../server/contract/nodes.ts';

export interface LinkGroup {
  type: string;
  direction: 'in' | 'out';
  /** In the whole graph. */
  count: number;
  /** On the canvas. */
  drawn: number;
}

/** The links of a node by type and direction, the largest group first. */
export function groupLinks(
  nodeId: string,
  counts: readonly NeighbourCount[],
  drawn: readonly Relationship[],
): LinkGroup[] {
  const groups = new Map<string, LinkGroup>();
  for (const { type, direction, count } of counts) {
    const key = `${direction} ${type}`;
    const group = groups.get(key);
    if (group) group.count += count;
    else groups.set(key, { type, direction, count, drawn: 0 });
  }
  for (const { type, source, target } of drawn) {
    if (source === nodeId) countDrawn(groups.get(`out ${type}`));
    if (target === nodeId) countDrawn(groups.get(`in ${type}`));
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || a.type.localeCompare(b.type));
}

function countDrawn(group: LinkGroup | undefined): void {
  if (group) group.drawn += 1;
}
