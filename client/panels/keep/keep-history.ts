import type { SavedView } from '../../../server/contract/saved-view.ts';
import { type History, NO_HISTORY } from '../../workspace/history.ts';
import { restoreHistory, saveHistory } from '../../workspace/saved/save-history.ts';
import type { WorkspaceContent } from '../../workspace/workspace-content.ts';
import { dropKept, keep, readKept } from './browser-storage.ts';

/** The steps that led to what this tab shows, behind the moment at which that was kept. */
const STEPS = 'throughline-tab-steps';
/** Letters of steps that are kept; browsers allow some five million in all. */
const MOST_LETTERS = 1_000_000;

/** Keeps the steps that led to a view of this tab, where the browser has room for them. */
export function keepHistory(history: History, view: SavedView): void {
  if (history.past.length + history.future.length === 0) return;
  keep('session', STEPS, `${view.data.savedAt}\n${saveHistory(history, MOST_LETTERS)}`);
}

/** Makes room. */
export function dropHistory(): void {
  dropKept('session', STEPS);
}

/** The steps that led to what this tab showed; none where those that are kept belong to another moment. */
export function historyOfTab(view: SavedView, content: WorkspaceContent): History {
  const [savedAt, ...steps] = (readKept('session', STEPS) ?? '').split('\n');
  return savedAt === view.data.savedAt ? restoreHistory(steps.join('\n'), content) : NO_HISTORY;
}
