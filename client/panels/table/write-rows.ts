import { cellText, type TableColumn, type TableRow } from './table-columns.ts';

/** What a spreadsheet would take for a formula gets an apostrophe, which tells it that it is text. */
function harmless(text: string): string {
  return /^[=+\-@＝＋－＠']/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows as tab-separated values with a head, as spreadsheets take them from the clipboard. */
export function writeRows(columns: readonly TableColumn[], rows: readonly TableRow[]): string {
  const head = columns.map(({ heading }) => quoted(harmless(heading)));
  const lines = rows.map((row) =>
    columns.map((column) => {
      const text = cellText(column, row);
      return typeof column.valueOf(row) === 'number' ? text : quoted(harmless(text));
    }),
  );
  return [head, ...lines].map((cells) => cells.join('\t')).join('\n');
}
