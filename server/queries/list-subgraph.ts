import type { Graph, Relationship } from '../contract/graph.ts';
import { findNodes } from './find-nodes.ts';
import { matchNodes, nodeIdOf, relationshipIdOf } from './public-ids.ts';
import type { QueryContext } from './query-context.ts';
import { relationshipOf } from './read-rows.ts';

/** Above this many nodes the far ends are looked up here: the embedded engine reads a long list once a row. */
const LONG_LIST = 300;

/** The relationships among the given nodes, ordered by id. */
export async function listRelationshipsAmong(
  { database, options }: QueryContext,
  ids: readonly string[],
): Promise<Relationship[]> {
  const identity = await database.identity(options);
  const wanted = new Set(ids);
  const groups = matchNodes(identity, [...wanted]);
  const relationships: Relationship[] = [];
  for (const from of groups) {
    for (const to of groups) {
      const rows = await database.read(
        `MATCH (a${from.pattern})-[r]->(b${to.pattern})
         WHERE ${from.condition('a', 'fromIds')}${to.ids.length > LONG_LIST ? '' : ` AND ${to.condition('b', 'toIds')}`}
         RETURN ${relationshipIdOf(identity, 'r', 'a', 'b')} AS id, type(r) AS type,
                ${nodeIdOf(identity, 'a')} AS source, ${nodeIdOf(identity, 'b')} AS target, properties(r) AS properties`,
        { fromIds: from.ids, toIds: to.ids },
        options,
      );
      for (const row of rows) {
        const relationship = relationshipOf(row);
        if (wanted.has(relationship.target)) relationships.push(relationship);
      }
    }
  }
  return relationships.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The given nodes and every relationship among them; unknown ids are left out. */
export async function listSubgraph(context: QueryContext, ids: readonly string[]): Promise<Graph> {
  const nodes = await findNodes(context, ids);
  return {
    nodes,
    relationships: await listRelationshipsAmong(
      context,
      nodes.map((node) => node.id),
    ),
  };
}
