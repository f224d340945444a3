import { foldText, numberOf } from '../../workspace/property-value.ts';
import { cellText, type TableColumn, type TableRow } from './table-columns.ts';

const COMPARISON = /^(<=|>=|<|>|=)\s*(-?\d+(?:[.,]\d+)?)$/;

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

/** Whether a cell contains the words; in columns of numbers `> 5`, `<= 3` and `= 7` compare. */
export function matchesCell(column: TableColumn, row: TableRow, words: string): boolean {
  const asked = words.trim();
  if (asked === '') return true;
  const comparison = column.isNumber ? COMPARISON.exec(asked) : null;
  if (!comparison) return foldedCell(column, row).includes(foldText(asked));
  const number = numberOf(column.valueOf(row));
  if (number === null) return false;
  const bound = Number(comparison[2]?.replace(',', '.'));
  switch (comparison[1]) {
    case '<':
      return number < bound;
    case '<=':
      return number <= bound;
    case '>':
      return number > bound;
    case '>=':
      return number >= bound;
    default:
      return number === bound;
  }
}
