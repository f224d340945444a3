import { useMore } from '../budget/ask-more.ts';
import { useDrawChoices } from '../budget/draw-choice.ts';
import { closeExport, useExportDialog } from '../export/export-store.ts';
import { FileDrop } from '../import/FileDrop.tsx';
import { closeImport, useImport } from '../import/import-store.ts';
import { closeKeys, useKeysList } from '../keys/keys-store.ts';
import { closePalette, usePalette } from '../palette/palette-store.ts';
import { closePictureDialog, usePictureDialog } from '../picture/picture-store.ts';
import { LazyOverlay } from '../states/LazyOverlay.tsx';
import { useFocusReturn } from './use-focus-return.ts';

const loadBudget = async () => (await import('../budget/BudgetDialogs.tsx')).BudgetDialogs;
const loadPalette = async () => (await import('../palette/Palette.tsx')).default;
const loadImport = async () => (await import('../import/ImportDialog.tsx')).default;
const loadKeys = async () => (await import('../keys/KeysList.tsx')).default;
const loadPicture = async () => (await import('../picture/PictureDialog.tsx')).default;
const loadExport = async () => (await import('../export/ExportDialog.tsx')).default;

function closeBudget(): void {
  useMore.getState().question?.answer(null);
  useDrawChoices.getState().setAsking(false);
}

/** What opens over the whole page, loaded when it is first wanted. */
export function Overlays() {
  const palette = usePalette((state) => state.opened);
  const keys = useKeysList((state) => state.opened);
  const picturing = usePictureDialog((state) => state.opened);
  const exporting = useExportDialog((state) => state.opened);
  const importing = useImport((state) => state.opened);
  const asksMore = useMore((state) => state.question !== null);
  const asksChoice = useDrawChoices((state) => state.asking);
  useFocusReturn(palette || keys || picturing || exporting || importing || asksMore || asksChoice);
  return (
    <>
      <FileDrop />
      {(asksMore || asksChoice) && <LazyOverlay load={loadBudget} onFailed={closeBudget} />}
      {importing && <LazyOverlay load={loadImport} onFailed={closeImport} />}
      {palette && <LazyOverlay load={loadPalette} onFailed={closePalette} />}
      {keys && <LazyOverlay load={loadKeys} onFailed={closeKeys} />}
      {picturing && <LazyOverlay load={loadPicture} onFailed={closePictureDialog} />}
      {exporting && <LazyOverlay load={loadExport} onFailed={closeExport} />}
    </>
  );
}
