import type { EdgeShape } from './edge-shape.ts';

export interface Point {
  x: number;
  y: number;
}

/** A circle on the screen: centre and radius in pixels, y pointing down. */
export interface Disc extends Point {
  radius: number;
}

/** Radius in pixels of the nth loop of a node; the edge shader computes the same. */
export function loopRadius(nodeRadius: number, ordinal: number): number {
  return Math.max(7, nodeRadius * 0.8) + ordinal * 6;
}

/** Distance in pixels from the centre of a node to the centre of its loop, upwards. */
export function loopDistance(nodeRadius: number, ordinal: number): number {
  return nodeRadius + loopRadius(nodeRadius, ordinal) * 0.6;
}

/** The control point of the quadratic curve between two discs. */
export function controlPoint(source: Point, target: Point, bend: number): Point {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  return { x: (source.x + target.x) / 2 + dy * bend, y: (source.y + target.y) / 2 - dx * bend };
}

/** The point at share `t` (0 to 1) of a relationship, on the screen. */
export function pointOnEdge(source: Disc, target: Disc, shape: EdgeShape, t: number): Point {
  if (shape.loop) {
    const angle = Math.PI / 2 - 2 * Math.PI * t;
    const radius = loopRadius(source.radius, shape.bend);
    const centre = source.y - loopDistance(source.radius, shape.bend);
    return { x: source.x + radius * Math.cos(angle), y: centre + radius * Math.sin(angle) };
  }
  const control = controlPoint(source, target, shape.bend);
  const rest = 1 - t;
  return {
    x: rest * rest * source.x + 2 * rest * t * control.x + t * t * target.x,
    y: rest * rest * source.y + 2 * rest * t * control.y + t * t * target.y,
  };
}
