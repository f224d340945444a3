import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { graphQuery, healthQuery } from '../../api/queries.ts';
import { openFirstGraph } from '../acts/first-graph.ts';
import { beginsWithView, beginWithView, offerLast } from '../keep/begin-page.ts';
import { useWorkspace } from '../use-workspace.ts';

export type Opening =
  | { state: 'loading' }
  | { state: 'laying-out'; nodeCount: number }
  | { state: 'failed'; error: unknown; retry(): void }
  | { state: 'empty'; retry(): void }
  | { state: 'open' };

/**
 * Opens the workspace: with the view that the address asks for, with what this tab showed before it was loaded again, or
 * with the first graph, laid out. Looks again when an empty graph fills.
 */
export function useFirstGraph(): Opening {
  const opened = useWorkspace((state) => state.opened);
  const query = useQuery(graphQuery);
  const health = useQuery(healthQuery);
  const [layoutError, setLayoutError] = useState<unknown>(null);
  const answer = query.data;
  const isEmpty = answer?.graph.nodes.length === 0;
  const { refetch } = query;
  const view = useViewAtStart(opened);
  const isFirst = view.state === 'none';

  useEffect(() => {
    if (!isFirst || !answer || isEmpty || opened) return;
    const controller = new AbortController();
    openFirstGraph(answer, controller.signal)
      .then(offerLast)
      .catch((error: unknown) => {
        if (!controller.signal.aborted) setLayoutError(error);
      });
    return () => controller.abort();
  }, [isFirst, answer, isEmpty, opened]);

  const filled = isEmpty && (health.data?.nodeCount ?? 0) > 0;
  useEffect(() => {
    if (filled) void refetch();
  }, [filled, refetch]);

  const retry = () => void refetch();
  if (opened) return { state: 'open' };
  if (view.state === 'looking') return { state: 'loading' };
  if (view.state === 'failed') return { state: 'failed', error: view.error, retry: view.retry };
  if (layoutError !== null) return { state: 'failed', error: layoutError, retry };
  if (query.isError) return { state: 'failed', error: query.error, retry };
  if (!answer) return { state: 'loading' };
  if (isEmpty) return { state: 'empty', retry };
  return { state: 'laying-out', nodeCount: answer.graph.nodes.length };
}

type ViewAtStart = { state: 'none' | 'looking' } | { state: 'failed'; error: unknown; retry(): void };

function useViewAtStart(opened: boolean): ViewAtStart {
  const [state, setState] = useState<'none' | 'looking' | { error: unknown }>(() =>
    beginsWithView() ? 'looking' : 'none',
  );
  const isLooking = state === 'looking' && !opened;
  useEffect(() => {
    if (!isLooking) return;
    const controller = new AbortController();
    beginWithView(controller.signal).then(
      (began) => !began && !controller.signal.aborted && setState('none'),
      (error: unknown) => !controller.signal.aborted && setState({ error }),
    );
    return () => controller.abort();
  }, [isLooking]);
  if (typeof state === 'string') return { state };
  return { state: 'failed', error: state.error, retry: () => setState('looking') };
}
