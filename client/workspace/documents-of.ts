import type { GraphNode, Relationship } from '../../server/contract/graph.ts';

/** Ids of the documents that speak of a node or state a relationship; none in graphs that came from no text. */
export function documentsOf({ properties }: Pick<GraphNode | Relationship, 'properties'>): string[] {
  const { documents } = properties;
  if (!Array.isArray(documents)) return [];
  return documents.filter((id) => typeof id === 'string');
}
