import { create } from 'zustand';
import type { SurroundingsRequest } from '../../../server/contract/neighbourhoods.ts';
import { call } from '../../api/call.ts';
import { isolatePart } from '../../workspace/steps/hide-nodes.ts';
import { putPathAway } from '../../workspace/steps/show-path.ts';
import { type NodeName, workspace } from '../../workspace/workspace.ts';
import { lackingIn } from '../../workspace/workspace-content.ts';
import { bringIn } from '../acts/bring-in.ts';
import { lightPart } from '../acts/light-words.ts';
import { text } from '../text.ts';

/** More than this at once would bury the canvas. */
export const MOST_DRAWN = 5000;

type Request = Pick<SurroundingsRequest, 'nodeIds' | 'hops' | 'direction' | 'statuses'>;

interface Drawn {
  request: Request;
  nodeIds: readonly string[];
  relationshipIds: readonly string[];
  /** How many nodes came to the canvas by it. */
  newcomers: number;
  only: string;
}

export const useSurroundings = create<{ drawn: Drawn | null }>()(() => ({ drawn: null }));

/** Puts everything within some links on the canvas as one step, and lets it stand out. */
export async function drawSurroundings(centre: readonly NodeName[], request: Request): Promise<void> {
  const { graph } = await call('surroundings', { body: request });
  if (!graph) throw new Error(text.around.tooMany(MOST_DRAWN));
  const names = text.paths.asked.list(centre.map(({ caption }) => caption));
  const newcomers = lackingIn(workspace.getState().content, graph).nodes.length;
  const words = text.around.step(names, request.hops);
  await bringIn(words, graph, { after: putPathAway() });
  const nodeIds = graph.nodes.map(({ id }) => id);
  const relationshipIds = graph.relationships.map(({ id }) => id);
  const only = text.around.stepOnly(names, request.hops);
  useSurroundings.setState({
    drawn: { request, nodeIds, relationshipIds, newcomers, only },
  });
  lightPart({ words, nodeIds, relationshipIds });
}

/** Leaves nothing but what was drawn last, as one step. */
export function keepOnlySurroundings(): void {
  const { drawn } = useSurroundings.getState();
  if (drawn) workspace.getState().step(drawn.only, isolatePart(drawn.nodeIds, drawn.relationshipIds));
}
