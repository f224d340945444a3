import type { Graph, Relationship } from '../contract/graph.ts';
import { findNodes } from './find-nodes.ts';
import { matchNodes, type NodeMatch, nodeIdOf, relationshipIdOf } from './public-ids.ts';
import type { QueryContext } from './query-context.ts';
import { relationshipOf } from './read-rows.ts';

/**
 * Above this many nodes each is looked up by itself, and the far ends here: the embedded engine reads a long list once
 * for every row.
 */
const LONG_LIST = 300;

/** The relationships among the given nodes, of some types only where these are named; ordered by id. */
export async function listRelationshipsAmong(
  { database, options }: QueryContext,
  ids: readonly string[],
  types: readonly string[] = [],
): Promise<Relationship[]> {
  const identity = await database.identity(options);
  const wanted = new Set(ids);
  const groups = matchNodes(identity, [...wanted]);
  const relationships: Relationship[] = [];
  for (const from of groups) {
    for (const to of groups) {
      const rows = await database.read(
        `${fromNodes(from)}-[r]->(b${to.pattern})
         WHERE ${conditions(from, to, types).join(' AND ')}
         RETURN ${relationshipIdOf(identity, 'r', 'a', 'b')} AS id, type(r) AS type,
                ${nodeIdOf(identity, 'a')} AS source, ${nodeIdOf(identity, 'b')} AS target, properties(r) AS properties`,
        { fromIds: from.ids, toIds: to.ids, types },
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

function isLookedUpSingly({ byId, ids }: NodeMatch): boolean {
  return byId && ids.length > LONG_LIST;
}

function fromNodes(from: NodeMatch): string {
  return isLookedUpSingly(from)
    ? `UNWIND $fromIds AS fromId MATCH (a${from.pattern} {id: fromId})`
    : `MATCH (a${from.pattern})`;
}

function conditions(from: NodeMatch, to: NodeMatch, types: readonly string[]): string[] {
  return [
    isLookedUpSingly(from) ? 'true' : from.condition('a', 'fromIds'),
    ...(to.ids.length > LONG_LIST ? [] : [to.condition('b', 'toIds')]),
    ...(types.length > 0 ? ['type(r) IN $types'] : []),
  ];
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
