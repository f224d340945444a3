import type { LabelScene } from './label-pen.ts';
import { boundsInView, type StageView } from './stage-view.ts';

/** Pixels per layout unit from which there is room between nodes for the words of what ties them. */
const NEAR = 1.7;
/** With more nodes in view the words of their relationships would be a wall. */
const NODES_AT_MOST = 80;
const WORDED_AT_MOST = 60;

/**
 * Relationships whose words are written because the camera is near: those between two nodes in view first, then those
 * that lead out of it. None while something stands out, which has words of its own.
 */
export function nearRelationships(view: StageView, { graph, grid, emphasis }: LabelScene): string[] {
  if (view.scale < NEAR || emphasis.rest < 1) return [];
  const bounds = boundsInView(view, 0);
  if (grid.count(bounds) > 4 * NODES_AT_MOST) return [];
  const inView = new Set(grid.within(bounds, NODES_AT_MOST));
  if (inView.size > NODES_AT_MOST) return [];
  const within = new Set<string>();
  const leading = new Set<string>();
  for (const node of inView) {
    graph.forEachEdge(node, (id, _, from, to) => {
      if (emphasis.relationships.has(id)) return;
      if (inView.has(from) && inView.has(to)) within.add(id);
      else leading.add(id);
    });
  }
  return [...within, ...leading].slice(0, WORDED_AT_MOST);
}
