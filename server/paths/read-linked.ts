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

/** Nodes and relationships in full that are at hand. */
export interface Known {
  nodes: { get(id: string): GraphNode | undefined };
  relationships: { get(id: string): Relationship | undefined };
}

/**
 * Gives in full what links only name: their relationships, the nodes at their ends, and who said them. What is
 * not `known` already is read.
 */
export async function readLinked(
  context: QueryContext,
  links: readonly Link[],
  nodeIds: readonly string[],
  known?: Known,
): Promise<Linked> {
  const ends = links.flatMap(({ from, to }) => [from, to]);
  const [relationships, named] = await Promise.all([
    readRelationships(context, links, known),
    readNodes(context, [...nodeIds, ...ends], known),
  ]);
  const speakers = [...relationships.values()].flatMap(({ properties }) =>
    typeof properties.speaker === 'string' && !named.has(properties.speaker) ? [properties.speaker] : [],
  );
  const nodes = new Map([...named, ...(await readNodes(context, speakers, known))]);
  return { nodes, relationships };
}

/** The nodes with these ids, in this order; those that are not `known` are read. */
export async function readNodes(
  context: QueryContext,
  wanted: readonly string[],
  known?: Known,
): Promise<Map<string, GraphNode>> {
  const ids = [...new Set(wanted)];
  const nodes = new Map(ids.map((id) => [id, known?.nodes.get(id)]));
  const missing = ids.filter((id) => nodes.get(id) === undefined);
  if (missing.length > 0) {
    for (const node of await findNodes(context, missing)) nodes.set(node.id, node);
  }
  return new Map([...nodes].flatMap(([id, node]) => (node === undefined ? [] : [[id, node] as const])));
}

async function readRelationships(
  context: QueryContext,
  links: readonly Link[],
  known?: Known,
): Promise<Map<string, Relationship>> {
  const ends = new Map(links.map((link) => [link.relationship, endsOf(link)]));
  const byId = new Map([...ends].map(([id, between]) => [id, knownBetween(known, id, between)]));
  const missing = links.filter(({ relationship }) => byId.get(relationship) === undefined);
  const found = await Promise.all(
    sidesOf(missing).map(({ group, near }) => findRelationships(context, group, near)),
  );
  for (const relationship of found.flat()) byId.set(relationship.id, relationship);
  return new Map(
    [...byId].flatMap(([id, relationship]) =>
      relationship === undefined ? [] : [[id, relationship] as const],
    ),
  );
}

function endsOf({ from, to, forward }: Link): readonly [source: string, target: string] {
  return forward ? [from, to] : [to, from];
}

/** In a database that others write to several relationships may go by one id. */
function knownBetween(known: Known | undefined, id: string, [source, target]: ReturnType<typeof endsOf>) {
  const relationship = known?.relationships.get(id);
  const isThat = relationship?.source === source && relationship?.target === target;
  return isThat ? relationship : undefined;
}

/** Relationships are read from the end that fewer of them share: a hub may have very many others. */
function sidesOf(links: readonly Link[]) {
  const uses = new Map<string, Set<string>>();
  for (const { from, to, relationship } of links) {
    for (const end of [from, to]) uses.set(end, (uses.get(end) ?? new Set()).add(relationship));
  }
  const usesOf = (node: string) => uses.get(node)?.size ?? 0;
  const [bySource, byTarget] = [new Map<string, string>(), new Map<string, string>()];
  for (const link of links) {
    const { relationship } = link;
    const [source, target] = endsOf(link);
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
