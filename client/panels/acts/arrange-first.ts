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
 * Arranges a graph that the page begins with and hands it over with its places. A large one is handed over as soon as it
 * has passable places; the arrangement goes on, can be cancelled, and moves what the user has not moved meanwhile.
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
    let early: Places | null = null;
    computeLayout('force', layoutRequest(graph), {
      signal: controller.signal,
      early: (positions) => {
        early = positions;
        // From here on it is a layout like any other: whoever asked for the graph has it.
        signal.removeEventListener('abort', abort);
        open(positions);
        useArranging.setState({ running });
        resolve();
        // Drawing and arranging at once would each take twice as long.
        return framesShown();
      },
      report: (share) => {
        if (early && !controller.signal.aborted) useArranging.setState({ running: { ...running, share } });
      },
    })
      .then((positions) => {
        if (early) settle(early, positions);
        else open(positions);
        resolve();
      })
      .catch(reject)
      .finally(() => {
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

/** The places belong to the beginning of the page: no step, unless something was done since. */
function settle(early: Places, positions: Places): void {
  const { content, history, goTo, step } = workspace.getState();
  const still = new Map(
    [...positions].filter(([id]) => content.positions.get(id) === early.get(id) && !content.pinned.has(id)),
  );
  if (history.past.length + history.future.length > 0) {
    step(text.steps.arrange(text.layouts.names.force), placeNodes(still));
  } else {
    goTo({ content: { ...content, positions: new Map([...content.positions, ...still]) }, history });
  }
  // Where nodes do not glide there is nothing for the eye to follow.
  requestAnimationFrame(() => stage()?.fit({ animate: still.size <= GLIDE_AT_MOST }));
  useScreen.getState().announce(text.layouts.done);
}
