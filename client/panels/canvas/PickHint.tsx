import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { text } from '../text.ts';
import styles from './canvas.module.css';
import { endPicking, usePicking } from './pick-mode.ts';

/** Says over the canvas that the next click picks a node; Esc or its button ends that. */
export function PickHint() {
  const picking = usePicking((state) => state.picking);
  useEffect(() => {
    if (!picking) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      endPicking();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [picking]);
  if (!picking) return null;
  return (
    <div className={styles.hint}>
      <span>{text.paths.picking(picking.label)}</span>
      <Button size="compact-sm" variant="default" onClick={endPicking}>
        {text.paths.stopPicking}
      </Button>
    </div>
  );
}
