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
    const found = await Promise.all(
      sidesOf(links).map(({ group, near }) => findRelationships(context, group, near)),
    );
    const byId = new Map(found.flat().map((relationship) => [relationship.id, relationship]));
    return ids.flatMap((id) => byId.get(id) ?? []);
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

/** Relationships are read from the end that fewer of them share: a hub may have very many others. */
function sidesOf(links: readonly Link[]) {
  const uses = new Map<string, Set<string>>();
  for (const { from, to, relationship } of links) {
    for (const end of [from, to]) uses.set(end, (uses.get(end) ?? new Set()).add(relationship));
  }
  const usesOf = (node: string) => uses.get(node)?.size ?? 0;
  const [bySource, byTarget] = [new Map<string, string>(), new Map<string, string>()];
  for (const { from, to, forward, relationship } of links) {
    const [source, target] = forward ? [from, to] : [to, from];
    if (usesOf(target) < usesOf(source)) byTarget.set(relationship, target);
    else bySource.set(relationship, source);
  }
  const distinct = (ends: Map<string, string>) => [...new Set(ends.values())];
  return [
    { group: [...bySource.keys()], near: { sources: distinct(bySource) } },
    { group: [...byTarget.keys()], near: { targets: distinct(byTarget) } },
  ].filter(({ group }) => group.length > 0);
}

/** The part of what was read that is drawn: these nodes, and every relationship among them. */
export function drawnGraph({ nodes, relationships }: Linked, nodeIds: ReadonlySet<string>) {
  return {
    nodes: [...nodes.values()].filter((node) => nodeIds.has(node.id)),
    relationships: [...relationships.values()].filter((r) => nodeIds.has(r.source) && nodeIds.has(r.target)),
  };
}
