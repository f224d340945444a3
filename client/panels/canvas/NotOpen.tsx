import { Button, Code } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { isAway, plainDetail } from '../../api/api-problem.ts';
import { ArrivalWords } from '../budget/ArrivalWords.tsx';
import { text } from '../text.ts';
import { CanvasMessage } from './CanvasMessage.tsx';
import type { Opening } from './use-first-graph.ts';

const AskBudget = lazy(async () => ({ default: (await import('../budget/AskBudget.tsx')).AskBudget }));

/** What there is instead of a drawing, and what to do about it. */
export function NotOpen({ opening, away }: { opening: Exclude<Opening, { state: 'open' }>; away: boolean }) {
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
