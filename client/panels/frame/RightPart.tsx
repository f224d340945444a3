import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './frame.module.css';
import { RightPanel } from './RightPanel.tsx';
import { Widener } from './Widener.tsx';

/** The right panel beside the canvas, as wide as it was made. */
export function RightPart() {
  const width = useScreen((screen) => (screen.reading ? screen.readingWidth : screen.rightWidth));
  return (
    <aside className={styles.right} style={{ width }} aria-label={text.app.side}>
      <Widener />
      <RightPanel />
    </aside>
  );
}
