import type { QueryContext } from './query-context.ts';
import { textOf } from './read-rows.ts';

/** The relationship types that the engine knows. */
export function listTypes(context: QueryContext): Promise<string[]> {
  return list(context, 'CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS name');
}

/** The node labels that the engine knows. */
export function listLabels(context: QueryContext): Promise<string[]> {
  return list(context, 'CALL db.labels() YIELD label RETURN label AS name');
}

async function list({ database, options }: QueryContext, cypher: string): Promise<string[]> {
  const rows = await database.read(cypher, {}, options);
  return rows.map((row) => textOf(row, 'name')).sort();
}
