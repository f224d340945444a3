import type { PropertyValue } from '../contract/graph.ts';

/** A stretch of whole days, both ends included, as ISO dates. */
export interface Spell {
  start: string;
  end: string;
}

/**
 * The days that a date of full or partial precision means: `2023` is 2023-01-01 to 2023-12-31, `2023-02` is
 * 2023-02-01 to 2023-02-28, a day itself. Undefined for anything else, and for days that no calendar has.
 */
export function spellOfDate(date: PropertyValue | undefined): Spell | undefined {
  const text = date !== null && typeof date === 'object' && '$type' in date ? isoDate(date) : date;
  const match = typeof text === 'string' ? /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) : null;
  if (match === null) return undefined;
  const [, year = '', month, day] = match;
  const start = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const lastMonth = month ?? '12';
  const end = `${year}-${lastMonth}-${day ?? lastDayOf(Number(year), Number(lastMonth))}`;
  return isDay(start) && isDay(end) ? { start, end } : undefined;
}

function isoDate({ $type, value }: { $type: string; value: string }): string | undefined {
  return $type === 'Date' ? value : undefined;
}

function lastDayOf(year: number, month: number): string {
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return String(last.getUTCDate()).padStart(2, '0');
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
