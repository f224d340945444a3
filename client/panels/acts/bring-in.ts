import type { Graph } from '../../../server/contract/graph.ts';
import { addGraph } from '../../workspace/steps/add-graph.ts';
import type { Change } from '../../workspace/steps/change.ts';
import { rememberBrought } from '../../workspace/steps/collapse-node.ts';
import { unhideRelationships } from '../../workspace/steps/hide-nodes.ts';
import { inOrder } from '../../workspace/steps/in-order.ts';
import { workspace } from '../../workspace/workspace.ts';
import { withinBudget } from '../budget/ask-more.ts';
import { connectNewcomers } from './connect-newcomers.ts';
import { placeNewcomers } from './place-nodes.ts';

interface Manner {
  /** Done within the same step, after the graph is there. */
  after?: Change;
  /** The step stands in the place of the newest one, where that is of the same group. */
  group?: string;
  /** For nodes that an expansion brings: the node expanded; collapsing that takes them away again. */
  broughtBy?: ReadonlyMap<string, string>;
  signal?: AbortSignal;
}

/**
 * Puts a graph on the canvas as one step: what is there stays, newcomers appear by their neighbours. Before more comes
 * than is drawn well the user is asked; rejects as aborted where nothing is wanted.
 */
export async function bringIn(
  name: string,
  graph: Graph,
  { after, group, broughtBy, signal }: Manner = {},
): Promise<void> {
  const { contentBefore } = workspace.getState();
  const content = group === undefined ? workspace.getState().content : contentBefore(group);
  const wanted = await withinBudget(graph, content.nodes, signal);
  const connected = await connectNewcomers(content, wanted, signal);
  const positions = await placeNewcomers(content, connected, signal);
  const asked = unhideRelationships(graph.relationships.map(({ id }) => id));
  const newcomers = [...(broughtBy ?? [])].filter(([id]) => !content.nodes.has(id));
  const steps = [
    addGraph(connected, positions),
    asked,
    rememberBrought(new Map(newcomers)),
    ...(after ? [after] : []),
  ];
  signal?.throwIfAborted();
  const { step, replaceStep } = workspace.getState();
  if (group === undefined) step(name, inOrder(...steps));
  else replaceStep(name, group, inOrder(...steps));
}
