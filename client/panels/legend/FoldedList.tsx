import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { text } from '../text.ts';
import { entriesInRows } from './entries-in-rows.ts';
import styles from './legend.module.css';

interface FoldedListProps {
  label: string;
  /** Rows that are shown before it is unfolded. */
  rows: number;
  entries: readonly { key: string; entry: ReactNode }[];
}

/** Pixels between two entries, as in the style sheet, and what the button at the end takes at most. */
const BETWEEN = 4;
const BUTTON = 76;

/** A list that shows as many entries as fit into some rows, and the others on demand. */
export function FoldedList({ label, rows, entries }: FoldedListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [fitting, setFitting] = useState(entries.length);
  const [unfolded, setUnfolded] = useState(false);

  useLayoutEffect(() => {
    const place = list.current?.closest('section');
    if (!place) return;
    const measure = () => setFitting(entriesFitting(list.current, place, rows));
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(place);
    return () => sizes.disconnect();
  });

  const folds = fitting < entries.length;
  return (
    <ul ref={list} className={styles.kinds} aria-label={label}>
      {entries.map(({ key, entry }, index) => (
        <li key={key} data-folded={(!unfolded && index >= fitting) || undefined}>
          {entry}
        </li>
      ))}
      {folds && (
        <li>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded ? text.legend.fewer : text.legend.unfold(entries.length - fitting)}
          </button>
        </li>
      )}
    </ul>
  );
}

/** How many entries to show; all where they lie in one line that is scrolled. */
function entriesFitting(list: HTMLElement | null, place: HTMLElement, rows: number): number {
  if (!list) return 0;
  const widths = [...list.children]
    .filter((entry) => !entry.querySelector('[aria-expanded]'))
    .map((entry) => entry.getBoundingClientRect().width);
  if (getComputedStyle(list).flexWrap === 'nowrap') return widths.length;
  const { paddingLeft, paddingRight } = getComputedStyle(place);
  const width = place.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  return entriesInRows(widths, { width, rows, between: BETWEEN, button: BUTTON });
}
