import { ActionIcon } from '@mantine/core';
import { IconArrowsMaximize, IconLasso, IconMinus, IconPlus } from '@tabler/icons-react';
import { text } from '../text.ts';
import styles from './canvas.module.css';
import { toggleLasso, useLasso } from './lasso-mode.ts';
import { stage } from './stage-handle.ts';

/** The buttons in the corner of the canvas: selecting by drawing, and the camera. */
export function CanvasTools({ small }: { small: boolean }) {
  const lassoing = useLasso((state) => state.on);
  return (
    <div className={styles.zoom}>
      <ActionIcon.Group orientation={small ? 'horizontal' : 'vertical'}>
        <ActionIcon
          variant={lassoing ? 'filled' : 'default'}
          size={32}
          aria-label={text.lasso.button}
          title={text.lasso.button}
          aria-pressed={lassoing}
          onClick={toggleLasso}
        >
          <IconLasso size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={text.canvas.zoomIn}
          onClick={() => stage()?.zoomIn()}
        >
          <IconPlus size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={text.canvas.zoomOut}
          onClick={() => stage()?.zoomOut()}
        >
          <IconMinus size={16} />
        </ActionIcon>
        <ActionIcon variant="default" size={32} aria-label={text.canvas.fit} onClick={() => stage()?.fit()}>
          <IconArrowsMaximize size={16} />
        </ActionIcon>
      </ActionIcon.Group>
    </div>
  );
}
