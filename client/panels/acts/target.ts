import { type NodeName, workspace } from '../../workspace/workspace.ts';
import { text } from '../text.ts';
import type { Target } from './action.ts';

/** What an action is done to now. */
export function currentTarget(): Target {
  const { chosen, selection } = workspace.getState();
  const relationship = selection?.kind === 'relationship' ? selection.id : null;
  if (chosen.length > 0) return { nodes: chosen.map(({ id }) => id), relationship };
  return { nodes: selection?.kind === 'node' ? [selection.id] : [], relationship };
}

/** The nodes that a menu opened on one of them is about: all chosen where it is one of those, else it alone. */
export function targetOfNode(id: string): Target {
  const { chosen } = workspace.getState();
  const nodes = chosen.some((node) => node.id === id) ? chosen.map((node) => node.id) : [id];
  return { nodes, relationship: null };
}

/** Those of the target that are in the workspace. */
export function gatheredOf({ nodes }: Target): string[] {
  const { content } = workspace.getState();
  return nodes.filter((id) => content.nodes.has(id));
}

/** The nodes of the target by what is known of them, those that nothing is known of left out. */
export function namesOf({ nodes }: Target): NodeName[] {
  const { content, chosen } = workspace.getState();
  return nodes.flatMap((id) => content.nodes.get(id) ?? chosen.find((node) => node.id === id) ?? []);
}

/** Nodes in words: one by its name, two or three by theirs, more by their number. */
export function nameNodes(ids: readonly string[]): string {
  const { content, chosen } = workspace.getState();
  const nameOf = (id: string) =>
    content.nodes.get(id)?.caption ?? chosen.find((node) => node.id === id)?.caption ?? id;
  return ids.length <= 3 ? text.paths.asked.list(ids.map(nameOf)) : text.actions.many(ids.length);
}
