import type { Room } from './label-room.ts';
import { GOLDEN_ANGLE, type Position } from './layout-model.ts';

/** Nodes that hang together, with the room that each needs. */
export interface Island {
  positions: Position[];
  rooms: readonly Room[];
}

interface Box {
  left: number;
  right: number;
  low: number;
  high: number;
}

const GAP = 24;
/** Islands beyond this many nodes are kept apart by their outlines; smaller ones may lie in each other's bays. */
const EXACT_AT_MOST = 400;

function boxesOf({ positions, rooms }: Island): Box[] {
  return positions.map(({ x, y }, index) => {
    const { halfWidth, up, down } = rooms[index] ?? { halfWidth: 0, up: 0, down: 0 };
    return { left: x - halfWidth, right: x + halfWidth, low: y - down, high: y + up };
  });
}

function outline(boxes: readonly Box[]): Box {
  const all = { left: Infinity, right: -Infinity, low: Infinity, high: -Infinity };
  for (const { left, right, low, high } of boxes) {
    all.left = Math.min(all.left, left);
    all.right = Math.max(all.right, right);
    all.low = Math.min(all.low, low);
    all.high = Math.max(all.high, high);
  }
  return all;
}

function moved({ left, right, low, high }: Box, dx: number, dy: number): Box {
  return { left: left + dx, right: right + dx, low: low + dy, high: high + dy };
}

function near(first: Box, second: Box): boolean {
  return (
    first.left < second.right + GAP &&
    first.right > second.left - GAP &&
    first.low < second.high + GAP &&
    first.high > second.low - GAP
  );
}

/**
 * Puts islands close beside each other, the first in the middle, the others along a spiral that is as wide as the
 * room is, each at the first place where it touches none. Positions are changed in place.
 */
export function packIslands(islands: readonly Island[], aspect: number): void {
  const taken: Box[] = [];
  const stretch = Math.sqrt(aspect);
  let step = 0;
  islands.forEach((island, index) => {
    const exact = island.positions.length <= EXACT_AT_MOST;
    const boxes = boxesOf(island);
    const whole = outline(boxes);
    const toMiddle = { x: -(whole.left + whole.right) / 2, y: -(whole.low + whole.high) / 2 };
    let shift = toMiddle;
    for (; index > 0; step++) {
      const distance = 9 * Math.sqrt(step);
      shift = {
        x: toMiddle.x + Math.cos(step * GOLDEN_ANGLE) * distance * stretch,
        y: toMiddle.y + (Math.sin(step * GOLDEN_ANGLE) * distance) / stretch,
      };
      const here = moved(whole, shift.x, shift.y);
      if (!taken.some((other) => near(here, other))) break;
    }
    for (const position of island.positions) {
      position.x += shift.x;
      position.y += shift.y;
    }
    taken.push(...(exact ? boxes : [whole]).map((box) => moved(box, shift.x, shift.y)));
  });
}
