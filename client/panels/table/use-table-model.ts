import { useDeferredValue, useMemo } from 'react';
import { filterRows, sortRows } from './order-rows.ts';
import type { TableColumn, TableRow } from './table-columns.ts';
import type { TableData } from './table-rows.ts';
import type { TableArrangement } from './table-store.ts';

/** The columns that are shown and the rows that pass the filters, in order. Each step is done anew only when it must be. */
export function useTableModel(
  { rows, columns, usual }: TableData,
  arrangement: TableArrangement,
): { columns: readonly TableColumn[]; rows: readonly TableRow[]; listed: number } {
  const { sort, shown, listsHidden } = arrangement;
  const words = useDeferredValue(arrangement.words);
  const columnWords = useDeferredValue(arrangement.columnWords);
  const shownColumns = useMemo(() => {
    const ids = shown ?? new Set(usual);
    return columns.filter(({ id }) => ids.has(id));
  }, [columns, shown, usual]);
  const listed = useMemo(
    () => (listsHidden ? rows : rows.filter(({ hidden }) => !hidden)),
    [rows, listsHidden],
  );
  const sorted = useMemo(() => {
    const column = columns.find(({ id }) => id === sort?.column);
    return column && sort ? sortRows(listed, column, sort.downwards) : listed;
  }, [listed, columns, sort]);
  const filtered = useMemo(() => {
    const asked = columns.flatMap((column) => {
      const words = columnWords.get(column.id);
      return words === undefined ? [] : [[column, words] as const];
    });
    return filterRows(sorted, shownColumns, words, asked);
  }, [sorted, columns, shownColumns, words, columnWords]);
  return { columns: shownColumns, rows: filtered, listed: listed.length };
}
