import type { GraphNode } from '../../../server/contract/graph.ts';
import { plainType } from '../../look/words.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { neighboursOfNodes } from '../../workspace/neighbours-of-nodes.ts';
import { clearContent } from '../../workspace/steps/clear-content.ts';
import { collapseNode } from '../../workspace/steps/collapse-node.ts';
import {
  hideRelationships,
  isolateNodes,
  hideNodes as putNodesAside,
  revealNode,
} from '../../workspace/steps/hide-nodes.ts';
import { inOrder } from '../../workspace/steps/in-order.ts';
import { moveNodes, pinNodes, unpinNodes } from '../../workspace/steps/place-nodes.ts';
import { setFilter, setUnlinkedHidden, showEverything } from '../../workspace/steps/set-filter.ts';
import { putPathAway } from '../../workspace/steps/show-path.ts';
import { workspace } from '../../workspace/workspace.ts';
import type { FilterKind, Position } from '../../workspace/workspace-content.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { nameNodes } from './target.ts';

type Named = Pick<GraphNode, 'id' | 'caption' | 'labels'>;

/** Puts nodes aside; they are no longer among those chosen. */
export function hideNodes(ids: readonly string[]): void {
  const { step, chosen, choose } = workspace.getState();
  const gone = new Set(ids);
  step(text.steps.hide(nameNodes(ids)), putNodesAside(ids));
  if (chosen.some(({ id }) => gone.has(id))) choose(chosen.filter(({ id }) => !gone.has(id)));
}

export function hideRelationship(id: string): void {
  const { content, step } = workspace.getState();
  const link = content.relationships.get(id);
  if (link) step(text.steps.hideLink(nameNodes([link.source, link.target])), hideRelationships([id]));
}

/** Leaves the nodes and those they are linked with on the canvas. */
export function keepOnlyNeighbours(ids: readonly string[]): void {
  const { content, step } = workspace.getState();
  step(text.steps.isolate(nameNodes(ids)), isolateNodes([...ids, ...neighboursOfNodes(content, ids)]));
}

/** Leaves nothing but the nodes on the canvas. */
export function keepOnly(ids: readonly string[]): void {
  workspace.getState().step(text.steps.keepOnly(nameNodes(ids)), isolateNodes(ids));
}

export function reveal(node: Named): void {
  workspace.getState().step(text.steps.reveal(node.caption), revealNode(node.id, kindOfNode(node)));
}

/** Takes away what expanding the nodes brought and nothing else uses; says how many went. */
export function collapse(ids: readonly string[]): void {
  const { content, step, chosen, choose, select, selection } = workspace.getState();
  step(text.steps.collapse(nameNodes(ids)), inOrder(...ids.map(collapseNode)));
  const { content: now } = workspace.getState();
  useScreen.getState().announce(text.actions.collapsed(content.nodes.size - now.nodes.size));
  choose(chosen.filter((node) => now.nodes.has(node.id) || !content.nodes.has(node.id)));
  if (selection?.kind === 'node' && content.nodes.has(selection.id) && !now.nodes.has(selection.id))
    select(null);
}

export function pin(ids: readonly string[]): void {
  workspace.getState().step(text.steps.pin(nameNodes(ids)), pinNodes(ids));
}

export function unpin(ids: readonly string[]): void {
  workspace.getState().step(text.steps.unpin(nameNodes(ids)), unpinNodes(ids));
}

/** One drag is one step, of however many nodes. */
export function dropNodes(positions: ReadonlyMap<string, Position>): void {
  workspace.getState().step(text.steps.move(nameNodes([...positions.keys()])), moveNodes(positions));
}

/** `words` names it in the history. */
export function filterOut(kind: FilterKind, name: string, hidden: boolean, words = plainType(name)): void {
  workspace
    .getState()
    .step(hidden ? text.steps.filterOn(words) : text.steps.filterOff(words), setFilter(kind, name, hidden));
}

export function hideUnlinkedNodes(hidden: boolean): void {
  workspace
    .getState()
    .step(hidden ? text.steps.unlinkedOff : text.steps.unlinkedOn, setUnlinkedHidden(hidden));
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
