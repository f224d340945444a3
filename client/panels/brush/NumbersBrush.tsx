import type { NumberBar } from '../../workspace/distribution.ts';
import type { PropertyRule } from '../../workspace/property-filter.ts';
import { text } from '../text.ts';
import { RangeBrush } from './RangeBrush.tsx';
import { formatNumber } from './words-of-bar.ts';

type Rule = Extract<PropertyRule, { kind: 'numbers' }>;

interface Props {
  property: string;
  bars: readonly NumberBar[];
  rule: Rule | null;
  onChange(rule: Rule | null, settled: boolean): void;
}

/** A histogram of numbers, over which the shown range is drawn. */
export function NumbersBrush({ property, bars, rule, onChange }: Props) {
  const last = bars.length - 1;
  const low = rule?.low ?? null;
  const high = rule?.high ?? null;
  const from =
    low === null
      ? 0
      : Math.max(
          0,
          bars.findLastIndex((bar) => bar.low <= low),
        );
  const found = high === null ? -1 : bars.findIndex((bar) => bar.high >= high);
  const range = { from, to: Math.max(from, found < 0 ? last : found) };
  return (
    <RangeBrush
      height={64}
      bars={bars.map((bar) => ({
        count: bar.count,
        words: text.properties.bar(
          text.properties.between(formatNumber(bar.low), formatNumber(bar.high)),
          bar.count,
        ),
      }))}
      range={range}
      words={{
        from: text.properties.from(property),
        to: text.properties.to(property),
        at: (bar, edge) => formatNumber(bars[bar]?.[edge === 'from' ? 'low' : 'high'] ?? 0),
      }}
      onChange={(next, settled) => {
        const least = next.from === 0 ? null : (bars[next.from]?.low ?? null);
        const most = next.to === last ? null : (bars[next.to]?.high ?? null);
        const isOpen = least === null && most === null;
        onChange(isOpen ? null : { kind: 'numbers', low: least, high: most }, settled);
      }}
    />
  );
}
