import type { Point } from './edge-geometry.ts';

/** Whether a point lies inside a polygon, crossed by itself or not, by the even-odd rule. */
export function isInside({ x, y }: Point, polygon: readonly Point[]): boolean {
  let inside = false;
  let from = polygon.at(-1);
  for (const to of polygon) {
    if (from && to.y > y !== from.y > y && x < ((from.x - to.x) * (y - to.y)) / (from.y - to.y) + to.x) {
      inside = !inside;
    }
    from = to;
  }
  return inside;
}
