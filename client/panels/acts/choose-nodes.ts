import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { neighboursOfNodes } from '../../workspace/neighbours-of-nodes.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { type NodeName, workspace } from '../../workspace/workspace.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';

/** Puts a node among those chosen together. */
export function addToChosen(node: NodeName): void {
  const { chosen, choose } = workspace.getState();
  if (chosen.some(({ id }) => id === node.id)) return;
  choose([...chosen, { id: node.id, caption: node.caption, labels: node.labels }]);
  useScreen.getState().announce(text.chosen.announce(node.caption, workspace.getState().chosen.length));
}

export function takeFromChosen(node: NodeName): void {
  const { chosen, choose } = workspace.getState();
  choose(chosen.filter(({ id }) => id !== node.id));
  useScreen.getState().announce(text.chosen.announceOut(node.caption, chosen.length - 1));
}

/** What a click with Shift does: puts in or takes out. The first such click takes what is selected along. */
export function toggleChosen(id: string): void {
  const { content, chosen, selection } = workspace.getState();
  const node = content.nodes.get(id);
  if (!node) return;
  if (chosen.some((each) => each.id === id)) {
    takeFromChosen(node);
    return;
  }
  const selected = selection?.kind === 'node' ? content.nodes.get(selection.id) : undefined;
  if (chosen.length === 0 && selected) addToChosen(selected);
  addToChosen(node);
}

export function clearChosen(): void {
  workspace.getState().choose([]);
}

/** Chooses just these nodes of the canvas, or adds them to those chosen. */
export function chooseNodes(ids: Iterable<string>, { add = false }: { add?: boolean } = {}): void {
  const { content, chosen, choose } = workspace.getState();
  const before = add ? chosen : [];
  const known = new Set(before.map(({ id }) => id));
  const found = [...new Set(ids)].flatMap((id): NodeName[] => {
    const node = content.nodes.get(id);
    return node && !known.has(id) ? [{ id, caption: node.caption, labels: node.labels }] : [];
  });
  choose([...before, ...found]);
  useScreen.getState().announce(text.chosen.count(before.length + found.length));
}

/** Chooses all that is drawn. */
export function chooseAll(): void {
  chooseNodes(drawnNodes().map(({ id }) => id));
}

/** Chooses what is drawn and not chosen, in place of what is; without a choice, all but what is selected. */
export function chooseInverse(): void {
  const { chosen, selection } = workspace.getState();
  const left = new Set(chosen.map(({ id }) => id));
  if (left.size === 0 && selection?.kind === 'node') left.add(selection.id);
  chooseNodes(drawnNodes().flatMap(({ id }) => (left.has(id) ? [] : [id])));
}

/** Chooses the drawn neighbours of some nodes together with these. */
export function chooseNeighbours(ids: readonly string[]): void {
  chooseNodes([...ids, ...neighboursOfNodes(workspace.getState().content, ids)]);
}

/** Chooses every drawn node of a kind. */
export function chooseKind(kind: string): void {
  chooseNodes(drawnNodes().flatMap((node) => (kindOfNode(node) === kind ? [node.id] : [])));
}

function drawnNodes() {
  return visibleGraph(workspace.getState().content).nodes;
}
