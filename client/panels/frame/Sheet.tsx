import type { ReactNode } from 'react';
import { type SheetHeight, useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './frame.module.css';

const NEXT: Record<SheetHeight, SheetHeight> = { low: 'half', half: 'full', full: 'low' };

/** On a small screen the panels lie below the canvas, in three heights. */
export function Sheet({ children }: { children: ReactNode }) {
  const height = useScreen((screen) => screen.sheet);
  const setSheet = useScreen((screen) => screen.setSheet);
  return (
    <div className={styles.sheet} data-height={height}>
      <button
        type="button"
        className={styles.handle}
        aria-label={text.app.sheet[height]}
        onClick={() => setSheet(NEXT[height])}
      />
      {children}
    </div>
  );
}
