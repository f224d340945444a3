import type { GraphNode, Relationship } from '../contract/graph.ts';
import type { Hop, Path } from '../contract/paths.ts';
import { DatabaseUnavailable } from '../database/database-errors.ts';
import { explainLink } from './explain-link.ts';
import type { Link } from './link-store.ts';

/**
 * A chain of nodes as a path of the contract: every hop with all its relationships, each as a sentence that
 * keeps the relationship's own direction, with status, speaker, date and quotes.
 */
export function explainPath(
  nodeIds: readonly string[],
  hopLinks: readonly Link[][],
  nodes: ReadonlyMap<string, GraphNode>,
  relationships: ReadonlyMap<string, Relationship>,
): Path {
  if (hopLinks.some((links) => links.every((link) => !relationships.has(link.relationship)))) {
    throw new DatabaseUnavailable('The graph was replaced while it was searched. Ask again.');
  }
  const hops: Hop[] = hopLinks.map((links, i) => ({
    from: nodeIds[i] ?? '',
    to: nodeIds[i + 1] ?? '',
    relationships: links.flatMap((link) => {
      const relationship = relationships.get(link.relationship);
      return relationship === undefined ? [] : [explainLink(link, relationship, nodes)];
    }),
  }));
  return {
    nodeIds: [...nodeIds],
    relationshipIds: hopLinks.map((links) => links[0]?.relationship ?? ''),
    length: hopLinks.length,
    explanation: hops.map((hop) => hop.relationships[0]?.sentence ?? ''),
    hops,
  };
}
