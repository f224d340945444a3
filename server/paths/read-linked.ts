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

/**
 * Reads in full what links only name: their relationships, the nodes at their ends, and who said them; but for
 * what is `known` already.
 */
export async function readLinked(
  context: QueryContext,
  links: readonly Link[],
  nodeIds: readonly string[],
  known?: Linked,
): Promise<Linked> {
  const ids = [...new Set(links.map((link) => link.relationship))];
  const nodes = new Map<string, GraphNode>();
  const readNodes = async (wanted: Iterable<string>) => {
    const missing: string[] = [];
    for (const id of new Set(wanted)) {
      const node = known?.nodes.get(id);
      if (node !== undefined) nodes.set(id, node);
      else if (!nodes.has(id)) missing.push(id);
    }
    if (missing.length === 0) return;
    for (const node of await findNodes(context, missing)) nodes.set(node.id, node);
  };
  const readRelationships = async () => {
    const held = ids.flatMap((id) => known?.relationships.get(id) ?? []);
    if (held.length === ids.length) return held;
    const sources = [...new Set(links.map((link) => (link.forward ? link.from : link.to)))];
    return findRelationships(context, ids, sources);
  };
  const ends = links.flatMap(({ from, to }) => [from, to]);
  const [relationships] = await Promise.all([readRelationships(), readNodes([...nodeIds, ...ends])]);
  const speakers = relationships.flatMap(({ properties }) =>
    typeof properties.speaker === 'string' ? [properties.speaker] : [],
  );
  await readNodes(speakers.filter((id) => !nodes.has(id)));
  return {
    nodes,
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
