import { readView, type SavedView } from '../../../server/contract/saved-view.ts';
import { call } from '../../api/call.ts';
import { text } from '../text.ts';

/** A view that the server keeps. Rejects with plain words. */
export async function readShared(id: string, signal?: AbortSignal): Promise<SavedView> {
  const read = readView(await call('readView', { params: { id }, signal }));
  if ('view' in read) return read.view;
  throw new Error(text.keep.problems[read.problem](read.detail));
}

/** Hands a view to the server; resolves to its id. */
export async function share(view: SavedView): Promise<string> {
  return (await call('shareView', { body: view })).id;
}
