import type { Room } from './label-room.ts';
import { GOLDEN_ANGLE, type LayoutNode, type Position, type Positions } from './layout-model.ts';
import { Seats } from './seats.ts';

/** Layout units between one try for a free place and the next, along a spiral. */
const STEP = 12;
const TRIES = 20_000;

/**
 * Moves a layout so that the fixed nodes' middle is where it was asked to be, and puts them in their places. Nodes that
 * they would cover go to the nearest place that is free; all others keep theirs. In place.
 */
export function keepFixed(
  positions: Positions,
  nodes: readonly LayoutNode[],
  fixed: Readonly<Record<string, Position>>,
  roomOf: (node: LayoutNode) => Room,
): void {
  const held = Object.entries(fixed).filter(([id]) => positions.has(id));
  if (held.length === 0) return;
  let dx = 0;
  let dy = 0;
  for (const [id, wanted] of held) {
    const now = positions.get(id) ?? wanted;
    dx += (wanted.x - now.x) / held.length;
    dy += (wanted.y - now.y) / held.length;
  }
  for (const position of positions.values()) {
    position.x += dx;
    position.y += dy;
  }
  for (const [id, wanted] of held) positions.set(id, { ...wanted });
  seatBeside(positions, nodes, new Set(held.map(([id]) => id)), roomOf);
}

function seatBeside(
  positions: Positions,
  nodes: readonly LayoutNode[],
  fixed: ReadonlySet<string>,
  roomOf: (node: LayoutNode) => Room,
): void {
  const rooms = new Map(nodes.map((node) => [node.id, roomOf(node)]));
  const seats = new Seats(rooms.values());
  const seatOf = (id: string) => {
    const at = positions.get(id);
    const room = rooms.get(id);
    return at && room ? { id, at, room } : null;
  };
  for (const { id } of nodes) {
    const seat = seatOf(id);
    if (seat) seats.add(seat);
  }
  for (const id of fixed) {
    const own = seatOf(id);
    for (const seat of own ? seats.covered(own) : []) {
      if (fixed.has(seat.id)) continue;
      seats.remove(seat);
      const { x, y } = seat.at;
      for (let step = 1; step <= TRIES; step++) {
        const distance = STEP * Math.sqrt(step);
        const at = {
          x: x + Math.cos(step * GOLDEN_ANGLE) * distance,
          y: y + Math.sin(step * GOLDEN_ANGLE) * distance,
        };
        if (seats.isTaken({ ...seat, at })) continue;
        positions.set(seat.id, at);
        break;
      }
      seats.add({ ...seat, at: positions.get(seat.id) ?? seat.at });
    }
  }
}
