import type { StageGraph } from './stage-graph.ts';
import type { StageView } from './stage-view.ts';
import { boundsOf, nodeScale } from './viewport.ts';

/** Pixels around the outermost nodes, for their names. */
const MARGIN = { side: 110, top: 50, bottom: 70 };
/** Pixels of a side of a picture of the whole graph, at most and at least. */
const LONGEST = 4000;
const SHORTEST = { width: 480, height: 320 };

/** A view of all that is drawn, at natural size where that is not too large for a picture. */
export function wholeView(graph: StageGraph): StageView | null {
  const bounds = boundsOf(graph.mapNodes((_, { x, y }) => ({ x, y })));
  if (!bounds) return null;
  const across = Math.max(1, bounds.right - bounds.left);
  const down = Math.max(1, bounds.high - bounds.low);
  const scale = Math.min(
    1,
    (LONGEST - 2 * MARGIN.side) / across,
    (LONGEST - MARGIN.top - MARGIN.bottom) / down,
  );
  const width = Math.max(SHORTEST.width, Math.ceil(across * scale) + 2 * MARGIN.side);
  const height = Math.max(SHORTEST.height, Math.ceil(down * scale) + MARGIN.top + MARGIN.bottom);
  return {
    width,
    height,
    scale,
    originX: width / 2 - ((bounds.left + bounds.right) / 2) * scale,
    originY: (height + MARGIN.top - MARGIN.bottom) / 2 + ((bounds.low + bounds.high) / 2) * scale,
    nodeScale: nodeScale(scale),
  };
}
