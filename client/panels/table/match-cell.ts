import { foldText, numberOf } from '../../workspace/property-value.ts';
import { cellText, type TableColumn, type TableRow } from './table-columns.ts';

const COMPARISON = /^(<=|>=|<|>|=)\s*(-?\d+(?:[.,]\d+)?)$/;

const COMPARISONS: Readonly<Record<string, (one: number, other: number) => boolean>> & {
  '=': (one: number, other: number) => boolean;
} = {
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
  '=': (one, other) => one === other,
};

/** Folded texts of cells, so that typing compares and does not format again. */
const known = new WeakMap<TableRow, Map<string, string>>();

function foldedCell(column: TableColumn, row: TableRow): string {
  let cells = known.get(row);
  if (!cells) {
    cells = new Map();
    known.set(row, cells);
  }
  const before = cells.get(column.id);
  if (before !== undefined) return before;
  const folded = foldText(cellText(column, row));
  cells.set(column.id, folded);
  return folded;
}

/** Tells whether a cell contains the words; in columns of numbers `> 5`, `<= 3` and `= 7` compare. */
export function cellTest(column: TableColumn, words: string): (row: TableRow) => boolean {
  const asked = words.trim();
  const comparison = column.isNumber ? COMPARISON.exec(asked) : null;
  if (!comparison) {
    const folded = foldText(asked);
    return (row) => foldedCell(column, row).includes(folded);
  }
  const bound = Number(comparison[2]?.replace(',', '.'));
  const compare = COMPARISONS[comparison[1] ?? '='] ?? COMPARISONS['='];
  return (row) => {
    const number = numberOf(column.valueOf(row));
    return number !== null && compare(number, bound);
  };
}
