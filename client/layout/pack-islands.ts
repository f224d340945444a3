import type { Position } from './layout-model.ts';

export interface Island {
  positions: Position[];
  left: number;
  right: number;
  low: number;
  high: number;
}

const GAP = 36;
const TURN = 2.399963;

function touches(first: Island, dx: number, dy: number, second: Island): boolean {
  return (
    first.left + dx < second.right + GAP &&
    first.right + dx > second.left - GAP &&
    first.low + dy < second.high + GAP &&
    first.high + dy > second.low - GAP
  );
}

function shift(island: Island, dx: number, dy: number): void {
  for (const position of island.positions) {
    position.x += dx;
    position.y += dy;
  }
  island.left += dx;
  island.right += dx;
  island.low += dy;
  island.high += dy;
}

/**
 * Puts islands close beside each other, the first in the middle, the others along a spiral that is as wide as the
 * room is, each at the first place where it touches none. Positions are changed in place.
 */
export function packIslands(islands: readonly Island[], aspect: number): void {
  const placed: Island[] = [];
  const stretch = Math.sqrt(aspect);
  let step = 0;
  for (const island of islands) {
    const toMiddle = { x: -(island.left + island.right) / 2, y: -(island.low + island.high) / 2 };
    if (placed.length === 0) {
      shift(island, toMiddle.x, toMiddle.y);
      placed.push(island);
      continue;
    }
    for (; ; step++) {
      const distance = 14 * Math.sqrt(step);
      const dx = toMiddle.x + Math.cos(step * TURN) * distance * stretch;
      const dy = toMiddle.y + (Math.sin(step * TURN) * distance) / stretch;
      if (placed.some((other) => touches(island, dx, dy, other))) continue;
      shift(island, dx, dy);
      placed.push(island);
      break;
    }
  }
}
