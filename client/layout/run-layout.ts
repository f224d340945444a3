import { byKindLayout } from './by-kind-layout.ts';
import { circularLayout } from './circular-layout.ts';
import { forceLayout } from './force-layout.ts';
import { gridLayout } from './grid-layout.ts';
import { hierarchicalLayout } from './hierarchical-layout.ts';
import { keepFixed } from './keep-fixed.ts';
import { roomIn } from './label-room.ts';
import type { Layout, LayoutName, LayoutRequest, Positions, ReportShare } from './layout-model.ts';
import { radialLayout } from './radial-layout.ts';

const LAYOUTS: Readonly<Record<LayoutName, Layout>> = {
  force: forceLayout,
  hierarchical: hierarchicalLayout,
  radial: radialLayout,
  'by-kind': byKindLayout,
  circular: circularLayout,
  grid: gridLayout,
};

/**
 * Positions by one of the layouts, rounded to a tenth of a unit. The same for the same graph in whatever order its
 * nodes and links are given. Fixed nodes stay where they are.
 */
export function runLayout(
  name: LayoutName,
  request: LayoutRequest,
  report: ReportShare = () => {},
): Positions {
  const ordered = inOrder(request);
  const positions = LAYOUTS[name].arrange(ordered, report);
  keepFixed(positions, ordered.nodes, ordered.fixed ?? {}, roomIn(ordered.nodes.length));
  const rounded = (value: number) => Math.round(value * 10) / 10;
  const fixed = ordered.fixed ?? {};
  return new Map(
    [...positions].map(([id, { x, y }]) => [
      id,
      Object.hasOwn(fixed, id) ? { x, y } : { x: rounded(x), y: rounded(y) },
    ]),
  );
}

/** The request with nodes and links in an order of their own: by id, and by the ids of the ends. */
function inOrder(request: LayoutRequest): LayoutRequest {
  const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  return {
    ...request,
    nodes: request.nodes.toSorted((one, other) => compare(one.id, other.id)),
    links: request.links.toSorted(
      (one, other) => compare(one.source, other.source) || compare(one.target, other.target),
    ),
  };
}
