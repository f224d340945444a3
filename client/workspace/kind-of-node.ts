import { STATUSES, type Status } from '../../server/contract/evidence.ts';
import type { GraphNode, Relationship } from '../../server/contract/graph.ts';

const NO_LABEL = 'Node';

/** The label that says most about a node: `Entity` is what every node of a text is, so it says nothing. */
export function kindOfNode(node: Pick<GraphNode, 'labels'>): string {
  return node.labels.find((label) => label !== 'Entity') ?? node.labels[0] ?? NO_LABEL;
}

/** How a relationship stands in the text; null for relationships of graphs without that notion. */
export function statusOf(relationship: Pick<Relationship, 'properties'>): Status | null {
  const value = relationship.properties.status;
  return STATUSES.find((status) => status === value) ?? null;
}
