import type { GraphResponse } from '../../../server/contract/nodes.ts';
import { graphQuery } from '../../api/queries.ts';
import { settleHues } from '../../look/kinds.ts';
import { countContent } from '../../workspace/count-content.ts';
import { setContent } from '../../workspace/steps/set-content.ts';
import { firstContent, workspace } from '../../workspace/workspace.ts';
import { queryClient } from '../connection/query-client.ts';
import { text } from '../text.ts';
import { bringIn } from './bring-in.ts';
import { gathered, placeAll } from './place-nodes.ts';
import { lookAtAll } from './view-trail.ts';

/** Lays the first graph out and begins with it. */
export async function openFirstGraph({ graph }: GraphResponse, signal: AbortSignal): Promise<void> {
  const content = gathered(graph);
  settleHues(countContent(content).labels);
  const positions = await placeAll(content, new Map(), signal);
  signal.throwIfAborted();
  workspace.getState().open(graph, positions);
}

/** Puts the first graph back beside what is on the canvas, as a step. */
export async function bringFirstGraph(): Promise<void> {
  const { graph } = await queryClient.fetchQuery(graphQuery);
  await bringIn(text.steps.firstGraph, graph);
  requestAnimationFrame(() => lookAtAll('step'));
}

/** Puts the first graph in place of all that is on the canvas, as the page begins; one step. */
export async function startAnew(): Promise<void> {
  const { graph } = await queryClient.fetchQuery(graphQuery);
  const positions = await placeAll(gathered(graph), new Map());
  const { step, select, choose } = workspace.getState();
  step(text.steps.startAnew, setContent(firstContent(graph, positions)));
  select(null);
  choose([]);
  requestAnimationFrame(() => lookAtAll('step'));
}
