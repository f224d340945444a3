import type { Graph } from '../../../server/contract/graph.ts';
import { call } from '../../api/call.ts';
import type { WorkspaceContent } from '../../workspace/workspace-content.ts';

/** Above this many nodes the links among all of them are not asked for: the answer would be the whole graph. */
const MOST_NODES = 3000;

/**
 * Adds to a graph the relationships between its newcomers and what is gathered already, so that two nodes on
 * the canvas never look unconnected when they are not.
 */
export async function connectNewcomers(
  content: WorkspaceContent,
  graph: Graph,
  signal?: AbortSignal,
): Promise<Graph> {
  const ids = new Set(content.nodes.keys());
  const before = ids.size;
  for (const node of graph.nodes) ids.add(node.id);
  if (ids.size === before || ids.size > MOST_NODES) return graph;
  const among = await call('subgraph', { body: { nodeIds: [...ids] }, signal });
  return { nodes: graph.nodes, relationships: [...graph.relationships, ...among.relationships] };
}
