import type { PropertyValue } from '../../server/contract/graph.ts';
import type { NamedCount } from './count-content.ts';
import { type DateSpan, spanOfDate } from './date-span.ts';
import { namesOf, numberOf } from './property-value.ts';

/** A bar of a histogram; both ends are included. */
export interface NumberBar {
  low: number;
  high: number;
  count: number;
}

/** How the values of one property spread. What is of another kind than most counts as missing. */
export type Distribution = { missing: number } & (
  | { kind: 'numbers'; bars: NumberBar[] }
  | { kind: 'dates'; spans: DateSpan[] }
  | { kind: 'names'; names: NamedCount[] }
  | { kind: 'text'; distinct: number }
);

/** So large a share of the values must be numbers, or dates, for the property to be one of numbers, or of dates. */
const MOSTLY = 0.9;
/** More different texts than this are not listed one by one. */
const MOST_NAMES = 12;
const MOST_BARS = 24;

export function distributionOf(values: readonly (PropertyValue | undefined)[]): Distribution {
  const present = values.filter((value) => namesOf(value).length > 0);
  const numbers = present.flatMap((value) => numberOf(value) ?? []);
  const isMostly = (part: readonly unknown[]) => part.length > 0 && part.length >= present.length * MOSTLY;
  if (isMostly(numbers) && new Set(numbers).size > 1) {
    return { kind: 'numbers', bars: numberBars(numbers), missing: values.length - numbers.length };
  }
  if (!isMostly(numbers)) {
    const spans = present.flatMap((value) => spanOfDate(value) ?? []);
    const days = new Set(spans.map(({ first, last }) => `${first} ${last}`));
    if (isMostly(spans) && days.size > 1) {
      return { kind: 'dates', spans, missing: values.length - spans.length };
    }
  }
  const missing = values.length - present.length;
  const counts = new Map<string, number>();
  for (const value of present) {
    for (const name of namesOf(value)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size > MOST_NAMES) return { kind: 'text', distinct: counts.size, missing };
  const names = [...counts].map(([name, count]) => ({ name, count }));
  names.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  return { kind: 'names', names, missing };
}

/** Bars of one round width that hold all the numbers; whole numbers get bars of whole numbers. */
export function numberBars(numbers: readonly number[]): NumberBar[] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const number of numbers) {
    if (number < low) low = number;
    if (number > high) high = number;
  }
  const isWhole = numbers.every(Number.isSafeInteger);
  // Narrower bars than numbers of this size can be told apart by would not join.
  const least = Math.max(Math.abs(low), Math.abs(high)) * 1e-12;
  const width = roundWidth(Math.max((high - low) / MOST_BARS, least, 1e-90), isWhole);
  const start = Math.floor(low / width) * width;
  const last = isWhole ? Math.floor((high - start) / width) : Math.ceil((high - start) / width) - 1;
  const bars = Array.from({ length: Math.max(last, 0) + 1 }, (_, index): NumberBar => {
    const from = tidy(start + index * width, width);
    const to = isWhole ? from + width - 1 : tidy(start + (index + 1) * width, width);
    return { low: from, high: to, count: 0 };
  });
  // What rounding left a hair outside.
  const [lowest, highest] = [bars[0], bars.at(-1)];
  if (lowest) lowest.low = Math.min(lowest.low, low);
  if (highest) highest.high = Math.max(highest.high, high);
  for (const number of numbers) {
    const index = Math.min(bars.length - 1, Math.max(0, Math.floor((number - start) / width)));
    const bar = bars[index];
    if (bar) bar.count++;
  }
  return bars;
}

/** The next of 1, 2, 5, 10, 20, … above what is asked for. */
function roundWidth(least: number, isWhole: boolean): number {
  if (!(least > 0) || !Number.isFinite(least)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const width = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= least * (1 - 1e-9));
  return isWhole ? Math.max(1, Math.round(width ?? power * 10)) : (width ?? power * 10);
}

/** Without the dust that adding fractions leaves. */
function tidy(number: number, width: number): number {
  const digits = Math.max(0, Math.min(100, 2 - Math.floor(Math.log10(width))));
  return Number(number.toFixed(digits));
}
