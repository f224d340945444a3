import { ActionIcon } from '@mantine/core';
import { IconArrowsMaximize, IconLasso, IconMap2, IconMinus, IconPlus } from '@tabler/icons-react';
import { lookAtAll } from '../acts/view-trail.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { toggleLasso, useLasso } from './lasso-mode.ts';
import { stage } from './stage-handle.ts';

interface Props {
  small: boolean;
  /** Whether the small map is shown; null where the graph needs none. */
  map: boolean | null;
}

/** The buttons in the corner of the canvas: selecting by drawing, the camera, and the small map. */
export function CanvasTools({ small, map }: Props) {
  const lassoing = useLasso((state) => state.on);
  return (
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
      <ActionIcon variant="default" size={32} aria-label={text.canvas.fit} onClick={() => lookAtAll()}>
        <IconArrowsMaximize size={16} />
      </ActionIcon>
      {map !== null && (
        <ActionIcon
          variant={map ? 'filled' : 'default'}
          size={32}
          aria-label={text.canvas.minimap}
          title={text.canvas.minimap}
          aria-pressed={map}
          onClick={() => useScreen.getState().showMinimap(!map)}
        >
          <IconMap2 size={16} />
        </ActionIcon>
      )}
    </ActionIcon.Group>
  );
}
