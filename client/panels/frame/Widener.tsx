import { RIGHT_WIDTH, useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './frame.module.css';
import { Separator } from './Separator.tsx';

/** The edge of the right panel, which makes it wider. */
export function Widener() {
  const isReading = useScreen((screen) => screen.reading !== null);
  const width = useScreen((screen) => (isReading ? screen.readingWidth : screen.rightWidth));
  const setWidth = useScreen((screen) => (isReading ? screen.setReadingWidth : screen.setRightWidth));
  return (
    <Separator
      edge="left"
      label={text.app.widen}
      size={width}
      bounds={RIGHT_WIDTH}
      onSize={setWidth}
      className={styles.widener}
    />
  );
}
