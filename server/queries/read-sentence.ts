import type { GraphNode, Relationship } from '../contract/graph.ts';

/** A relationship as one plain sentence: its own statement, or one made of its type and the ends' captions. */
export function sentenceOf(
  relationship: Relationship,
  nodes: ReadonlyMap<string, Pick<GraphNode, 'caption'>>,
): string {
  const { statement } = relationship.properties;
  if (typeof statement === 'string' && statement.trim() !== '') return statement;
  const name = (id: string) => nodes.get(id)?.caption ?? id;
  const words = relationship.type.replaceAll('_', ' ').toLowerCase();
  return `${name(relationship.source)} – ${words} – ${name(relationship.target)}.`;
}
