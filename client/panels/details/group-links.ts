import type { Relationship } from '../../../server/contract/graph.ts';
import type { NeighbourCount } from '../../../server/contract/nodes.ts';

export interface LinkGroup {
  type: string;
  direction: 'in' | 'out';
  /** In the whole graph. */
  count: number;
  /** In the workspace, drawn or hidden. */
  gathered: number;
}

/** The links of a node by type and direction, the largest group first. */
export function groupLinks(
  nodeId: string,
  counts: readonly NeighbourCount[],
  gathered: Iterable<Relationship>,
): LinkGroup[] {
  const groups = new Map<string, LinkGroup>();
  for (const { type, direction, count } of counts) {
    const key = `${direction} ${type}`;
    const group = groups.get(key);
    if (group) group.count += count;
    else groups.set(key, { type, direction, count, gathered: 0 });
  }
  for (const { type, source, target } of gathered) {
    if (source === nodeId) countGathered(groups.get(`out ${type}`));
    if (target === nodeId) countGathered(groups.get(`in ${type}`));
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || a.type.localeCompare(b.type));
}

function countGathered(group: LinkGroup | undefined): void {
  if (group) group.gathered += 1;
}

/** How many of the relationships begin or end at a node; one that does both counts twice, as it has two ends there. */
export function countLinksOf(nodeId: string, relationships: Iterable<Relationship>): number {
  let count = 0;
  for (const { source, target } of relationships) {
    if (source === nodeId) count += 1;
    if (target === nodeId) count += 1;
  }
  return count;
}
