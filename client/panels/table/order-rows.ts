import type { PropertyValue } from '../../../server/contract/graph.ts';
import { numberOf } from '../../workspace/property-value.ts';
import { plainValue } from '../details/plain-value.ts';
import { cellTest } from './match-cell.ts';
import type { TableColumn, TableRow } from './table-columns.ts';

/** The rows that have the words in one of the columns, and in each single column what is asked of it. */
export function filterRows(
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  words: string,
  columnWords: readonly (readonly [TableColumn, string])[],
): readonly TableRow[] {
  const tests = columnWords.flatMap(([column, asked]) =>
    asked.trim() === '' ? [] : cellTest(column, asked),
  );
  const anywhere = words.trim() === '' ? [] : columns.map((column) => cellTest(column, words));
  if (tests.length === 0 && anywhere.length === 0) return rows;
  return rows.filter(
    (row) =>
      tests.every((test) => test(row)) && (anywhere.length === 0 || anywhere.some((test) => test(row))),
  );
}

/**
 * The rows by the values of a column: by number where all are numbers, else as a person sorts words. Rows without a value
 * come last either way; equals stay as they were.
 */
export function sortRows(rows: readonly TableRow[], column: TableColumn, downwards: boolean): TableRow[] {
  const valued: TableRow[] = [];
  const values: PropertyValue[] = [];
  const without: TableRow[] = [];
  for (const row of rows) {
    const value = column.valueOf(row) ?? null;
    if (value === null) without.push(row);
    else {
      valued.push(row);
      values.push(value);
    }
  }
  const keys = sortKeys(values);
  const sign = downwards ? -1 : 1;
  const order = valued.map((_, index) => index);
  order.sort((one, other) => {
    const first = keys[one] ?? 0;
    const second = keys[other] ?? 0;
    return first < second ? -sign : first > second ? sign : one - other;
  });
  return [...order.flatMap((index) => valued[index] ?? []), ...without];
}

const DIGITS = 15;

/** A number for each value by which they are compared: its own where all are numbers, else the place of its text. */
function sortKeys(values: readonly PropertyValue[]): readonly number[] {
  const numbers = values.map(numberOf);
  if (numbers.every((number) => number !== null)) return numbers;
  const texts = values.map(sortText);
  const ranks = ranksOf(new Set(texts));
  return texts.map((text) => ranks.get(text) ?? 0);
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The place of each text among all; what differs in case or accents alone has the same. */
function ranksOf(texts: ReadonlySet<string>): Map<string, number> {
  const isPlain = [...texts].every((text) => !/[^ -~]/.test(text));
  // For plain texts there is something that compares as the collator does, and much quicker.
  const keyed = [...texts].map((text) => ({ text, key: isPlain ? plainKey(text) : text }));
  const compare = isPlain
    ? (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
    : collator.compare;
  keyed.sort((one, other) => compare(one.key, other.key));
  let rank = 0;
  return new Map(
    keyed.map(({ text, key }, index) => {
      const before = keyed[index - 1];
      if (before !== undefined && compare(before.key, key) !== 0) rank++;
      return [text, rank];
    }),
  );
}

function plainKey(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (run) => run.padStart(DIGITS, '0'));
}

/** Dates sort as they are written in the data, not as they are shown. */
function sortText(value: PropertyValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value.value;
  return plainValue(value);
}
