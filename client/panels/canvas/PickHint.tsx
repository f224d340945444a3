import { Button } from '@mantine/core';
import { text } from '../text.ts';
import { useEscape } from '../use-escape.ts';
import styles from './canvas.module.css';
import { overCanvas } from './over-canvas.ts';
import { endPicking, usePicking } from './pick-mode.ts';

/** Says over the canvas that the next click picks a node; Esc or its button ends that. */
export function PickHint() {
  const picking = usePicking((state) => state.picking);
  useEscape(endPicking);
  if (!picking) return null;
  return (
    <div ref={overCanvas} className={styles.hint} data-aiming>
      <span>{text.paths.picking(picking.label)}</span>
      <Button size="compact-sm" variant="default" onClick={endPicking}>
        {text.paths.stopPicking}
      </Button>
    </div>
  );
}
