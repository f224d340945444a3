import { Button } from '@mantine/core';
import { text } from '../text.ts';
import { useEscape } from '../use-escape.ts';
import styles from './canvas.module.css';
import { endLasso } from './lasso-mode.ts';
import { overCanvas } from './over-canvas.ts';

/** Says over the canvas that a line can be drawn; Esc or its button ends that. */
export function LassoHint() {
  useEscape(endLasso);
  return (
    <div ref={overCanvas} className={styles.hint} data-aiming>
      <span>{text.lasso.hint}</span>
      <Button size="compact-sm" variant="default" onClick={endLasso}>
        {text.lasso.stop}
      </Button>
    </div>
  );
}
