import { fillAspect } from './fill-aspect.ts';
import type { Room } from './label-room.ts';
import type { LayoutNode, Position, Positions } from './layout-model.ts';
import { makeRoom } from './make-room.ts';

/** Between the middles of two unit squares, enough that they do not meet whichever way they lie. */
export const APART = Math.SQRT2;

/** A place on a ring, radius in units of the room that one node takes; angles in radians, from the top, clockwise. */
export interface RingPlace {
  id: string;
  radius: number;
  angle: number;
}

/**
 * Turns places on rings into positions. One unit is as wide as the mean room and as high as the mean room, so that
 * rings are as flat as names are; rooms wider than the mean are pushed apart afterwards.
 */
export function placeOnRings(
  places: readonly RingPlace[],
  nodes: readonly LayoutNode[],
  roomOf: (node: LayoutNode) => Room,
  aspect: number,
): Positions {
  const rooms = new Map(nodes.map((node) => [node.id, roomOf(node)]));
  const count = Math.max(rooms.size, 1);
  let width = 0;
  let height = 0;
  for (const { halfWidth, up, down } of rooms.values()) {
    width += (2 * halfWidth) / count;
    height += (up + down) / count;
  }
  const positions = new Map(
    places.map(({ id, radius, angle }): [string, Position] => [
      id,
      { x: Math.sin(angle) * radius * width, y: Math.cos(angle) * radius * height },
    ]),
  );
  fillAspect(positions.values(), aspect);
  const ids = [...positions.keys()];
  makeRoom(
    ids.map((id) => positions.get(id) ?? { x: 0, y: 0 }),
    ids.map((id) => rooms.get(id) ?? { halfWidth: 0, up: 0, down: 0 }),
    [],
  );
  return positions;
}

/** How many nodes a ring of this radius holds. */
export function capacityOf(radius: number): number {
  return Math.max(1, Math.floor((2 * Math.PI * radius) / APART));
}
