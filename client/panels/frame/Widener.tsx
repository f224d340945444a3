import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { RIGHT_WIDTH, useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './frame.module.css';

const KEY_STEP = 24;

/** The edge of the right panel: dragged, or moved with the arrow keys, it makes the panel wider. */
export function Widener() {
  const isReading = useScreen((screen) => screen.reading !== null);
  const width = useScreen((screen) => (isReading ? screen.readingWidth : screen.rightWidth));
  const setWidth = useScreen((screen) => (isReading ? screen.setReadingWidth : screen.setRightWidth));
  const grip = useRef<{ x: number; width: number } | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (grip.current) setWidth(grip.current.width + grip.current.x - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    setWidth(width + (event.key === 'ArrowLeft' ? KEY_STEP : -KEY_STEP));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no <hr>
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={text.app.widen}
      aria-valuenow={width}
      aria-valuemin={RIGHT_WIDTH.least}
      aria-valuemax={RIGHT_WIDTH.most}
      tabIndex={0}
      className={styles.widener}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        grip.current = null;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
