import { type Action, isAvailable, type Target } from './action.ts';
import { canvasActions } from './actions/canvas-actions.ts';
import { exportActions } from './actions/export-actions.ts';
import { goActions } from './actions/go-actions.ts';
import { historyActions } from './actions/history-actions.ts';
import { keepActions } from './actions/keep-actions.ts';
import { layoutActions } from './actions/layout-actions.ts';
import { lookActions, numberActions } from './actions/look-actions.ts';
import { nodeActions } from './actions/node-actions.ts';
import { questionActions } from './actions/question-actions.ts';
import { relationshipActions } from './actions/relationship-actions.ts';
import { kindActions, selectActions } from './actions/select-actions.ts';
import { attempt } from './attempt.ts';
import { currentTarget } from './target.ts';

/** Everything a user can do that is always the same; one list a file, in the order in which menus show it. */
const ACTIONS: readonly Action[] = [
  ...nodeActions,
  ...questionActions,
  ...exportActions,
  ...relationshipActions,
  ...selectActions,
  ...canvasActions,
  ...layoutActions,
  ...lookActions,
  ...keepActions,
  ...historyActions,
  ...goActions,
];

/** Actions that depend on what there is, as one for each kind, or number property. */
const FOUND: readonly (() => readonly Action[])[] = [kindActions, numberActions];

/** Everything a user can do: what the palette lists. */
export function allActions(): Action[] {
  return [...ACTIONS, ...FOUND.flatMap((find) => find())];
}

/** The action of that id, among those that are always the same. */
export function actionOf(id: string): Action | undefined {
  return ACTIONS.find((action) => action.id === id);
}

/** Those with a key. */
export function keyedActions(): Action[] {
  return ACTIONS.filter(({ keys }) => keys !== undefined);
}

/** What can be done to a target: for its menu. A target without anything is the canvas. */
export function actionsOn(target: Target): Action[] {
  const place = target.nodes.length > 0 ? 'nodes' : target.relationship !== null ? 'relationship' : 'canvas';
  return ACTIONS.filter((action) => action.on === place && isAvailable(action, target));
}

/** Does it to what is chosen or selected, or to the given target; what goes wrong is said on the screen. */
export function perform(action: Action, target: Target = currentTarget()): Promise<boolean> {
  return attempt(async () => {
    if (isAvailable(action, target)) await action.run(target);
  });
}
