import type { QueryContext } from './query-context.ts';
import { countOf } from './read-rows.ts';

/** How many nodes and relationships the database holds, documents and passages included. */
export async function countGraph({ database, options }: QueryContext) {
  const [nodes, relationships] = await Promise.all([
    database.read('MATCH (n) RETURN count(n) AS count', {}, options),
    database.read('MATCH ()-[r]->() RETURN count(r) AS count', {}, options),
  ]);
  return { nodeCount: countOf(nodes[0], 'count'), relationshipCount: countOf(relationships[0], 'count') };
}
