import type { Relationship } from '../contract/graph.ts';
import { isElementId, nodeIdOf, relationshipIdOf } from './public-ids.ts';
import type { QueryContext } from './query-context.ts';
import { relationshipOf } from './read-rows.ts';

/**
 * The relationships with these ids, in the order asked; unknown ids are left out. Without `near`, the nodes
 * they start from or those they lead to, every relationship has to be read, since neither engine indexes ids across types.
 */
export async function findRelationships(
  { database, options }: QueryContext,
  ids: readonly string[],
  near?: { sources: readonly string[] } | { targets: readonly string[] },
): Promise<Relationship[]> {
  const identity = await database.identity(options);
  const wanted = [...new Set(ids)];
  const own = identity === 'own' ? wanted.filter((id) => !isElementId(id)) : [];
  const foreign = identity === 'own' ? wanted.filter(isElementId) : wanted;
  const found = new Map<string, Relationship>();
  const collect = async (pattern: string, condition: string, group: string[]) => {
    if (group.length === 0) return;
    const rows = await database.read(
      `MATCH ${pattern} WHERE ${condition}
       RETURN ${relationshipIdOf(identity, 'r', 'a', 'b')} AS id, type(r) AS type, ${nodeIdOf(identity, 'a')} AS source,
              ${nodeIdOf(identity, 'b')} AS target, properties(r) AS properties`,
      { ids: group, ...near },
      options,
    );
    for (const row of rows) {
      const relationship = relationshipOf(row);
      found.set(relationship.id, relationship);
    }
  };
  if (near === undefined) await collect('(a:Entity)-[r]->(b:Entity)', 'r.id IN $ids', own);
  else if ('sources' in near) {
    await collect('(a:Entity)-[r]->(b:Entity)', 'a.id IN $sources AND r.id IN $ids', own);
  } else await collect('(b:Entity)<-[r]-(a:Entity)', 'b.id IN $targets AND r.id IN $ids', own);
  await collect('(a)-[r]->(b)', 'elementId(r) IN $ids', foreign);
  return wanted.flatMap((id) => found.get(id) ?? []);
}
