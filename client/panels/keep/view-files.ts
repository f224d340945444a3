import { readView, type SavedView } from '../../../server/contract/saved-view.ts';
import { fileNameOf, saveFile } from '../export/save-file.ts';
import { text } from '../text.ts';
import { openAsStep, viewOrThrow } from './open-view.ts';

/** Larger files are no views. */
const MOST_BYTES = 20_000_000;

/** Saves a view as a file; resolves to its name. */
export function saveViewFile(view: SavedView): string {
  const name = fileNameOf(view.data.name || text.views.untitled, 'view.json');
  saveFile(new Blob([JSON.stringify(view, null, 1)], { type: 'application/json' }), name);
  return name;
}

/** Opens a view from a file as one step. Rejects with plain words where it is none. */
export async function openViewFile(file: File): Promise<void> {
  if (file.size > MOST_BYTES) throw new Error(text.keep.problems['not-a-view'](''));
  const written = await file.text();
  await openAsStep(viewOrThrow(readView(parse(written))));
}

function parse(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}
