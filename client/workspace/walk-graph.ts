import type { Relationship } from '../../server/contract/graph.ts';
import type { VisibleGraph } from './visible-graph.ts';
import type { Position } from './workspace-content.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Which way each direction points; y points up. */
const POINTS: Readonly<Record<Direction, Position>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: 1 },
  down: { x: 0, y: -1 },
};
/** Cosine of the widest angle off the direction that still counts as that way: 75 degrees. */
const WIDEST = Math.cos((75 * Math.PI) / 180);

/** The nodes that drawn relationships tie to a node, itself left out, each with those relationships; by name. */
export function neighboursOf(graph: VisibleGraph, id: string): Map<string, Relationship[]> {
  const found = new Map<string, Relationship[]>();
  for (const relationship of graph.relationships) {
    const { source, target } = relationship;
    if (source === target || (source !== id && target !== id)) continue;
    const other = source === id ? target : source;
    const ties = found.get(other);
    if (ties) ties.push(relationship);
    else found.set(other, [relationship]);
  }
  const captions = new Map(
    graph.nodes.filter((node) => found.has(node.id)).map((node) => [node.id, node.caption]),
  );
  const caption = (node: string) => captions.get(node) ?? node;
  return new Map([...found].sort(([a], [b]) => caption(a).localeCompare(caption(b)) || (a < b ? -1 : 1)));
}

/** The one of some nodes that lies most in a direction: near, and little aside of it. Undefined where none lies that way. */
export function nodeToward(
  candidates: Iterable<string>,
  positions: ReadonlyMap<string, Position>,
  from: string,
  direction: Direction,
): string | undefined {
  const start = positions.get(from);
  if (!start) return undefined;
  const way = POINTS[direction];
  let best: { id: string; cost: number } | undefined;
  for (const id of candidates) {
    const place = positions.get(id);
    if (!place || id === from) continue;
    const dx = place.x - start.x;
    const dy = place.y - start.y;
    const distance = Math.hypot(dx, dy);
    const cosine = distance === 0 ? 0 : (dx * way.x + dy * way.y) / distance;
    if (cosine < WIDEST) continue;
    const cost = distance / cosine ** 2;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}

/** The next, or with -1 the previous, of a ring of names; the first where `at` is not among them. */
export function stepAround(names: readonly string[], at: string | undefined, by: 1 | -1): string | undefined {
  const index = at === undefined ? -1 : names.indexOf(at);
  if (index < 0) return names.at(by === 1 ? 0 : -1);
  return names[(index + by + names.length) % names.length];
}
