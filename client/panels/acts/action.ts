import type { ComponentType } from 'react';

/** What an action is done to: the nodes chosen together, else the one selected; or the relationship selected. */
export interface Target {
  /** Node ids, in the order of choosing. */
  nodes: readonly string[];
  relationship: string | null;
}

/**
 * Where an action belongs. `page`: anywhere. `canvas`: also in the menu of the background. `nodes` and `relationship`:
 * needs such a target, and is in its menu.
 */
export type ActionPlace = 'page' | 'canvas' | 'nodes' | 'relationship';

export const ACTION_GROUPS = ['nodes', 'links', 'select', 'canvas', 'history', 'go'] as const;
/** Under which heading an action is listed; each has words in `text.actions.groups`. */
export type ActionGroup = (typeof ACTION_GROUPS)[number];

/** One thing that a user can do, as the palette, the menus and the keys know it. */
export interface Action {
  id: string;
  words: string | ((target: Target) => string);
  /** Its words where there is no target, as in the list of keys. */
  plain?: string;
  /** Its words on a button, where the rest goes without saying. */
  short?: string;
  /** Other words by which the palette finds it. */
  also?: string;
  /**
   * Combinations as `mod+Z` (Ctrl, on a Mac Cmd), `shift+F10`, `slash`; the first is shown. Those without Ctrl or Cmd, and
   * all of an action with `keysOn: 'canvas'`, work only while the focus is on the canvas or on nothing.
   */
  keys?: readonly string[];
  keysOn?: 'canvas';
  group: ActionGroup;
  icon?: ComponentType<{ size?: number | string }>;
  on: ActionPlace;
  /** Whether it can be done now; true unless given. Called often, so it must be quick. */
  available?(target: Target): boolean;
  /** What goes wrong is thrown, and said on the screen by whoever runs it. */
  run(target: Target): unknown;
}

export function wordsOf({ words }: Action, target: Target): string {
  return typeof words === 'string' ? words : words(target);
}

/** Whether an action can be done to a target. */
export function isAvailable(action: Action, target: Target): boolean {
  if (action.on === 'nodes' && target.nodes.length === 0) return false;
  if (action.on === 'relationship' && target.relationship === null) return false;
  return action.available?.(target) ?? true;
}
