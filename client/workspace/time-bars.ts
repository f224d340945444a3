import { type DateSpan, dayOf, isoOfDay } from './date-span.ts';

export type TimeUnit = 'day' | 'month' | 'year' | 'decade' | 'century' | 'millennium';

/** A stretch of time, in days since 1970, both included, and what is dated in it. */
export interface TimeBar extends DateSpan {
  /** Dates that lie wholly in the bar. */
  sure: number;
  /** Dates known in part only, of which some day lies in the bar. */
  possible: number;
}

const UNITS: readonly { unit: TimeUnit; years: number; days: number }[] = [
  { unit: 'day', years: 0, days: 1 },
  { unit: 'month', years: 0, days: 31 },
  { unit: 'year', years: 1, days: 366 },
  { unit: 'decade', years: 10, days: 3653 },
  { unit: 'century', years: 100, days: 36_525 },
  { unit: 'millennium', years: 1000, days: 365_250 },
];
const MOST_BARS = 130;

function yearOfDay(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

/** First days of the units from that which holds `first` to the one after `last`. */
function edges(unit: TimeUnit, years: number, first: number, last: number): number[] {
  const found: number[] = [];
  const year = yearOfDay(first);
  const month = Number(isoOfDay(first).match(/-(\d{2})-\d{2}$/)?.[1] ?? 1);
  for (let step = 0; ; step++) {
    const day =
      unit === 'day'
        ? first + step
        : unit === 'month'
          ? dayOf(year, month + step, 1)
          : dayOf((Math.floor(year / years) + step) * years, 1, 1);
    found.push(day);
    if (day > last) return found;
  }
}

/**
 * Bars over all the dates, or over those within a stretch of time, by the finest unit that needs no more than 130 of them
 * and that at least half of the dates are known to. Nothing for no dates.
 */
export function timeBars(
  all: readonly DateSpan[],
  within: DateSpan | null = null,
): { unit: TimeUnit; bars: TimeBar[] } | null {
  const spans = within ? all.filter((span) => span.last >= within.first && span.first <= within.last) : all;
  if (spans.length === 0) return null;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    first = Math.min(first, span.first);
    last = Math.max(last, span.last);
  }
  if (within) {
    first = Math.max(first, within.first);
    last = Math.min(last, within.last);
  }
  const fits = ({ days }: { days: number }) => {
    const known = spans.filter((span) => span.last - span.first < days).length;
    return (last - first) / days < MOST_BARS - 2 && known * 2 >= spans.length;
  };
  const { unit, years } = UNITS.find(fits) ?? { unit: 'millennium' as const, years: 1000 };
  const days = edges(unit, years, first, last);
  const bars = days
    .slice(0, -1)
    .map((day, index): TimeBar => ({ first: day, last: (days[index + 1] ?? day) - 1, sure: 0, possible: 0 }));
  for (const span of spans) {
    const from = bars.findIndex((bar) => bar.last >= span.first);
    const to = bars.findLastIndex((bar) => bar.first <= span.last);
    for (let index = from; index <= to; index++) {
      const bar = bars[index];
      if (!bar) continue;
      if (from === to) bar.sure++;
      else bar.possible++;
    }
  }
  return { unit, bars };
}
