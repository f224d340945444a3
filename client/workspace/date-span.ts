import type { PropertyValue } from '../../server/contract/graph.ts';

/** Days since 1 January 1970 (UTC), both ends included; the two are the same where the day is known. */
export interface DateSpan {
  first: number;
  last: number;
}

/** `2023`, `2023-01`, `2023-01-13`, and the same with a time of day behind it; years before 1 as ISO 8601 writes them. */
const ISO = /^([+-]\d{6}|\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}.*)?)?)?$/;
const DAY_MS = 86_400_000;
const DATED_TYPES = new Set(['Date', 'DateTime', 'LocalDateTime']);

/** The day, in days since 1970, of a date of the Gregorian calendar; months count from 1. */
export function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS);
}

/** The days that an ISO date may mean: a year or a month that is known alone is all of its days; null for other text. */
export function spanOfText(text: string): DateSpan | null {
  const match = ISO.exec(text.trim());
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  const last = dayOf(year, month + 1, 1) - 1;
  if (match[3] === undefined) return { first: dayOf(year, month, 1), last };
  const day = dayOf(year, month, Number(match[3]));
  return Number(match[3]) < 1 || day > last ? null : { first: day, last: day };
}

/** The days that a property's value may mean; of a list, from its earliest to its latest. Null where it is no date. */
export function spanOfDate(value: PropertyValue | undefined): DateSpan | null {
  if (typeof value === 'string') return spanOfText(value);
  if (Array.isArray(value)) {
    const spans = value.map(spanOfDate);
    if (spans.length === 0 || spans.includes(null)) return null;
    return {
      first: Math.min(...spans.flatMap((span) => span?.first ?? [])),
      last: Math.max(...spans.flatMap((span) => span?.last ?? [])),
    };
  }
  if (value === null || typeof value !== 'object') return null;
  // A zone's offset or name may follow the time; the day is the one that was written.
  return DATED_TYPES.has(value.$type) ? spanOfText(value.value) : null;
}

/** The day as `2023-01-13`; for years beyond four digits as ISO 8601 writes them. */
export function isoOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().replace(/T.*/, '');
}

/** The day that an ISO date begins with; null where it is none. */
export function dayOfIso(text: string): number | null {
  return spanOfText(text)?.first ?? null;
}
