import { Button, Code } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { isAway, plainDetail } from '../../api/api-problem.ts';
import { healthQuery } from '../../api/queries.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { attempt } from '../acts/attempt.ts';
import { showAll } from '../acts/change-canvas.ts';
import { bringFirstGraph } from '../acts/first-graph.ts';
import { ArrivalWords } from '../budget/ArrivalWords.tsx';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { CanvasMessage } from './CanvasMessage.tsx';
import styles from './canvas.module.css';
import { GraphCanvas } from './GraphCanvas.tsx';
import { watchCanvas } from './over-canvas.ts';
import type { Opening } from './use-first-graph.ts';

const AskBudget = lazy(async () => ({ default: (await import('../budget/AskBudget.tsx')).AskBudget }));

/** The middle of the page: the drawing, or what there is instead of it and what to do about it. */
export function CanvasArea({ opening, away, small }: { opening: Opening; away: boolean; small: boolean }) {
  const gathered = useWorkspace((state) => state.content.nodes.size);
  const drawn = useWorkspace((state) => visibleGraph(state.content).nodes.length);
  const isReady = useEarlyCanvas(opening);
  return (
    <div ref={watchCanvas} className={styles.area} data-canvas>
      {(isReady || opening.state === 'open') && (
        <GraphCanvas small={small} asleep={opening.state !== 'open'} />
      )}
      {opening.state !== 'open' && <NotOpen opening={opening} away={away} />}
      {opening.state === 'open' && drawn === 0 && (
        <CanvasMessage heading={gathered === 0 ? text.canvas.cleared : text.canvas.allHidden}>
          {gathered === 0 && <p>{text.canvas.clearedHint}</p>}
          <Button variant="default" onClick={() => (gathered === 0 ? attempt(bringFirstGraph) : showAll())}>
            {gathered === 0 ? text.views.startOver : text.legend.showAll}
          </Button>
        </CanvasMessage>
      )}
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

function NotOpen({ opening, away }: { opening: Exclude<Opening, { state: 'open' }>; away: boolean }) {
  switch (opening.state) {
    case 'loading':
      return (
        <CanvasMessage heading={text.canvas.loading} waiting>
          {opening.arrival && <ArrivalWords arrival={opening.arrival} onStop={opening.stop} />}
        </CanvasMessage>
      );
    case 'asking':
      return (
        <Suspense fallback={<CanvasMessage heading={text.canvas.loading} waiting />}>
          <AskBudget size={opening.size} onChoose={opening.choose} />
        </Suspense>
      );
    case 'stopped':
      return (
        <CanvasMessage heading={text.budget.stopped}>
          <Button variant="default" onClick={opening.retry}>
            {text.app.retry}
          </Button>
        </CanvasMessage>
      );
    case 'laying-out':
      return <CanvasMessage heading={text.canvas.layingOut(opening.nodeCount)} waiting />;
    case 'empty':
      return (
        <CanvasMessage heading={text.canvas.empty}>
          <p>{text.canvas.emptyHint}</p>
          <Code fz="sm">{text.canvas.emptyCommand}</Code>
          <Button variant="default" onClick={opening.retry}>
            {text.canvas.lookAgain}
          </Button>
        </CanvasMessage>
      );
    case 'failed':
      return (
        <CanvasMessage heading={text.canvas.failed}>
          <p>{plainDetail(opening.error)}</p>
          {(away || isAway(opening.error)) && <p>{text.away.waiting}</p>}
          <Button variant="default" onClick={opening.retry}>
            {text.app.retry}
          </Button>
        </CanvasMessage>
      );
  }
}
