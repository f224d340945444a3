import { formatDate } from '../../look/words.ts';
import { isoOfDay } from '../../workspace/date-span.ts';
import type { TimeBar, TimeUnit } from '../../workspace/time-bars.ts';
import { text } from '../text.ts';

const numbers = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 6 });

export function formatNumber(number: number): string {
  return numbers.format(number);
}

/** The stretch of time that a bar stands for: `13 Jan 2023`, `Jan 2023`, `2023`, `1990 to 1999`. */
export function wordsOfTimeBar({ first, last }: Pick<TimeBar, 'first' | 'last'>, unit: TimeUnit): string {
  const iso = isoOfDay(first);
  if (unit === 'day') return formatDate(iso);
  const year = iso.slice(0, -6);
  if (unit === 'month') return formatDate(iso.slice(0, -3));
  if (unit === 'year') return year;
  return text.properties.between(year, isoOfDay(last).slice(0, -6));
}
