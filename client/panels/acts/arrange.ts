import { create } from 'zustand';
import type { LayoutName } from '../../layout/layout-model.ts';
import { placeNodes } from '../../workspace/steps/place-nodes.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { workspace } from '../../workspace/workspace.ts';
import type { Position } from '../../workspace/workspace-content.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { arrangeAll, gathered } from './place-nodes.ts';
import { lookAtAll } from './view-trail.ts';

interface Arranging {
  name: LayoutName;
  nodeCount: number;
  /** 0 to 1. */
  share: number;
  cancel(): void;
}

/** The layout that is being computed. */
export const useArranging = create<{ running: Arranging | null }>()(() => ({ running: null }));

/** Only so long a wait is worth a word to screen readers at its end. */
const LONG_MS = 1500;

/**
 * Places all that is drawn anew, as one step; pinned nodes stay, and so does what the user moves meanwhile. The radial
 * layout goes around `centre`. One layout runs at a time, a newer one ends it; cancelled, it rejects as aborted.
 */
export async function arrange(name: LayoutName, centre?: string): Promise<void> {
  useArranging.getState().running?.cancel();
  const { content } = workspace.getState();
  const { nodes, relationships } = visibleGraph(content);
  if (nodes.length === 0) return;
  const controller = new AbortController();
  const running: Arranging = { name, nodeCount: nodes.length, share: 0, cancel: () => controller.abort() };
  useArranging.setState({ running });
  const began = performance.now();
  try {
    const graph = gathered({ nodes: [...nodes], relationships: [...relationships] });
    const positions = await arrangeAll(name, graph, heldIn(content), {
      signal: controller.signal,
      ...(centre === undefined ? {} : { centre }),
      report: (share) => {
        if (isCurrent(controller)) useArranging.setState({ running: { ...running, share } });
      },
    });
    const now = workspace.getState();
    const still = [...positions].filter(
      ([id]) => now.content.positions.get(id) === content.positions.get(id) && !now.content.pinned.has(id),
    );
    now.step(text.steps.arrange(text.layouts.names[name]), placeNodes(new Map(still)));
    requestAnimationFrame(() => lookAtAll('step'));
    if (performance.now() - began > LONG_MS) useScreen.getState().announce(text.layouts.done);
  } finally {
    useArranging.setState(({ running: last }) => ({
      running: last?.cancel === running.cancel ? null : last,
    }));
  }

  function isCurrent({ signal }: AbortController): boolean {
    return !signal.aborted && useArranging.getState().running?.cancel === running.cancel;
  }
}

function heldIn({
  pinned,
  positions,
}: {
  pinned: ReadonlySet<string>;
  positions: ReadonlyMap<string, Position>;
}) {
  const held = new Map<string, Position>();
  for (const id of pinned) {
    const position = positions.get(id);
    if (position) held.set(id, position);
  }
  return held;
}
