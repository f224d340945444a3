import { computeLayout } from '../../layout/compute-layout.ts';
import { GLIDE_AT_MOST } from '../../scene/move-nodes.ts';
import { placeNodes } from '../../workspace/steps/place-nodes.ts';
import { workspace } from '../../workspace/workspace.ts';
import type { Position, WorkspaceContent } from '../../workspace/workspace-content.ts';
import { stage } from '../canvas/stage-handle.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useArranging } from './arrange.ts';
import { layoutRequest } from './place-nodes.ts';

type Places = ReadonlyMap<string, Position>;

/**
 * Arranges a graph that the page begins with, or begins anew with, and hands it over with its places. A large one is handed
 * over as soon as it has passable places; the arrangement goes on, can be cancelled, ends when the graph is taken back, and
 * moves what the user has not moved meanwhile.
 */
export function arrangeFirst(
  graph: Pick<WorkspaceContent, 'nodes' | 'relationships'>,
  open: (positions: Places) => void,
  signal: AbortSignal,
): Promise<void> {
  const controller = new AbortController();
  const abort = () => controller.abort(signal.reason);
  signal.addEventListener('abort', abort);
  const running = {
    name: 'force',
    nodeCount: graph.nodes.size,
    share: 0,
    cancel: () => controller.abort(),
  } as const;
  return new Promise((resolve, reject) => {
    let early: { positions: Places; step: number | null } | null = null;
    let stopWatching = () => {};
    computeLayout('force', layoutRequest(graph), {
      signal: controller.signal,
      early: (positions) => {
        // From here on it is a layout like any other: whoever asked for the graph has it.
        signal.removeEventListener('abort', abort);
        open(positions);
        useArranging.getState().running?.cancel();
        useArranging.setState({ running });
        const step = newestStep();
        early = { positions, step };
        stopWatching = workspace.subscribe(({ history: { past } }) => {
          if (step !== null && !past.some(({ id }) => id === step)) controller.abort();
        });
        resolve();
        // Drawing and arranging at once would each take twice as long.
        return framesShown();
      },
      report: (share) => {
        if (early && !controller.signal.aborted) useArranging.setState({ running: { ...running, share } });
      },
    })
      .then((positions) => {
        if (early) settle(early.step, early.positions, positions);
        else open(positions);
        resolve();
      })
      .catch(reject)
      .finally(() => {
        stopWatching();
        signal.removeEventListener('abort', abort);
        if (useArranging.getState().running?.cancel === running.cancel)
          useArranging.setState({ running: null });
      });
  });
}

/** Milliseconds after which a page that is not looked at, and gets no frames, goes on all the same. */
const FRAMES_AT_MOST = 2000;

/** Until what was handed over is on the screen. */
function framesShown(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const late = new Promise<void>((resolve) => setTimeout(resolve, FRAMES_AT_MOST));
  const shown = async () => {
    for (let count = 0; count < 3; count++) await frame();
  };
  return Promise.race([shown(), late]);
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
