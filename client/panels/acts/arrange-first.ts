import { plainDetail } from '../../api/api-problem.ts';
import { computeLayout } from '../../layout/compute-layout.ts';
import type { LayoutRequest } from '../../layout/layout-model.ts';
import { quickPlaces, wantsQuickPlaces } from '../../layout/quick-places.ts';
import { GLIDE_AT_MOST } from '../../scene/move-nodes.ts';
import { placeNodes } from '../../workspace/steps/place-nodes.ts';
import { workspace } from '../../workspace/workspace.ts';
import type { Position, WorkspaceContent } from '../../workspace/workspace-content.ts';
import { framesShown } from '../canvas/frame-listeners.ts';
import { stage } from '../canvas/stage-handle.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useArranging } from './arrange.ts';
import { layoutRequest } from './place-nodes.ts';

type Places = ReadonlyMap<string, Position>;

/**
 * Arranges a graph that the page begins with, or begins anew with, and hands it over with its places. A large one is handed
 * over with passable places at once; the arrangement goes on, can be cancelled, ends when the graph is taken back, and
 * moves what the user has not moved meanwhile.
 */
export async function arrangeFirst(
  graph: Pick<WorkspaceContent, 'nodes' | 'relationships'>,
  open: (positions: Places) => void,
  signal: AbortSignal,
): Promise<void> {
  const request = layoutRequest(graph);
  if (!wantsQuickPlaces(graph.nodes.size)) return open(await computeLayout('force', request, { signal }));
  const places = quickPlaces(request);
  open(places);
  void arrangeOpen(request, places);
}

/** From here on it is a layout like any other: whoever asked for the graph has it. */
async function arrangeOpen(request: LayoutRequest, places: Places): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const running = {
    name: 'force',
    nodeCount: request.nodes.length,
    share: 0,
    cancel: () => controller.abort(),
  } as const;
  useArranging.getState().running?.cancel();
  useArranging.setState({ running });
  const step = newestStep();
  const stopWatching = workspace.subscribe(({ history: { past } }) => {
    if (step !== null && !past.some(({ id }) => id === step)) controller.abort();
  });
  try {
    // Drawing and arranging at once would each take twice as long.
    await framesShown();
    const report = (share: number) => {
      if (!signal.aborted) useArranging.setState({ running: { ...running, share } });
    };
    settle(step, places, await computeLayout('force', request, { signal, report }));
  } catch (error) {
    if (!signal.aborted) useScreen.getState().say(plainDetail(error));
  } finally {
    stopWatching();
    if (useArranging.getState().running?.cancel === running.cancel) useArranging.setState({ running: null });
  }
}

function newestStep(): number | null {
  return workspace.getState().history.past.at(-1)?.id ?? null;
}

/** The places belong to the step that brought the graph, or to the beginning of the page: they are no step of their own. */
function settle(step: number | null, early: Places, positions: Places): void {
  const { content, amendStep } = workspace.getState();
  const still = new Map(
    [...positions].filter(([id]) => content.positions.get(id) === early.get(id) && !content.pinned.has(id)),
  );
  if (still.size === 0) return;
  amendStep(step, placeNodes(still));
  // Where nodes do not glide there is nothing for the eye to follow.
  requestAnimationFrame(() => stage()?.fit({ animate: still.size <= GLIDE_AT_MOST }));
  useScreen.getState().announce(text.layouts.done);
}
