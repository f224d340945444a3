import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { graphQuery, healthQuery } from '../../api/queries.ts';
import { openFirstGraph } from '../acts/first-graph.ts';
import { useWorkspace } from '../use-workspace.ts';

export type Opening =
  | { state: 'loading' }
  | { state: 'laying-out'; nodeCount: number }
  | { state: 'failed'; error: unknown; retry(): void }
  | { state: 'empty'; retry(): void }
  | { state: 'open' };

/** Loads the first graph, lays it out and opens the workspace with it; looks again when an empty graph fills. */
export function useFirstGraph(): Opening {
  const opened = useWorkspace((state) => state.opened);
  const query = useQuery(graphQuery);
  const health = useQuery(healthQuery);
  const [layoutError, setLayoutError] = useState<unknown>(null);
  const answer = query.data;
  const isEmpty = answer?.graph.nodes.length === 0;
  const { refetch } = query;

  useEffect(() => {
    if (!answer || isEmpty || opened) return;
    const controller = new AbortController();
    openFirstGraph(answer, controller.signal).catch((error: unknown) => {
      if (!controller.signal.aborted) setLayoutError(error);
    });
    return () => controller.abort();
  }, [answer, isEmpty, opened]);

  const filled = isEmpty && (health.data?.nodeCount ?? 0) > 0;
  useEffect(() => {
    if (filled) void refetch();
  }, [filled, refetch]);

  const retry = () => void refetch();
  if (opened) return { state: 'open' };
  if (layoutError !== null) return { state: 'failed', error: layoutError, retry };
  if (query.isError) return { state: 'failed', error: query.error, retry };
  if (!answer) return { state: 'loading' };
  if (isEmpty) return { state: 'empty', retry };
  return { state: 'laying-out', nodeCount: answer.graph.nodes.length };
}
