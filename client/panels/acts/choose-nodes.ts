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
