import { create } from 'zustand';
import { readView, type SavedView, viewOf } from '../../../server/contract/saved-view.ts';
import { text } from '../text.ts';
import { dropKept, keep, keptNames, readKept } from './browser-storage.ts';
import { collectView } from './collect-view.ts';

const PREFIX = 'throughline-view:';

/** A view with a name, under a key of its own in the browser's storage, so that tabs never overwrite each other's. */
export interface NamedView {
  key: string;
  view: SavedView;
}

interface NamedViews {
  /** The newest first. */
  views: readonly NamedView[];
  /** How many are kept that this version cannot read. */
  unread: number;
  /** What was deleted last, to be had back. */
  deleted: NamedView | null;
}

export const useNamedViews = create<NamedViews>()(() => ({ ...readAll(), deleted: null }));

/** Follows what other tabs save and delete, until stopped. */
export function followOtherTabs(): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(PREFIX)) useNamedViews.setState(readAll());
  };
  window.addEventListener('storage', onStorage);
  useNamedViews.setState(readAll());
  return () => window.removeEventListener('storage', onStorage);
}

/** Saves what is on screen. Throws where the browser keeps nothing. */
export function saveNamed(name: string, note: string): void {
  put({ key: newKey(), view: collectView('keep', { name, note }) });
}

/** Gives a saved view another name and note. */
export function describeNamed({ key, view }: NamedView, name: string, note: string): void {
  put({ key, view: viewOf({ ...view.data, name, note }) });
}

export function deleteNamed(named: NamedView): void {
  dropKept('local', PREFIX + named.key);
  useNamedViews.setState(({ views }) => ({
    views: views.filter(({ key }) => key !== named.key),
    deleted: named,
  }));
}

export function undelete(): void {
  const { deleted } = useNamedViews.getState();
  if (!deleted) return;
  put(deleted);
  useNamedViews.setState({ deleted: null });
}

function put(named: NamedView): void {
  if (!keep('local', PREFIX + named.key, JSON.stringify(named.view))) throw new Error(text.views.notSaved);
  useNamedViews.setState(({ views }) => ({
    views: inOrder([named, ...views.filter(({ key }) => key !== named.key)]),
  }));
}

function readAll(): Pick<NamedViews, 'views' | 'unread'> {
  const views: NamedView[] = [];
  let unread = 0;
  for (const name of keptNames('local', PREFIX)) {
    const view = parse(readKept('local', name));
    if (view) views.push({ key: name.slice(PREFIX.length), view });
    else unread += 1;
  }
  return { views: inOrder(views), unread };
}

function parse(written: string | null): SavedView | null {
  try {
    const read = readView(JSON.parse(written ?? ''));
    return 'view' in read ? read.view : null;
  } catch {
    return null;
  }
}

function inOrder(views: readonly NamedView[]): NamedView[] {
  return views.toSorted((a, b) => (a.view.data.savedAt < b.view.data.savedAt ? 1 : -1));
}

function newKey(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
}
