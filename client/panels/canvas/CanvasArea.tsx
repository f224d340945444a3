import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { healthQuery } from '../../api/queries.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { CanvasMessage } from './CanvasMessage.tsx';
import styles from './canvas.module.css';
import type { CanvasParts } from './canvas-parts.ts';
import { GraphCanvas } from './GraphCanvas.tsx';
import { watchCanvas } from './over-canvas.ts';
import type { Opening } from './use-first-graph.ts';

interface Props {
  opening: Opening;
  away: boolean;
  small: boolean;
  parts: CanvasParts | null;
}

/** The middle of the page: the drawing, or what there is instead of it. */
export function CanvasArea({ opening, away, small, parts }: Props) {
  const gathered = useWorkspace((state) => state.content.nodes.size);
  const drawn = useWorkspace((state) => visibleGraph(state.content).nodes.length);
  const isReady = useEarlyCanvas(opening);
  return (
    <div ref={watchCanvas} className={styles.area} data-canvas>
      {(isReady || opening.state === 'open') && (
        <GraphCanvas small={small} asleep={opening.state !== 'open'} parts={parts} />
      )}
      {opening.state !== 'open' &&
        (parts ? (
          <parts.NotOpen opening={opening} away={away} />
        ) : (
          <CanvasMessage heading={text.canvas.loading} waiting delayed />
        ))}
      {opening.state === 'open' && drawn === 0 && parts && <parts.NothingDrawn gathered={gathered} />}
    </div>
  );
}

/** Whether to make the canvas before there is something to draw: its start takes as long as the graph is on its way. */
function useEarlyCanvas(opening: Opening): boolean {
  const [isReady, setReady] = useState(false);
  const { isSuccess } = useQuery(healthQuery);
  const isComing = opening.state === 'loading' || opening.state === 'laying-out';
  const isAsked = isComing && isSuccess;
  useEffect(() => {
    // After the graph was asked for, which is done in the same turn.
    const turn = isAsked ? setTimeout(() => setReady(true)) : undefined;
    return () => clearTimeout(turn);
  }, [isAsked]);
  return isReady && isComing;
}
