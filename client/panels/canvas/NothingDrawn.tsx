import { Button } from '@mantine/core';
import { attempt } from '../acts/attempt.ts';
import { showAll } from '../acts/change-canvas.ts';
import { bringFirstGraph } from '../acts/first-graph.ts';
import { text } from '../text.ts';
import { CanvasMessage } from './CanvasMessage.tsx';

/** An open canvas with nothing on it: all was taken away, or all that is gathered is hidden. */
export function NothingDrawn({ gathered }: { gathered: number }) {
  const isEmpty = gathered === 0;
  return (
    <CanvasMessage heading={isEmpty ? text.canvas.cleared : text.canvas.allHidden}>
      {isEmpty && <p>{text.canvas.clearedHint}</p>}
      <Button variant="default" onClick={() => (isEmpty ? attempt(bringFirstGraph) : showAll())}>
        {isEmpty ? text.views.startOver : text.legend.showAll}
      </Button>
    </CanvasMessage>
  );
}
