import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import type { TableColumn, TableRow } from './table-columns.ts';
import { writeRows } from './write-rows.ts';

/** Puts the rows on the clipboard as a spreadsheet takes them, and says so. */
export async function copyRows(columns: readonly TableColumn[], rows: readonly TableRow[]): Promise<void> {
  const { say, announce } = useScreen.getState();
  let words = text.table.copied(rows.length);
  try {
    await navigator.clipboard.writeText(writeRows(columns, rows));
  } catch {
    words = text.table.notCopied;
  }
  say(words);
  announce(words);
}
