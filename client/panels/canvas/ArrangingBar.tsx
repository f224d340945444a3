import { Button, Loader } from '@mantine/core';
import { useEffect } from 'react';
import { useArranging } from '../acts/arrange.ts';
import { keepFocus } from '../keep-focus.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './canvas.module.css';

/** Says over the canvas that a layout is being computed and how far it is; Esc or its button ends that. */
export function ArrangingBar() {
  const running = useArranging((state) => state.running);
  const isRunning = running !== null;
  useEffect(() => {
    if (!isRunning) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isRunning]);
  if (!running) return null;
  return (
    <div className={styles.hint}>
      <Loader size={14} aria-hidden />
      <span role="status">
        {text.layouts.running(text.layouts.names[running.name], running.nodeCount, running.share)}
      </span>
      <Button size="compact-sm" variant="default" onClick={cancel}>
        {text.layouts.cancel}
      </Button>
    </div>
  );
}

function cancel(): void {
  useArranging.getState().running?.cancel();
  useScreen.getState().announce(text.layouts.cancelled);
  keepFocus();
}
