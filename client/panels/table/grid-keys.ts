/** A cell of the grid; row -1 is the head. */
export interface GridPlace {
  row: number;
  column: number;
}

interface GridSize {
  rows: number;
  columns: number;
  /** Rows that are seen at once. */
  page: number;
}

/** Where a key leads from a cell, as the grid pattern of ARIA has it; null for keys that lead nowhere. */
export function placeAfterKey(
  key: string,
  control: boolean,
  from: GridPlace,
  size: GridSize,
): GridPlace | null {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const inRows = (row: number) => Math.min(lastRow, Math.max(-1, row));
  const inColumns = (column: number) => Math.min(lastColumn, Math.max(0, column));
  switch (key) {
    case 'ArrowUp':
      return { ...from, row: inRows(from.row - 1) };
    case 'ArrowDown':
      return { ...from, row: inRows(from.row + 1) };
    case 'ArrowLeft':
      return { ...from, column: inColumns(from.column - 1) };
    case 'ArrowRight':
      return { ...from, column: inColumns(from.column + 1) };
    case 'Home':
      return control ? { row: inRows(0), column: 0 } : { ...from, column: 0 };
    case 'End':
      return control ? { row: lastRow, column: lastColumn } : { ...from, column: lastColumn };
    case 'PageUp':
      return { ...from, row: Math.max(Math.min(from.row, 0), inRows(from.row - size.page)) };
    case 'PageDown':
      return { ...from, row: inRows(from.row + size.page) };
    default:
      return null;
  }
}
