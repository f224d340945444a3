import type { Disc } from './edge-geometry.ts';
import type { StageGraph } from './stage-graph.ts';
import { discOf, type StageView } from './stage-view.ts';

/** Pixels between a line and the disc that it goes around. */
const CLEAR = 9;
/** A node so near to an end of the line, as a share of its length, is left: a bow is flat there. */
const NEAR_END = 0.08;
const STRONGEST = 0.6;

/**
 * The `bend` of a relationship's line that keeps clear of other nodes: its own where that does, else on the side where
 * less of it is enough.
 */
export function bowAround(from: Disc, to: Disc, others: Iterable<Disc>, own: number): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return own;
  let isPassed = false;
  let left = 0;
  let right = 0;
  for (const { x, y, radius } of others) {
    const share = ((x - from.x) * dx + (y - from.y) * dy) / length ** 2;
    if (share < NEAR_END || share > 1 - NEAR_END) continue;
    const aside = ((x - from.x) * dy - (y - from.y) * dx) / length;
    const clear = radius + CLEAR;
    // How far a curve is from its chord there, for each unit of its bend.
    const reach = 2 * share * (1 - share) * length;
    if (Math.abs(aside - own * reach) < clear) isPassed = true;
    left = Math.max(left, (aside + clear) / reach);
    right = Math.max(right, (clear - aside) / reach);
  }
  if (!isPassed) return own;
  return left < right ? Math.min(left, STRONGEST) : -Math.min(right, STRONGEST);
}

/** The same for a relationship and nodes of a graph; undefined where its own bend will do. */
export function bendAround(
  graph: StageGraph,
  view: StageView,
  relationship: string,
  nodes: readonly string[],
): number | undefined {
  const { bend, loop } = graph.getEdgeAttributes(relationship);
  if (loop) return undefined;
  const ends = graph.extremities(relationship);
  const disc = (id: string) => discOf(view, graph.getNodeAttributes(id));
  const others = nodes.filter((id) => graph.hasNode(id) && !ends.includes(id));
  const around = bowAround(disc(ends[0]), disc(ends[1]), others.map(disc), bend);
  return around === bend ? undefined : around;
}
