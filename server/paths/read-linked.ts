import type { GraphNode, Relationship } from '../contract/graph.ts';
import { findNodes } from '../queries/find-nodes.ts';
import { findRelationships } from '../queries/find-relationships.ts';
import type { QueryContext } from '../queries/query-context.ts';
import type { Link } from './link-store.ts';

export interface Linked {
  /** Those asked for, the links' ends, and the speakers. */
  nodes: Map<string, GraphNode>;
  relationships: Map<string, Relationship>;
}

/** Reads in full what links only name: their relationships, the nodes at their ends, and who said them. */
export async function readLinked(
  context: QueryContext,
  links: readonly Link[],
  nodeIds: readonly string[],
): Promise<Linked> {
  const ids = [...new Set(links.map((link) => link.relationship))];
  const sources = [...new Set(links.map((link) => (link.forward ? link.from : link.to)))];
  const relationships = ids.length === 0 ? [] : await findRelationships(context, ids, sources);
  const speakers = relationships.flatMap(({ properties }) =>
    typeof properties.speaker === 'string' ? [properties.speaker] : [],
  );
  const ends = relationships.flatMap(({ source, target }) => [source, target]);
  const wanted = [...nodeIds, ...ends, ...speakers];
  const nodes = wanted.length === 0 ? [] : await findNodes(context, wanted);
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    relationships: new Map(relationships.map((relationship) => [relationship.id, relationship])),
  };
}

/** The part of what was read that is drawn: these nodes, and every relationship among them. */
export function drawnGraph({ nodes, relationships }: Linked, nodeIds: ReadonlySet<string>) {
  return {
    nodes: [...nodes.values()].filter((node) => nodeIds.has(node.id)),
    relationships: [...relationships.values()].filter((r) => nodeIds.has(r.source) && nodeIds.has(r.target)),
  };
}
