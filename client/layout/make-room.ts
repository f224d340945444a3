import type { Room } from './label-room.ts';
import type { Position } from './layout-model.ts';

const ROUNDS = 160;
const ROUNDS_LARGE = 24;
const LARGE = 1000;
/** A push aside is taken though it be this much longer than one up or down: the room is wider than high. */
const FLATNESS = 2;

/**
 * Pushes rectangles apart until none covers another or the rounds are over, each pair along the way that is
 * shorter, so that the picture keeps its shape. Positions are changed in place; fixed ones stay.
 * Neighbours are found by sweeping from left to right, so a round costs little more than sorting.
 */
export function makeRoom(positions: Position[], rooms: readonly Room[], fixed: readonly boolean[]): void {
  const widest = rooms.reduce((most, { halfWidth }) => Math.max(most, halfWidth), 0);
  const order = positions.map((_, index) => index);
  const rounds = positions.length > LARGE ? ROUNDS_LARGE : ROUNDS;
  for (let round = 0; round < rounds; round++) {
    order.sort((first, second) => (positions[first]?.x ?? 0) - (positions[second]?.x ?? 0) || first - second);
    let touched = false;
    for (let at = 0; at < order.length; at++) {
      const first = order[at] ?? 0;
      const here = positions[first];
      const room = rooms[first];
      if (!here || !room) continue;
      for (let next = at + 1; next < order.length; next++) {
        const second = order[next] ?? 0;
        const there = positions[second];
        const other = rooms[second];
        if (!there || !other) continue;
        if (there.x - here.x > room.halfWidth + widest) break;
        if (fixed[first] && fixed[second]) continue;
        const overlapX = room.halfWidth + other.halfWidth - Math.abs(there.x - here.x);
        const upper = here.y >= there.y;
        const overlapY = upper
          ? room.down + other.up - (here.y - there.y)
          : other.down + room.up - (there.y - here.y);
        if (overlapX <= 0.01 || overlapY <= 0.01) continue;
        touched = true;
        const firstShare = fixed[first] ? 0 : fixed[second] ? 1 : 0.5;
        const secondShare = fixed[second] ? 0 : fixed[first] ? 1 : 0.5;
        if (overlapY * FLATNESS <= overlapX) {
          const push = overlapY * (upper ? 1 : -1);
          here.y += push * firstShare;
          there.y -= push * secondShare;
        } else {
          here.x -= overlapX * firstShare;
          there.x += overlapX * secondShare;
        }
      }
    }
    if (!touched) return;
  }
}
