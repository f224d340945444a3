import { create } from 'zustand';

interface Importing {
  opened: boolean;
  /** What was dropped or chosen; none while a file is still to be chosen. */
  files: readonly File[];
  /** The write token, for as long as the page lives; it is written nowhere. */
  token: string;
}

/** Whether the import dialog is open, and on which files. */
export const useImport = create<Importing>()(() => ({ opened: false, files: [], token: '' }));

export function openImport(files: readonly File[] = []): void {
  useImport.setState({ opened: true, files });
}

export function closeImport(): void {
  useImport.setState({ opened: false, files: [] });
}
