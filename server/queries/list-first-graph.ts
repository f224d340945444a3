import type { GraphResponse } from '../contract/nodes.ts';
import { listRelationshipsAmong } from './list-subgraph.ts';
import { explorable, nodeIdOf } from './public-ids.ts';
import type { QueryContext } from './query-context.ts';
import { countOf, nodeOf } from './read-rows.ts';

/** The explorable graph, or the `limit` nodes with most relationships and what ties them. */
export async function listFirstGraph(context: QueryContext, limit: number): Promise<GraphResponse> {
  const { database, options } = context;
  const identity = await database.identity(options);
  const counted = await database.read(
    `MATCH (n) WHERE ${explorable(identity, 'n')} RETURN count(n) AS count`,
    {},
    options,
  );
  const rows = await database.read(
    `MATCH (n) WHERE ${explorable(identity, 'n')}
     RETURN ${nodeIdOf(identity, 'n')} AS id, labels(n) AS labels, properties(n) AS properties,
            COUNT { (n)--() } AS degree
     ORDER BY degree DESC, id LIMIT $limit`,
    { limit },
    options,
  );
  const nodes = rows.map(nodeOf);
  const nodeCount = countOf(counted[0], 'count');
  const ids = nodes.map((node) => node.id);
  return {
    graph: { nodes, relationships: ids.length === 0 ? [] : await listRelationshipsAmong(context, ids) },
    nodeCount,
    truncated: nodeCount > nodes.length,
  };
}
