import { create } from 'zustand';
import type { GraphResponse } from '../../../server/contract/nodes.ts';
import { type Arrival, loadGraph } from '../../api/load-graph.ts';
import { healthQuery } from '../../api/queries.ts';
import { prepareLayout } from '../../layout/compute-layout.ts';
import { wantsQuickPlaces } from '../../layout/quick-places.ts';
import { settleHues } from '../../look/kinds.ts';
import { countContent } from '../../workspace/count-content.ts';
import { type DrawChoice, SUGGESTED_NODES } from '../../workspace/draw-budget.ts';
import { setContent } from '../../workspace/steps/set-content.ts';
import { firstContent, workspace } from '../../workspace/workspace.ts';
import type { Position } from '../../workspace/workspace-content.ts';
import { allowDrawn } from '../budget/ask-more.ts';
import { choiceFor, queryOf } from '../budget/draw-choice.ts';
import { queryClient } from '../connection/query-client.ts';
import { text } from '../text.ts';
import { arrangeFirst } from './arrange-first.ts';
import { bringIn } from './bring-in.ts';
import { gathered } from './place-nodes.ts';
import { lookAtAll } from './view-trail.ts';

/** How much the first graph holds, and of how much it is a part. */
interface FirstCounts {
  nodes: number;
  relationships: number;
  nodeCount: number;
  truncated: boolean;
}

export const useFirstCounts = create<{ counts: FirstCounts | null }>()(() => ({ counts: null }));

/** Loads as much of the first graph as was chosen. It is not kept here: the workspace has it. */
export async function loadFirstGraph(
  choice: DrawChoice,
  signal?: AbortSignal,
  onArrival?: (arrival: Arrival) => void,
): Promise<GraphResponse> {
  const answer = await loadGraph({ query: queryOf(choice), signal }, (arrival) => {
    // What is shown with quick places is laid out later.
    if (!wantsQuickPlaces(arrival.nodesToCome)) prepareLayout();
    onArrival?.(arrival);
  });
  const { graph, nodeCount, truncated } = answer;
  const [nodes, relationships] = [graph.nodes.length, graph.relationships.length];
  useFirstCounts.setState({ counts: { nodes, relationships, nodeCount, truncated } });
  allowDrawn(nodes);
  return answer;
}

/** Lays the first graph out and begins with it; a large one is shown at once and arranged while it can be used. */
export async function openFirstGraph({ graph }: GraphResponse, signal: AbortSignal): Promise<void> {
  const content = gathered(graph);
  settleHues(countContent(content).labels);
  await arrangeFirst(content, (positions) => workspace.getState().open(graph, positions), signal);
}

/** As much of the first graph as was chosen, or is suggested. */
async function firstGraph(): Promise<GraphResponse> {
  const { address = '', nodeCount, relationshipCount } = await queryClient.fetchQuery(healthQuery);
  const size = { nodes: nodeCount ?? 0, relationships: relationshipCount ?? 0 };
  return loadFirstGraph(choiceFor(address, size) ?? { kind: 'best', count: SUGGESTED_NODES });
}

/** Puts the first graph back beside what is on the canvas, as a step. */
export async function bringFirstGraph(): Promise<void> {
  const { graph } = await firstGraph();
  await bringIn(text.steps.firstGraph, graph);
  requestAnimationFrame(() => lookAtAll('step'));
}

/** Puts the first graph in place of all that is on the canvas, as the page begins; one step. */
export async function startAnew(): Promise<void> {
  const { graph } = await firstGraph();
  const { step, select, choose } = workspace.getState();
  const begin = (positions: ReadonlyMap<string, Position>) => {
    step(text.steps.startAnew, setContent(firstContent(graph, positions)));
    select(null);
    choose([]);
    requestAnimationFrame(() => lookAtAll('step'));
  };
  await arrangeFirst(gathered(graph), begin, new AbortController().signal);
}
