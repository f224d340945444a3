import { create } from 'zustand';
import type { SavedView } from '../../../server/contract/saved-view.ts';
import type { Timeline } from '../../workspace/history.ts';
import type { Missing } from '../../workspace/saved/restore-content.ts';

interface Kept {
  /** What the page began with, until its question and selection are opened too. */
  opened: { view: SavedView; timeline: Timeline } | null;
  /** What the view that was opened last names and the graph does not hold. */
  missing: Missing | null;
  /** Whether this page was brought back as it was left. */
  broughtBack: boolean;
  /** What another tab, or this one on another day, left. */
  offered: SavedView | null;
}

/** What is known of views that were kept, while the page runs. */
export const useKept = create<Kept>()(() => ({
  opened: null,
  missing: null,
  broughtBack: false,
  offered: null,
}));
