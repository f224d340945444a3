import {
  type ColumnDef,
  columnFilteringFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useDeferredValue, useMemo } from 'react';
import { matchesCell } from './match-cell.ts';
import { compareCells, type TableColumn, type TableRow } from './table-columns.ts';
import type { TableData } from './table-rows.ts';
import type { TableArrangement } from './table-store.ts';

const features = tableFeatures({
  columnFilteringFeature,
  columnVisibilityFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

/** The columns that are shown and the rows that pass the filters, in order. */
export function useTableModel(
  { rows, columns, usual }: TableData,
  arrangement: TableArrangement,
): { columns: TableColumn[]; rows: TableRow[]; listed: number } {
  const { columnWords, sort, listsHidden } = arrangement;
  const words = useDeferredValue(arrangement.words);
  const deferredColumnWords = useDeferredValue(columnWords);
  const shown = useMemo(() => arrangement.shown ?? new Set(usual), [arrangement.shown, usual]);
  const listed = useMemo(
    () => (listsHidden ? rows : rows.filter(({ hidden }) => !hidden)),
    [rows, listsHidden],
  );
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, TableRow> => ({
          id: column.id,
          // Only whether there is a value matters here: the comparison reads the row.
          accessorFn: (row) => column.valueOf(row) ?? undefined,
          sortUndefined: 'last',
          sortFn: (one, other) => compareCells(column, one.original, other.original),
          filterFn: (row, _id, asked) => matchesCell(column, row.original, String(asked)),
        }),
      ),
    [columns],
  );
  const table = useTable<typeof features, TableRow>({
    features,
    columns: definitions,
    data: listed,
    getRowId: ({ id }) => id,
    getColumnCanGlobalFilter: ({ id }) => shown.has(id),
    globalFilterFn: (row, id, asked) => {
      const column = byId.get(id);
      return column !== undefined && matchesCell(column, row.original, String(asked));
    },
    state: {
      globalFilter: words.trim() === '' ? undefined : words,
      columnFilters: [...deferredColumnWords]
        .filter(([id, asked]) => asked.trim() !== '' && byId.has(id))
        .map(([id, value]) => ({ id, value })),
      sorting: sort && byId.has(sort.column) ? [{ id: sort.column, desc: sort.downwards }] : [],
      columnVisibility: Object.fromEntries(columns.map(({ id }) => [id, shown.has(id)])),
    },
  });
  return {
    columns: table.getVisibleLeafColumns().flatMap(({ id }) => byId.get(id) ?? []),
    rows: table.getRowModel().rows.map(({ original }) => original),
    listed: listed.length,
  };
}
