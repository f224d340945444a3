import type { Graph } from '../../../server/contract/graph.ts';
import { addGraph } from '../../workspace/steps/add-graph.ts';
import type { Change } from '../../workspace/steps/change.ts';
import { unhideRelationships } from '../../workspace/steps/hide-nodes.ts';
import { inOrder } from '../../workspace/steps/in-order.ts';
import { workspace } from '../../workspace/workspace.ts';
import { connectNewcomers } from './connect-newcomers.ts';
import { placeNewcomers } from './place-nodes.ts';

/** Puts a graph on the canvas as one step: what is there stays, newcomers appear by their neighbours. */
export async function bringIn(
  name: string,
  graph: Graph,
  { after, signal }: { after?: Change; signal?: AbortSignal } = {},
): Promise<void> {
  const { content } = workspace.getState();
  const connected = await connectNewcomers(content, graph, signal);
  const positions = await placeNewcomers(content, connected, signal);
  const asked = unhideRelationships(graph.relationships.map(({ id }) => id));
  const steps = [addGraph(connected, positions), asked, ...(after ? [after] : [])];
  workspace.getState().step(name, inOrder(...steps));
}
