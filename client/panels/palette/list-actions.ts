import {
  ACTION_GROUPS,
  type Action,
  type ActionGroup,
  isAvailable,
  type Target,
  wordsOf,
} from '../acts/action.ts';
import { text } from '../text.ts';
import { matchWords } from './match-words.ts';

export interface ActionLine {
  action: Action;
  words: string;
  available: boolean;
}

/**
 * The actions that answer what was typed, under their groups; nothing typed means all. What cannot be done now comes
 * last in its group, and a group with nothing else last.
 */
export function listActions(
  actions: readonly Action[],
  typed: string,
  target: Target,
): { group: ActionGroup; lines: ActionLine[] }[] {
  const rated = actions.flatMap((action) => {
    const words = wordsOf(action, target);
    const rate = Math.max(
      matchWords(typed, words),
      Math.min(2, matchWords(typed, `${words} ${action.also ?? ''} ${text.actions.groups[action.group]}`)),
    );
    return rate === 0 ? [] : [{ action, words, available: isAvailable(action, target), rate }];
  });
  const isTyped = typed.trim() !== '';
  rated.sort(
    (one, other) => Number(other.available) - Number(one.available) || (isTyped ? other.rate - one.rate : 0),
  );
  const possible = new Set(rated.filter(({ available }) => available).map(({ action }) => action.group));
  const order = isTyped
    ? [...new Set(rated.map(({ action }) => action.group))]
    : ACTION_GROUPS.toSorted((one, other) => Number(possible.has(other)) - Number(possible.has(one)));
  return order
    .map((group) => ({ group, lines: rated.filter(({ action }) => action.group === group) }))
    .filter(({ lines }) => lines.length > 0);
}
