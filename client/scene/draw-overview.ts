import { styleOfLabel } from '../look/kinds.ts';
import { PALETTES, type Scheme } from '../look/palette.ts';
import type { SceneGraph, VisibleBox } from './scene-model.ts';
import { boundsOf } from './viewport.ts';

/** How layout units become pixels of the small map, which shows all of the graph. */
export interface OverviewView {
  /** Pixels per layout unit. */
  scale: number;
  /** Layout units at the left and at the top of the map. */
  left: number;
  top: number;
}

const MARGIN = 6;
/** Links are a haze behind the nodes; so many of them are enough for it. */
const MOST_LINKS = 6000;

const SEEN_LINE = 1.5;

/** The map's view of a graph, in a room of so many pixels; null where there is nothing to show. */
export function overviewOf(nodes: SceneGraph['nodes'], width: number, height: number): OverviewView | null {
  const bounds = boundsOf(nodes);
  if (!bounds) return null;
  const wide = Math.max(bounds.right - bounds.left, 1);
  const high = Math.max(bounds.high - bounds.low, 1);
  const scale = Math.min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / high);
  return {
    scale,
    left: (bounds.left + bounds.right) / 2 - width / 2 / scale,
    top: (bounds.low + bounds.high) / 2 + height / 2 / scale,
  };
}

/** Where a box of layout units lies on the map, in pixels from its top left corner. */
export function onOverview(view: OverviewView, box: VisibleBox): VisibleBox {
  return {
    x: (box.x - box.width / 2 - view.left) * view.scale,
    y: (view.top - box.y - box.height / 2) * view.scale,
    width: box.width * view.scale,
    height: box.height * view.scale,
  };
}

/** The place in layout units that a pixel of the map shows. */
export function fromOverview(view: OverviewView, pixel: { x: number; y: number }): { x: number; y: number } {
  return { x: view.left + pixel.x / view.scale, y: view.top - pixel.y / view.scale };
}

/** Draws the graph small: a dot for each node, in its colour. To be done when the graph changes, not for each frame. */
export function drawOverview(
  context: CanvasRenderingContext2D,
  view: OverviewView,
  { nodes, relationships }: SceneGraph,
  scheme: Scheme,
): void {
  const places = new Map(
    nodes.map(({ id, x, y }) => [id, { x: (x - view.left) * view.scale, y: (view.top - y) * view.scale }]),
  );
  const every = Math.max(1, Math.ceil(relationships.length / MOST_LINKS));
  context.strokeStyle = PALETTES[scheme].edge;
  context.globalAlpha = relationships.length > 2000 ? 0.05 : 0.14;
  context.lineWidth = 0.6;
  context.beginPath();
  for (let index = 0; index < relationships.length; index += every) {
    const relationship = relationships[index];
    const from = relationship && places.get(relationship.source);
    const to = relationship && places.get(relationship.target);
    if (!from || !to) continue;
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
  context.globalAlpha = 1;
  const side = nodes.length > 3000 ? 1.2 : 2.2;
  for (const node of nodes) {
    const place = places.get(node.id);
    if (!place) continue;
    context.fillStyle = (node.fill ?? styleOfLabel(node.label).fill)[scheme];
    context.fillRect(place.x - side / 2, place.y - side / 2, side, side);
  }
}

/** Frames what of the graph is in view; a box of pixels of the map. */
export function drawSeen(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: VisibleBox,
  scheme: Scheme,
): void {
  const { accent } = PALETTES[scheme];
  context.fillStyle = accent;
  context.strokeStyle = accent;
  context.lineWidth = SEEN_LINE;
  context.globalAlpha = 0.08;
  context.fillRect(x, y, width, height);
  context.globalAlpha = 1;
  context.strokeRect(
    x + SEEN_LINE / 2,
    y + SEEN_LINE / 2,
    Math.max(0, width - SEEN_LINE),
    Math.max(0, height - SEEN_LINE),
  );
}
