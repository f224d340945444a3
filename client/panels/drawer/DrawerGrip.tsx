import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { DRAWER_HEIGHT, useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './drawer.module.css';

const KEY_STEP = 24;

/** The upper edge of the drawer: dragged, or moved with the arrow keys, it makes the drawer higher. */
export function DrawerGrip() {
  const height = useScreen((screen) => screen.drawerHeight);
  const setHeight = useScreen((screen) => screen.setDrawerHeight);
  const grip = useRef<{ y: number; height: number } | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    // Where the room was too small for the height that was asked for, dragging begins with what there is.
    const seen = event.currentTarget.parentElement?.getBoundingClientRect().height ?? height;
    grip.current = { y: event.clientY, height: seen };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (grip.current) setHeight(grip.current.height + grip.current.y - event.clientY);
  };
  const letGo = () => {
    grip.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    setHeight(height + (event.key === 'ArrowUp' ? KEY_STEP : -KEY_STEP));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no <hr>
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label={text.drawer.height}
      aria-valuenow={height}
      aria-valuemin={DRAWER_HEIGHT.least}
      aria-valuemax={DRAWER_HEIGHT.most}
      tabIndex={0}
      className={styles.grip}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={onKeyDown}
    />
  );
}
