import { type Disc, type Point, pointOnEdge } from './edge-geometry.ts';
import type { NodeGrid } from './node-grid.ts';
import { drawnEdge, NO_EMPHASIS, type ResolvedEmphasis } from './resolve-emphasis.ts';
import type { EdgeAttributes, NodeAttributes, StageGraph } from './stage-graph.ts';
import { discOf, type StageView } from './stage-view.ts';

/** Pixels around a disc, and to either side of a line, that still count as on it. */
const AROUND_NODE = 2;
const BESIDE_LINE = 5;
/** Beyond so many relationships nobody can point at a single one. */
export const PICKABLE_AT_MOST = 20_000;
/** Points by which a curve or a loop is followed. */
const STEPS = 12;
/** The largest radius of a node at natural size. */
const LARGEST = 24;

interface Line {
  id: string;
  source: NodeAttributes;
  target: NodeAttributes;
  edge: EdgeAttributes;
}

/** The node whose disc holds a point of the stage, in pixels; the one drawn last where several do. */
export function nodeAt(graph: StageGraph, grid: NodeGrid, view: StageView, point: Point): string | null {
  const reach = (LARGEST * view.nodeScale + AROUND_NODE) / view.scale;
  const x = (point.x - view.originX) / view.scale;
  const y = (view.originY - point.y) / view.scale;
  const around = { left: x - reach, right: x + reach, low: y - reach, high: y + reach };
  let found: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const id of grid.within(around, Number.POSITIVE_INFINITY)) {
    const disc = discOf(view, graph.getNodeAttributes(id));
    const distance = Math.hypot(disc.x - point.x, disc.y - point.y) - disc.radius;
    if (distance > AROUND_NODE || distance >= least) continue;
    least = distance;
    found = id;
  }
  return found;
}

/** Finds relationships by the pointer; knows one state of a graph. */
export class LineFinder {
  readonly #lines: readonly Line[];

  constructor(graph: StageGraph) {
    this.#lines =
      graph.size > PICKABLE_AT_MOST
        ? []
        : graph.mapEdges((id, edge, _from, _to, source, target) => ({ id, edge, source, target }));
  }

  /** The relationship whose line passes a point of the stage, in pixels; the nearest where several do. */
  lineAt(view: StageView, point: Point, { relationships }: ResolvedEmphasis = NO_EMPHASIS): string | null {
    let found: string | null = null;
    let least = BESIDE_LINE;
    for (const { id, source, target, edge: attributes } of this.#lines) {
      const edge = drawnEdge(attributes, relationships.get(id));
      const [from, to] = [discOf(view, source), discOf(view, target)];
      if (!mayPass(from, to, edge, point)) continue;
      const distance = distanceTo(from, to, edge, point);
      if (distance >= least) continue;
      least = distance;
      found = id;
    }
    return found;
  }
}

/** Whether the point lies in a box that surely holds the line. */
function mayPass(from: Disc, to: Disc, edge: EdgeAttributes, { x, y }: Point): boolean {
  const reach = edge.loop
    ? from.radius * 5 + 30 + edge.bend * 20
    : Math.abs(edge.bend) * (Math.abs(to.x - from.x) + Math.abs(to.y - from.y)) + BESIDE_LINE;
  return (
    x >= Math.min(from.x, to.x) - reach &&
    x <= Math.max(from.x, to.x) + reach &&
    y >= Math.min(from.y, to.y) - reach &&
    y <= Math.max(from.y, to.y) + reach
  );
}

function distanceTo(from: Disc, to: Disc, edge: EdgeAttributes, point: Point): number {
  if (edge.bend === 0 && !edge.loop) return distanceToSegment(from, to, point);
  let least = Number.POSITIVE_INFINITY;
  let before = pointOnEdge(from, to, edge, 0);
  for (let step = 1; step <= STEPS; step++) {
    const next = pointOnEdge(from, to, edge, step / STEPS);
    least = Math.min(least, distanceToSegment(before, next, point));
    before = next;
  }
  return least;
}

function distanceToSegment(from: Point, to: Point, { x, y }: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = ((x - from.x) * dx + (y - from.y) * dy) / Math.max(dx * dx + dy * dy, 1e-9);
  const along = Math.max(0, Math.min(1, share));
  return Math.hypot(from.x + along * dx - x, from.y + along * dy - y);
}
