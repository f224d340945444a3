import type { Scheme } from '../../look/palette.ts';
import { workspace } from '../../workspace/workspace.ts';
import { stage } from '../canvas/stage-handle.ts';
import { text } from '../text.ts';
import { titleOfView } from './export-choices.ts';
import { fileNameOf, saveFile } from './save-file.ts';

/** Saves the drawing as it is seen; resolves to the file's name. */
export async function exportImage(scale: 2 | 4, scheme: Scheme): Promise<string> {
  const drawing = stage();
  if (!drawing) throw new Error(text.export.noImage);
  const title = titleOfView(workspace.getState());
  const name = fileNameOf(title, 'png');
  saveFile(await drawing.toPng({ scale, scheme, title }), name);
  return name;
}
