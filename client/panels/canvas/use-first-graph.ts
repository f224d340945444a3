import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isAway } from '../../api/api-problem.ts';
import type { Arrival } from '../../api/load-graph.ts';
import { healthQuery } from '../../api/queries.ts';
import { type DrawChoice, type GraphSize, SUGGESTED_NODES } from '../../workspace/draw-budget.ts';
import { loadFirstGraph, openFirstGraph } from '../acts/first-graph.ts';
import { choiceFor, useDrawChoices } from '../budget/draw-choice.ts';
import { beginsWithView, beginWithView, offerLast } from '../keep/begin-page.ts';
import { useWorkspace } from '../use-workspace.ts';

export type Opening =
  | { state: 'loading'; arrival: Arrival | null; stop(): void }
  | { state: 'asking'; size: GraphSize; choose(choice: DrawChoice): void }
  | { state: 'stopped'; retry(): void }
  | { state: 'laying-out'; nodeCount: number }
  | { state: 'failed'; error: unknown; retry(): void }
  | { state: 'empty'; retry(): void }
  | { state: 'open' };

type Loading =
  | { state: 'loading'; arrival: Arrival | null }
  | { state: 'laying-out'; nodeCount: number }
  | { state: 'failed'; error: unknown }
  | { state: 'empty' | 'stopped' };

const BEGINNING: Loading = { state: 'loading', arrival: null };

/**
 * Opens the workspace: with the view that the address asks for, with what this tab showed before it was loaded again, or
 * with the first graph, laid out; of a large one, with as much as the user wants. Looks again when an empty graph fills.
 */
export function useFirstGraph(): Opening {
  const opened = useWorkspace((state) => state.opened);
  const health = useQuery(healthQuery);
  const remember = useDrawChoices((state) => state.remember);
  // Read again when another choice is made.
  useDrawChoices((state) => state.choices);
  const view = useViewAtStart(opened);
  const { data } = health;
  const address = data?.address ?? '';
  const size = sizeOf(data);
  // A database that does not answer says so best when it is asked.
  const choice = size ? choiceFor(address, size) : data ? SUGGESTION : null;
  const first = useLoading(view.state === 'none' && !opened ? choice : null, data?.status === 'ok');

  const hasNodes = (data?.nodeCount ?? 0) > 0;
  const filled = first.loading.state === 'empty' && hasNodes;
  const { retry } = first;
  useEffect(() => {
    if (filled) retry();
  }, [filled, retry]);

  if (opened) return { state: 'open' };
  if (view.state === 'failed') return { state: 'failed', error: view.error, retry: view.retry };
  if (view.state === 'looking') return { state: 'loading', arrival: null, stop: () => {} };
  if (health.isError) return { state: 'failed', error: health.error, retry: () => void health.refetch() };
  if (size && !choice)
    return { state: 'asking', size, choose: (chosen) => remember(address, chosen, size.nodes) };
  const { loading, stop } = first;
  if (loading.state === 'loading') return { ...loading, stop };
  return loading.state === 'laying-out' ? loading : { ...loading, retry };
}

const SUGGESTION: DrawChoice = { kind: 'best', count: SUGGESTED_NODES };

function sizeOf(health: { nodeCount: number | null; relationshipCount: number | null } | undefined) {
  if (health?.nodeCount == null || health.relationshipCount == null) return null;
  return { nodes: health.nodeCount, relationships: health.relationshipCount };
}

/** Loads the first graph as chosen and opens the workspace with it; tries again when the database is back. */
function useLoading(choice: DrawChoice | null, isWell: boolean) {
  const [loading, setLoading] = useState<Loading>(BEGINNING);
  const [tries, setTries] = useState(0);
  const [retry] = useState(() => () => setTries((count) => count + 1));
  const [running] = useState<{ controller: AbortController | null }>({ controller: null });
  const asked = choice === null ? null : JSON.stringify(choice);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a choice is what it says, and each try is a new one
  useEffect(() => {
    if (choice === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    running.controller = controller;
    setLoading(BEGINNING);
    const load = async () => {
      const answer = await loadFirstGraph(choice, signal, (arrival) =>
        setLoading({ state: 'loading', arrival }),
      );
      if (answer.graph.nodes.length === 0) return setLoading({ state: 'empty' });
      setLoading({ state: 'laying-out', nodeCount: answer.graph.nodes.length });
      await openFirstGraph(answer, signal);
      offerLast();
    };
    load().catch((error: unknown) => {
      if (!signal.aborted) setLoading({ state: 'failed', error });
    });
    return () => controller.abort();
  }, [asked, tries]);

  const isBack = loading.state === 'failed' && isAway(loading.error) && isWell;
  useEffect(() => {
    if (isBack) retry();
  }, [isBack, retry]);

  const stop = () => {
    running.controller?.abort();
    setLoading({ state: 'stopped' });
  };
  return { loading, retry, stop };
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
