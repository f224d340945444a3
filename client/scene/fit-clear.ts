import { type Box, isIn } from './box.ts';
import type { Point } from './edge-geometry.ts';
import type { CameraPlace } from './scene-model.ts';
import { boundsOf, type Insets, NO_INSETS, placeForBounds } from './viewport.ts';

interface Size {
  width: number;
  height: number;
}

/** Pixels between a control and what is kept out from under it: about the radius of a node. */
const GAP = 10;
/** How much of the strip beside a control is tried to be kept free: often a part of it is enough. */
const SHARES = [0.25, 0.5, 0.75, 1];
/** A picture that would have to be smaller than this share of its size goes below the controls instead. */
const SMALLEST = 0.75;

/**
 * Where the camera shows all the points as large as fits, and with as few of them as can be under the boxes that cover
 * the stage. Null where there are no points.
 */
export function placeClearOf(
  size: Size,
  points: readonly Point[],
  covered: readonly Box[],
  closest?: number,
): CameraPlace | null {
  const bounds = boundsOf(points);
  if (!bounds) return null;
  const tryWith = (insets: Insets) => {
    const place = placeForBounds(size, bounds, closest, insets);
    return { insets, place, under: countUnder(size, points, covered, place) };
  };
  const whole = tryWith(NO_INSETS);
  let best = whole;
  for (const box of covered) {
    if (best.under === 0) break;
    for (const insets of insetsBeside(size, box, best.insets)) {
      const next = tryWith(insets);
      if (next.place.scale < whole.place.scale * SMALLEST || next.under > best.under) continue;
      if (next.under < best.under || next.place.scale > best.place.scale) best = next;
    }
  }
  return best.place;
}

/** What may be kept free so that a box is out of the way: parts of the strips along its two nearest sides. */
function insetsBeside({ width, height }: Size, box: Box, besides: Insets): Insets[] {
  const strips = [
    ['left', box.right],
    ['right', width - box.left],
    ['top', box.bottom],
    ['bottom', height - box.top],
  ] as const;
  return strips
    .toSorted((a, b) => a[1] - b[1])
    .slice(0, 2)
    .flatMap(([side, wide]) =>
      SHARES.map((share) => ({ ...besides, [side]: Math.max(besides[side], share * (wide + GAP)) })),
    );
}

function countUnder(
  { width, height }: Size,
  points: readonly Point[],
  covered: readonly Box[],
  { x: middleX, y: middleY, scale }: CameraPlace,
): number {
  const boxes = covered.map(({ left, top, right, bottom }) => ({
    left: left - GAP,
    top: top - GAP,
    right: right + GAP,
    bottom: bottom + GAP,
  }));
  let count = 0;
  for (const point of points) {
    const x = width / 2 + (point.x - middleX) * scale;
    const y = height / 2 - (point.y - middleY) * scale;
    if (boxes.some((box) => isIn(box, x, y))) count += 1;
  }
  return count;
}
