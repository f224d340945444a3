import { dayOfIso, isoOfDay } from '../../workspace/date-span.ts';
import type { PropertyRule } from '../../workspace/property-filter.ts';
import type { TimeBar, TimeUnit } from '../../workspace/time-bars.ts';
import { text } from '../text.ts';
import { RangeBrush } from './RangeBrush.tsx';
import { wordsOfTimeBar } from './words-of-bar.ts';

type Rule = Extract<PropertyRule, { kind: 'dates' }>;

interface Props {
  words: { from: string; to: string };
  bars: readonly TimeBar[];
  unit: TimeUnit;
  rule: Rule | null;
  height: number;
  /** The bars are a part of the time only: their ends are ends of the range too. */
  isPart?: boolean;
  onChange(rule: Rule | null, settled: boolean): void;
}

/** The bars that a rule leaves inside, by their places. */
export function barsWithin(bars: readonly TimeBar[], rule: Rule | null): { from: number; to: number } {
  const first = rule?.from ? dayOfIso(rule.from) : null;
  const last = rule?.to ? dayOfIso(rule.to) : null;
  const from =
    first === null
      ? 0
      : Math.max(
          0,
          bars.findLastIndex((bar) => bar.first <= first),
        );
  const found = last === null ? -1 : bars.findIndex((bar) => bar.last >= last);
  return { from, to: Math.max(from, found < 0 ? bars.length - 1 : found) };
}

/** Bars of time, over which the shown range is drawn. */
export function DatesBrush({ words, bars, unit, rule, height, isPart = false, onChange }: Props) {
  return (
    <RangeBrush
      height={height}
      bars={bars.map((bar) => ({
        count: bar.sure,
        faint: bar.possible,
        words: text.properties.dateBar(wordsOfTimeBar(bar, unit), bar.sure, bar.possible),
      }))}
      range={barsWithin(bars, rule)}
      words={{
        ...words,
        at: (place) => {
          const bar = bars[place];
          return bar ? wordsOfTimeBar(bar, unit) : '';
        },
      }}
      onChange={(next, settled) => {
        const first = next.from === 0 && !isPart ? undefined : bars[next.from]?.first;
        const last = next.to === bars.length - 1 && !isPart ? undefined : bars[next.to]?.last;
        const from = first === undefined ? null : isoOfDay(first);
        const to = last === undefined ? null : isoOfDay(last);
        onChange(from === null && to === null ? null : { kind: 'dates', from, to }, settled);
      }}
    />
  );
}
