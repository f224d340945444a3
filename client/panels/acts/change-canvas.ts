import type { GraphNode } from '../../../server/contract/graph.ts';
import { plainType } from '../../look/words.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { clearContent } from '../../workspace/steps/clear-content.ts';
import { hideNodes, isolateNodes, revealNode } from '../../workspace/steps/hide-nodes.ts';
import { moveNode, unpinNode } from '../../workspace/steps/place-nodes.ts';
import { setFilter, showEverything } from '../../workspace/steps/set-filter.ts';
import { putPathAway } from '../../workspace/steps/show-path.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { workspace } from '../../workspace/workspace.ts';
import type { FilterKind, Position } from '../../workspace/workspace-content.ts';
import { text } from '../text.ts';

type Named = Pick<GraphNode, 'id' | 'caption' | 'labels'>;

export function hideNode(node: Named): void {
  workspace.getState().step(text.steps.hide(node.caption), hideNodes([node.id]));
}

/** Leaves the node and those it is linked with on the canvas. */
export function keepOnlyNeighbours(node: Named): void {
  const { content, step } = workspace.getState();
  const kept = new Set([node.id]);
  for (const { source, target } of visibleGraph(content).relationships) {
    if (source === node.id) kept.add(target);
    if (target === node.id) kept.add(source);
  }
  step(text.steps.isolate(node.caption), isolateNodes(kept));
}

export function reveal(node: Named): void {
  workspace.getState().step(text.steps.reveal(node.caption), revealNode(node.id, kindOfNode(node)));
}

export function unpin(node: Named): void {
  workspace.getState().step(text.steps.unpin(node.caption), unpinNode(node.id));
}

/** One drag is one step. */
export function dropNode(id: string, position: Position): void {
  const { content, step } = workspace.getState();
  step(text.steps.move(content.nodes.get(id)?.caption ?? id), moveNode(id, position));
}

/** `words` names it in the history. */
export function filterOut(kind: FilterKind, name: string, hidden: boolean, words = plainType(name)): void {
  workspace
    .getState()
    .step(hidden ? text.steps.filterOn(words) : text.steps.filterOff(words), setFilter(kind, name, hidden));
}

export function showAll(): void {
  workspace.getState().step(text.steps.showAll, showEverything());
}

export function clearCanvas(): void {
  const { step, select } = workspace.getState();
  step(text.steps.clear, clearContent());
  select(null);
}

export function takePathAway(): void {
  workspace.getState().step(text.steps.pathAway, putPathAway());
}
