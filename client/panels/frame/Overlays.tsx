import { lazy, Suspense } from 'react';
import { useMore } from '../budget/ask-more.ts';
import { useDrawChoices } from '../budget/draw-choice.ts';
import { useExportDialog } from '../export/export-store.ts';
import { FileDrop } from '../import/FileDrop.tsx';
import { useImport } from '../import/import-store.ts';
import { useKeysList } from '../keys/keys-store.ts';
import { usePalette } from '../palette/palette-store.ts';
import { usePictureDialog } from '../picture/picture-store.ts';
import { useFocusReturn } from './use-focus-return.ts';

const BudgetDialogs = lazy(async () => ({
  default: (await import('../budget/BudgetDialogs.tsx')).BudgetDialogs,
}));
const Palette = lazy(() => import('../palette/Palette.tsx'));
const ImportDialog = lazy(() => import('../import/ImportDialog.tsx'));
const KeysList = lazy(() => import('../keys/KeysList.tsx'));
const PictureDialog = lazy(() => import('../picture/PictureDialog.tsx'));
const ExportDialog = lazy(() => import('../export/ExportDialog.tsx'));

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
    <Suspense>
      <FileDrop />
      {(asksMore || asksChoice) && <BudgetDialogs />}
      {importing && <ImportDialog />}
      {palette && <Palette />}
      {keys && <KeysList />}
      {picturing && <PictureDialog />}
      {exporting && <ExportDialog />}
    </Suspense>
  );
}
