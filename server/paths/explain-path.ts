import type { Hop, Path } from '../contract/paths.ts';
import { DatabaseUnavailable } from '../database/database-errors.ts';
import { explainLinks } from './explain-link.ts';
import type { Link } from './link-store.ts';
import type { Linked } from './read-linked.ts';

/**
 * A chain of nodes as a path of the contract: every hop with all its relationships, each as a sentence that
 * keeps the relationship's own direction, with status, speaker, date and quotes.
 */
export function explainPath(nodeIds: readonly string[], hopLinks: readonly Link[][], linked: Linked): Path {
  if (hopLinks.some((links) => links.every((link) => !linked.relationships.has(link.relationship)))) {
    throw new DatabaseUnavailable('The graph was replaced while it was searched. Ask again.');
  }
  const hops: Hop[] = hopLinks.map((links, i) => ({
    from: nodeIds[i] ?? '',
    to: nodeIds[i + 1] ?? '',
    relationships: explainLinks(links, linked),
  }));
  return {
    nodeIds: [...nodeIds],
    relationshipIds: hopLinks.map((links) => links[0]?.relationship ?? ''),
    length: hopLinks.length,
    explanation: hops.map((hop) => hop.relationships[0]?.sentence ?? ''),
    hops,
  };
}
