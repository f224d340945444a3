import type { ReactNode } from 'react';
import { formatCount } from '../../look/words.ts';
import type { FilterKind } from '../../workspace/workspace-content.ts';
import { filterOut } from '../acts/change-canvas.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './legend.module.css';

interface LegendEntryProps {
  filter: FilterKind;
  name: string;
  words: string;
  count: number;
  mark: ReactNode;
  /** While it is pointed at or has the focus, and when that ends. */
  onPoint?(pointed: boolean): void;
}

/** One thing that the legend explains; a click hides or shows all of it. */
export function LegendEntry({ filter, name, words, count, mark, onPoint }: LegendEntryProps) {
  const hidden = useWorkspace((state) => state.content.filters[filter].has(name));
  return (
    <button
      type="button"
      className={styles.kind}
      aria-pressed={!hidden}
      title={hidden ? text.legend.show(words) : text.legend.hide(words)}
      data-hidden={hidden || undefined}
      onClick={() => filterOut(filter, name, !hidden, words)}
      onMouseEnter={() => onPoint?.(!hidden)}
      onMouseLeave={() => onPoint?.(false)}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && onPoint?.(!hidden)}
      onBlur={() => onPoint?.(false)}
    >
      {mark}
      <span className={styles.name}>{words}</span>
      <span className={styles.count}>{formatCount(count)}</span>
    </button>
  );
}
