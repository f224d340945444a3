import { mix } from '../look/colour.ts';
import { styleOfLabel } from '../look/kinds.ts';
import { PALETTES, type Scheme } from '../look/palette.ts';
import {
  controlPoint,
  type Disc,
  loopDistance,
  loopRadius,
  type Point,
  pointOnEdge,
} from './edge-geometry.ts';
import { drawIcon } from './icon-atlas.ts';
import type { Pen } from './pen.ts';
import { drawnEdge, type ResolvedEmphasis } from './resolve-emphasis.ts';
import type { EdgeAttributes, StageGraph } from './stage-graph.ts';
import { edgeStrength } from './stage-look.ts';
import { discOf, isOnScreen, type StageView } from './stage-view.ts';

/** Dashes and gaps in pixels. */
export const DASHES: Readonly<Record<EdgeAttributes['lineStyle'], readonly number[]>> = {
  solid: [],
  marked: [],
  dashed: [6, 5],
  denied: [6, 5],
  dotted: [1.6, 4],
};

/** Where a line meets the rim of its target, and the point behind it that gives the direction. */
function arrival(
  source: Disc,
  target: Disc,
  edge: EdgeAttributes,
  length: number,
): { tip: Point; tail: Point } {
  const gapAt = (share: number) => {
    const { x, y } = pointOnEdge(source, target, edge, share);
    return Math.hypot(x - target.x, y - target.y) - target.radius - 1.5;
  };
  const shareAt = (gap: number) => {
    let low = 0.5;
    let high = 1;
    for (let step = 0; step < 20; step++) {
      const middle = (low + high) / 2;
      if (gapAt(middle) > gap) low = middle;
      else high = middle;
    }
    return low;
  };
  const tip = pointOnEdge(source, target, edge, shareAt(0));
  return { tip, tail: pointOnEdge(source, target, edge, shareAt(length)) };
}

function traceLine(context: Pen, source: Disc, target: Disc, edge: EdgeAttributes): void {
  context.beginPath();
  if (edge.loop) {
    const centre = source.y - loopDistance(source.radius, edge.bend);
    context.arc(source.x, centre, loopRadius(source.radius, edge.bend), 0, 2 * Math.PI);
    return;
  }
  const control = controlPoint(source, target, edge.bend);
  context.moveTo(source.x, source.y);
  context.quadraticCurveTo(control.x, control.y, target.x, target.y);
}

function drawMiddleMark(context: Pen, source: Disc, target: Disc, edge: EdgeAttributes): void {
  const middle = pointOnEdge(source, target, edge, 0.5);
  context.beginPath();
  if (edge.lineStyle === 'marked') {
    context.arc(middle.x, middle.y, 2.4, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  const ahead = pointOnEdge(source, target, edge, 0.52);
  const angle = Math.atan2(ahead.y - middle.y, ahead.x - middle.x) + Math.PI / 2;
  context.moveTo(middle.x - 4.5 * Math.cos(angle), middle.y - 4.5 * Math.sin(angle));
  context.lineTo(middle.x + 4.5 * Math.cos(angle), middle.y + 4.5 * Math.sin(angle));
  context.setLineDash([]);
  context.stroke();
}

/** Draws nodes and relationships as the stage shows them, on any canvas and at any size, without WebGL. */
export function drawPicture(
  context: Pen,
  view: StageView,
  graph: StageGraph,
  emphasis: ResolvedEmphasis,
  scheme: Scheme,
): void {
  const palette = PALETTES[scheme];
  const rest = edgeStrength(emphasis.rest, graph.size, scheme);
  const lineScale = Math.min(1.5, Math.max(0.45, view.nodeScale));

  const drawEdge = (id: string, attributes: EdgeAttributes, from: string, to: string) => {
    const look = emphasis.relationships.get(id);
    const edge = drawnEdge(attributes, look);
    const source = discOf(view, graph.getNodeAttributes(from));
    const target = discOf(view, graph.getNodeAttributes(to));
    const width = Math.max(1, (look?.width ?? edge.size) * lineScale);
    const colour = look?.tone === 'accent' ? palette.accent : palette.edge;
    context.globalAlpha = look ? 1 : rest;
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = width;
    context.setLineDash([...DASHES[edge.lineStyle]]);
    traceLine(context, source, target, edge);
    context.stroke();
    if (edge.lineStyle === 'marked' || edge.lineStyle === 'denied')
      drawMiddleMark(context, source, target, edge);

    const length = (5.5 + 1.5 * (look?.width ?? 1)) * lineScale;
    const half = (2.2 + 0.9 * (look?.width ?? 1)) * lineScale;
    const { tip, tail } = arrival(source, target, edge, length);
    const angle = Math.atan2(tip.y - tail.y, tip.x - tail.x);
    context.beginPath();
    context.moveTo(tip.x, tip.y);
    context.lineTo(tail.x - half * Math.sin(angle), tail.y + half * Math.cos(angle));
    context.lineTo(tail.x + half * Math.sin(angle), tail.y - half * Math.cos(angle));
    context.fill();
  };
  const emphasised: (() => void)[] = [];
  graph.forEachEdge((id, edge, from, to) => {
    if (emphasis.relationships.has(id)) emphasised.push(() => drawEdge(id, edge, from, to));
    else drawEdge(id, edge, from, to);
  });
  for (const draw of emphasised) draw();

  context.globalAlpha = 1;
  context.setLineDash([]);
  graph.forEachNode((id, node) => {
    const disc = discOf(view, node);
    if (!isOnScreen(view, disc, disc.radius + 8)) return;
    const look = emphasis.nodes.get(id);
    const strength = look ? 1 : emphasis.rest;
    const { icon } = styleOfLabel(node.kind);
    const circle = (radius: number, colour: string) => {
      context.fillStyle = colour;
      context.beginPath();
      context.arc(disc.x, disc.y, radius, 0, 2 * Math.PI);
      context.fill();
    };
    if (look && look.ring !== 'none')
      circle(disc.radius + 2.2 + (look.ring === 'strong' ? 3 : 2), palette.accent);
    circle(
      disc.radius + (look && look.ring !== 'none' ? 2.2 : Math.min(1.6, disc.radius / 4)),
      palette.ground,
    );
    circle(disc.radius, mix(palette.ground, node.fill[scheme], strength));
    if (disc.radius < 5) return;
    const side = disc.radius * 1.22 * (104 / 128);
    context.fillStyle = mix(palette.ground, palette.icon, strength);
    drawIcon(context, icon, disc.x - side / 2, disc.y - side / 2, side);
  });
}
