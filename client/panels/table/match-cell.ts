import type { PropertyValue } from '../../../server/contract/graph.ts';
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

/** Folded texts by what stands in a column, so that typing compares and does not format again. */
const known = new WeakMap<TableColumn, Map<PropertyValue | undefined, string>>();

function foldedCells(column: TableColumn): (row: TableRow) => string {
  const texts = known.get(column) ?? new Map<PropertyValue | undefined, string>();
  known.set(column, texts);
  return (row) => {
    const value = column.valueOf(row);
    const before = texts.get(value);
    if (before !== undefined) return before;
    const folded = foldText(cellText(column, row));
    texts.set(value, folded);
    return folded;
  };
}

/** Tells whether a cell contains the words; in columns of numbers `> 5`, `<= 3` and `= 7` compare. */
export function cellTest(column: TableColumn, words: string): (row: TableRow) => boolean {
  const asked = words.trim();
  const comparison = column.isNumber ? COMPARISON.exec(asked) : null;
  if (!comparison) {
    const folded = foldText(asked);
    const cellOf = foldedCells(column);
    return (row) => cellOf(row).includes(folded);
  }
  const bound = Number(comparison[2]?.replace(',', '.'));
  const compare = COMPARISONS[comparison[1] ?? '='] ?? COMPARISONS['='];
  return (row) => {
    const number = numberOf(column.valueOf(row));
    return number !== null && compare(number, bound);
  };
}
