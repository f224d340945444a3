import type { Relationship } from '../../server/contract/graph.ts';

/** What a relationship says: its own statement, or its ends with the type in plain words between them. */
export function sentenceOf(
  relationship: Pick<Relationship, 'type' | 'properties'>,
  from: string,
  to: string,
  plainType: (type: string) => string,
): string {
  const { statement } = relationship.properties;
  if (typeof statement === 'string' && statement !== '') return statement;
  return `${from} ${plainType(relationship.type)} ${to}`;
}
