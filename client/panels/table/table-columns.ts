import type { Properties, PropertyValue } from '../../../server/contract/graph.ts';
import { numberOf, propertyOf } from '../../workspace/property-value.ts';
import { plainValue } from '../details/plain-value.ts';

/** A row of either table. */
export interface TableRow {
  id: string;
  /** What it is called when it is spoken of. */
  name: string;
  /** Gathered, but not drawn. */
  hidden: boolean;
  /** What is true of it beside its properties, by column; found when it is asked for, since few rows are seen. */
  fixed(column: string): PropertyValue | undefined;
  properties: Properties;
}

export interface TableColumn {
  id: string;
  heading: string;
  /** In pixels. */
  width: number;
  isNumber: boolean;
  valueOf(row: TableRow): PropertyValue | undefined;
}

const WIDTH = { number: 96, text: 170, long: 340 };
const LONG_TEXT = 40;
/** A property is shown at first where at least this share of the rows has it. */
const USUAL_SHARE = 0.15;
const MOST_USUAL = 4;
/** Names of what is told elsewhere, or by nobody wanted at first. */
const SELDOM_WANTED = new Set([
  'document',
  'id',
  'name',
  'title',
  'caption',
  'label',
  'status',
  'documents',
  'evidence',
]);

/** The column of something that is true of every row. */
export function fixedColumn(id: string, heading: string, width: number, isNumber = false): TableColumn {
  return { id, heading, width, isNumber, valueOf: (row) => row.fixed(id) };
}

/** A column for every property that occurs, in the order of the names; `usual` are those that are shown at first. */
export function propertyColumns(rows: readonly TableRow[]): { columns: TableColumn[]; usual: string[] } {
  const seen = new Map<string, { count: number; letters: number; isNumber: boolean }>();
  for (const { properties } of rows) {
    for (const name of Object.keys(properties)) {
      const value = properties[name] ?? null;
      if (value === null) continue;
      const known = seen.get(name) ?? { count: 0, letters: 0, isNumber: true };
      known.count++;
      known.letters += typeof value === 'string' ? value.length : 0;
      known.isNumber &&= numberOf(value) !== null;
      seen.set(name, known);
    }
  }
  const columns = [...seen]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, { count, letters, isNumber }]): TableColumn => {
      const width = isNumber ? WIDTH.number : letters / count > LONG_TEXT ? WIDTH.long : WIDTH.text;
      return {
        // Never a name that objects have of their own.
        id: `property:${name}`,
        heading: name,
        width,
        isNumber,
        valueOf: (row) => propertyOf(row, name),
      };
    });
  const usual = [...seen]
    .filter(([name, { count }]) => !SELDOM_WANTED.has(name) && count >= rows.length * USUAL_SHARE)
    .sort(([, one], [, other]) => other.count - one.count)
    .slice(0, MOST_USUAL)
    .map(([name]) => `property:${name}`);
  return { columns, usual };
}

/** The value as it stands in its cell; empty where there is none. */
export function cellText(column: TableColumn, row: TableRow): string {
  const value = column.valueOf(row);
  return value === undefined ? '' : plainValue(value);
}
