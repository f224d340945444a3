import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { type DateSpan, spanOfDate } from '../../workspace/date-span.ts';
import { type PropertyFilter, passesFilter } from '../../workspace/property-filter.ts';
import { propertyOf } from '../../workspace/property-value.ts';
import { type TimeBar, type TimeUnit, timeBars } from '../../workspace/time-bars.ts';
import { clearPropertyFilter, filterProperty } from '../acts/filter-properties.ts';
import { barsWithin, DatesBrush } from '../brush/DatesBrush.tsx';
import { wordsOfTimeBar } from '../brush/words-of-bar.ts';
import { UnlinkedNodes } from '../filter/UnlinkedNodes.tsx';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { datedProperties } from './dated-properties.ts';
import styles from './timeline.module.css';

const NO_FILTER: PropertyFilter = { rule: null, hidesMissing: false };

/** When things happened: bars over the dated links, a range of which is shown. */
export function Timeline() {
  const relationships = useWorkspace((state) => state.content.relationships);
  const properties = useMemo(() => datedProperties(relationships), [relationships]);
  const filtered = useWorkspace((state) => state.content.filters.properties.relationships);
  const [asked, setAsked] = useState<string | null>(null);
  const property =
    [asked, ...properties.filter((name) => filtered.has(name)), ...properties].find(
      (name) => name !== null && properties.includes(name),
    ) ?? null;
  if (property === null) {
    return (
      <div className={styles.none}>
        <strong>{text.timeline.none}</strong>
        <p>{text.timeline.noneHint}</p>
      </div>
    );
  }
  return (
    <section className={styles.timeline} aria-label={text.timeline.heading}>
      <Bars
        property={property}
        choice={
          properties.length > 1 && (
            <NativeSelect
              size="xs"
              aria-label={text.timeline.by}
              data={properties}
              value={property}
              onChange={(event) => setAsked(event.currentTarget.value)}
            />
          )
        }
      />
    </section>
  );
}

function Bars({ property, choice }: { property: string; choice: React.ReactNode }) {
  const relationships = useWorkspace((state) => state.content.relationships);
  const filter =
    useWorkspace((state) => state.content.filters.properties.relationships.get(property)) ?? NO_FILTER;
  const announce = useScreen((screen) => screen.announce);
  const values = useMemo(
    () => [...relationships.values()].map((each) => propertyOf(each, property)),
    [relationships, property],
  );
  const spans = useMemo(() => values.flatMap((value) => spanOfDate(value) ?? []), [values]);
  const [within, setWithin] = useState<DateSpan | null>(null);
  const time = useMemo(() => timeBars(spans, within) ?? timeBars(spans), [spans, within]);
  const hidden = useMemo(
    () => values.filter((value) => !passesFilter(filter, value)).length,
    [values, filter],
  );
  const rule = filter.rule?.kind === 'dates' ? filter.rule : null;
  const shown = time && rule ? text.timeline.shown(wordsOfRange(time, rule)) : text.timeline.all;
  const told = hidden > 0 ? `${shown}. ${text.timeline.hidden(hidden)}` : shown;
  useEffect(() => announce(told), [told, announce]);
  if (!time) return null;
  const range = barsWithin(time.bars, rule);
  const first = time.bars[range.from]?.first;
  const last = time.bars[range.to]?.last;
  const canLookCloser = rule !== null && time.unit !== 'day' && range.to - range.from < time.bars.length - 1;
  const undated = values.length - spans.length;
  return (
    <>
      <div className={styles.tools}>
        {choice}
        <span>{shown}</span>
        {hidden > 0 && (
          <>
            <span className={styles.soft}>{text.timeline.hidden(hidden)}</span>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                setWithin(null);
                clearPropertyFilter('relationships', property);
              }}
            >
              {text.timeline.showAll}
            </Button>
          </>
        )}
        {canLookCloser && first !== undefined && last !== undefined && (
          <Button variant="default" size="compact-sm" onClick={() => setWithin({ first, last })}>
            {text.timeline.closer}
          </Button>
        )}
        {within && (
          <Button variant="default" size="compact-sm" onClick={() => setWithin(null)}>
            {text.timeline.wholeSpan}
          </Button>
        )}
        {undated > 0 && (
          <Checkbox
            size="xs"
            className={styles.undated}
            checked={!filter.hidesMissing}
            label={text.timeline.undated(undated)}
            onChange={(event) =>
              filterProperty('relationships', property, {
                ...filter,
                hidesMissing: !event.currentTarget.checked,
              })
            }
          />
        )}
        <UnlinkedNodes className={styles.undated} />
      </div>
      <div className={styles.bars}>
        <DatesBrush
          words={{ from: text.timeline.earliest, to: text.timeline.latest }}
          bars={time.bars}
          unit={time.unit}
          height={96}
          isPart={within !== null}
          rule={rule}
          onChange={(next, settled) =>
            filterProperty('relationships', property, { ...filter, rule: next }, settled)
          }
        />
        <Axis bars={time.bars} unit={time.unit} />
      </div>
      <p className={styles.soft}>
        {text.timeline.hint} {time.bars.some(({ possible }) => possible > 0) && text.timeline.faint}
      </p>
    </>
  );
}

const MOST_MARKS = 7;

/** Names of some of the bars, below them. */
function Axis({ bars, unit }: { bars: readonly TimeBar[]; unit: TimeUnit }) {
  const every = Math.max(1, Math.ceil(bars.length / MOST_MARKS));
  return (
    <div className={styles.axis} aria-hidden>
      {bars.map((bar, place) =>
        place % every === 0 ? (
          <span key={bar.first} style={{ left: `${((place + 0.5) / bars.length) * 100}%` }}>
            {wordsOfTimeBar(bar, unit)}
          </span>
        ) : null,
      )}
    </div>
  );
}

function wordsOfRange(
  { bars, unit }: { bars: readonly TimeBar[]; unit: TimeUnit },
  rule: NonNullable<Parameters<typeof barsWithin>[1]>,
): string {
  const { from, to } = barsWithin(bars, rule);
  const words = (place: number) => {
    const bar = bars[place];
    return bar ? wordsOfTimeBar(bar, unit) : '';
  };
  return text.properties.between(words(from), words(to));
}
