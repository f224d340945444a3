import type { Graph, GraphNode } from '../contract/graph.ts';
import type { GraphQuery, GraphResponse } from '../contract/nodes.ts';
import { listRelationshipsAmong } from './list-subgraph.ts';
import { explorable, nodeIdOf } from './public-ids.ts';
import type { QueryContext } from './query-context.ts';
import { countOf, nodeOf } from './read-rows.ts';

export interface FirstNodes {
  nodes: GraphNode[];
  /** Explorable nodes in the whole graph. */
  nodeCount: number;
  truncated: boolean;
}

/** The explorable nodes, those of some labels only where these are named; the `limit` with most relationships. */
export async function listFirstNodes(
  { database, options }: QueryContext,
  { limit, labels = [] }: GraphQuery,
): Promise<FirstNodes> {
  const identity = await database.identity(options);
  const counted = await database.read(
    `MATCH (n) WHERE ${explorable(identity, 'n')} RETURN count(n) AS count`,
    {},
    options,
  );
  const only = labels.length > 0 ? ' AND any(l IN labels(n) WHERE l IN $labels)' : '';
  const rows = await database.read(
    `MATCH (n) WHERE ${explorable(identity, 'n')}${only}
     RETURN ${nodeIdOf(identity, 'n')} AS id, labels(n) AS labels, properties(n) AS properties,
            COUNT { (n)--() } AS degree
     ORDER BY degree DESC, id LIMIT $limit`,
    { limit, labels },
    options,
  );
  const nodeCount = countOf(counted[0], 'count');
  return { nodes: rows.map(nodeOf), nodeCount, truncated: nodeCount > rows.length };
}

/** What ties the nodes, of the asked types only where these are named. */
export function listFirstRelationships(
  context: QueryContext,
  { types }: GraphQuery,
  nodes: readonly GraphNode[],
): Promise<Graph['relationships']> {
  if (nodes.length === 0) return Promise.resolve([]);
  return listRelationshipsAmong(
    context,
    nodes.map(({ id }) => id),
    types,
  );
}

/** The explorable graph, or the `limit` nodes with most relationships and what ties them. */
export async function listFirstGraph(context: QueryContext, query: GraphQuery): Promise<GraphResponse> {
  const { nodes, nodeCount, truncated } = await listFirstNodes(context, query);
  const relationships = await listFirstRelationships(context, query, nodes);
  return { graph: { nodes, relationships }, nodeCount, truncated };
}
