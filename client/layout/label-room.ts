import type { LayoutNode } from './layout-model.ts';

/** The rectangle around a node and its name beneath it, from the node's centre, in layout units. */
export interface Room {
  halfWidth: number;
  up: number;
  down: number;
}

const CHARACTER = 6.3;
const LINE = 15;
const ONE_LINE = 28;

/** Room for a disc with its name below, as the canvas writes it at natural size. */
export function roomFor({ radius, caption }: LayoutNode): Room {
  const lines = caption.length > ONE_LINE ? 2 : caption.length > 0 ? 1 : 0;
  const longest = lines === 2 ? Math.min(34, caption.length * 0.55) : caption.length;
  return {
    halfWidth: Math.max(radius, (longest * CHARACTER) / 2) + 7,
    up: radius + 8,
    down: radius + lines * LINE + 8,
  };
}

/** Above this many nodes names cannot all be written, so only the discs are kept apart. */
const NAMED_AT_MOST = 600;

/** Whether room is kept for names in a graph of so many nodes. */
export function keepsNames(count: number): boolean {
  return count <= NAMED_AT_MOST;
}

/** The room that each node gets in a graph of so many. */
export function roomIn(count: number): (node: LayoutNode) => Room {
  return keepsNames(count) ? roomFor : (node) => roomFor({ ...node, caption: '' });
}
