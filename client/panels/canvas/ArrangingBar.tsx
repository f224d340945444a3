import { Button, Loader } from '@mantine/core';
import { useArranging } from '../acts/arrange.ts';
import { keepFocus } from '../keep-focus.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useEscape } from '../use-escape.ts';
import styles from './canvas.module.css';
import { overCanvas } from './over-canvas.ts';

/** Says over the canvas that a layout is being computed and how far it is; Esc or its button ends that. */
export function ArrangingBar() {
  const running = useArranging((state) => state.running);
  useEscape(cancel);
  if (!running) return null;
  return (
    <div ref={overCanvas} className={styles.hint} data-working>
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
