import type { Position } from './layout-model.ts';

/** No picture is blown up more than this at once. */
const WIDEST_STEP = 1.5;

/**
 * Brings one coordinate of all positions to the given extent around 0, and on the way, by `evenness` (0 to 1),
 * towards equal distances. The order along the axis stays, so the picture keeps its shape. In place.
 */
export function spread(
  positions: readonly Position[],
  axis: 'x' | 'y',
  extent: number,
  evenness: number,
): void {
  const order = [...positions.keys()].sort((first, second) => {
    return (positions[first]?.[axis] ?? 0) - (positions[second]?.[axis] ?? 0) || first - second;
  });
  const low = positions[order[0] ?? 0]?.[axis] ?? 0;
  const high = positions[order.at(-1) ?? 0]?.[axis] ?? 0;
  const factor = Math.min(WIDEST_STEP, extent / Math.max(high - low, 1));
  const reached = (high - low) * factor;
  order.forEach((index, rank) => {
    const position = positions[index];
    if (!position) return;
    const scaled = (position[axis] - (low + high) / 2) * factor;
    const even = (rank / Math.max(order.length - 1, 1) - 0.5) * reached;
    position[axis] = scaled + (even - scaled) * evenness;
  });
}
