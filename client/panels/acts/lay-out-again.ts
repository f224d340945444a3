import { placeNodes } from '../../workspace/steps/place-nodes.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { workspace } from '../../workspace/workspace.ts';
import type { Position } from '../../workspace/workspace-content.ts';
import { stage } from '../canvas/stage-handle.ts';
import { text } from '../text.ts';
import { gathered, placeAll } from './place-nodes.ts';

/** Places all that is drawn anew; pinned nodes stay. */
export async function layOutAgain(): Promise<void> {
  const { content, step } = workspace.getState();
  const { nodes, relationships } = visibleGraph(content);
  const held = new Map<string, Position>();
  for (const id of content.pinned) {
    const position = content.positions.get(id);
    if (position) held.set(id, position);
  }
  const positions = await placeAll(gathered({ nodes: [...nodes], relationships: [...relationships] }), held);
  step(text.steps.layOut, placeNodes(positions));
  requestAnimationFrame(() => stage()?.fit());
}
