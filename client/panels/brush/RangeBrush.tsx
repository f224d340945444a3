import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import styles from './brush.module.css';
import {
  type BrushGrip,
  type BrushRange,
  barAt,
  edgeAfterKey,
  gripAt,
  rangeWhileHeld,
} from './brush-range.ts';

export interface BrushBar {
  /** Drawn at full strength, and above it fainter. */
  count: number;
  faint?: number;
  /** What it stands for, and how many. */
  words: string;
}

interface Props {
  bars: readonly BrushBar[];
  range: BrushRange;
  /** Names of the two edges, and what an edge at a bar means. */
  words: { from: string; to: string; at(bar: number, edge: 'from' | 'to'): string };
  /** In pixels. */
  height: number;
  /** `settled` once the pointer is lifted or the focus goes elsewhere. */
  onChange(range: BrushRange, settled: boolean): void;
}

/** Bars with a range that is drawn over them, moved and made wider by pointer, and whose edges arrow keys move. */
export function RangeBrush({ bars, range, words, height, onChange }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const held = useRef<{ grip: BrushGrip; moved: boolean } | null>(null);
  const unsettled = useRef(false);
  const [draft, setDraft] = useState<BrushRange | null>(null);
  const count = bars.length;
  const now = draft ?? range;
  const most = Math.max(1, ...bars.map((bar) => bar.count + (bar.faint ?? 0)));

  // What is undone, or set elsewhere, is what holds.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the range is another one
  useEffect(() => setDraft(null), [range.from, range.to]);

  const change = (next: BrushRange, settled: boolean) => {
    setDraft(next);
    unsettled.current = !settled;
    if (settled || next.from !== now.from || next.to !== now.to) onChange(next, settled);
  };
  const placeOf = (event: PointerEvent) => {
    const box = area.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), width: box?.width ?? 0 };
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x, width } = placeOf(event);
    held.current = { grip: gripAt(x, width, count, now), moved: false };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!held.current) return;
    const { x, width } = placeOf(event);
    const next = rangeWhileHeld(held.current.grip, barAt(x, width, count), count, now);
    if (next.from === now.from && next.to === now.to) return;
    held.current.moved = true;
    change(next, false);
  };
  const letGo = (event: PointerEvent) => {
    const last = held.current;
    held.current = null;
    if (!last) return;
    const { x, width } = placeOf(event);
    const bar = barAt(x, width, count);
    const isClick = !last.moved && (last.grip.part === 'whole' || last.grip.part === 'new');
    change(isClick ? { from: bar, to: bar } : now, true);
  };
  const onKeyDown = (edge: 'from' | 'to') => (event: KeyboardEvent) => {
    const next = edgeAfterKey(event.key, edge, count, now);
    if (!next) return;
    event.preventDefault();
    change(next, false);
  };
  const edgeProps = (edge: 'from' | 'to') => ({
    role: 'slider',
    tabIndex: 0,
    'aria-label': words[edge],
    'aria-orientation': 'horizontal' as const,
    'aria-valuemin': edge === 'from' ? 0 : now.from,
    'aria-valuemax': edge === 'from' ? now.to : count - 1,
    'aria-valuenow': now[edge],
    'aria-valuetext': words.at(now[edge], edge),
    onKeyDown: onKeyDown(edge),
    onBlur: () => unsettled.current && change(now, true),
  });
  return (
    <div className={styles.brush}>
      <div
        ref={area}
        className={styles.area}
        style={{ height }}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={letGo}
        onPointerCancel={letGo}
      >
        {bars.map((bar, place) => (
          <div
            key={bar.words}
            className={styles.slot}
            title={bar.words}
            data-inside={(place >= now.from && place <= now.to) || undefined}
          >
            {(bar.faint ?? 0) > 0 && (
              <span className={styles.faint} style={{ height: share(bar.faint ?? 0, most) }} />
            )}
            {bar.count > 0 && <span className={styles.bar} style={{ height: share(bar.count, most) }} />}
          </div>
        ))}
        <div
          className={styles.edge}
          style={{ left: `${(now.from / count) * 100}%` }}
          {...edgeProps('from')}
        />
        <div
          className={styles.edge}
          style={{ left: `${((now.to + 1) / count) * 100}%` }}
          {...edgeProps('to')}
        />
      </div>
    </div>
  );
}

/** Of the height; even one is seen. */
function share(count: number, most: number): string {
  return `max(2px, ${(count / most) * 100}%)`;
}
