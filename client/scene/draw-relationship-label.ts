import { FONT_SANS, type Palette } from '../look/palette.ts';
import type { Box } from './box.ts';
import { type Disc, type Point, pointOnEdge } from './edge-geometry.ts';
import { type LabelScene, measure, writeLine } from './label-pen.ts';
import { TakenSpace } from './label-placement.ts';
import { relationshipWords } from './label-text.ts';
import type { Pen } from './pen.ts';
import { drawnEdge, type RelationshipEmphasis } from './resolve-emphasis.ts';
import type { EdgeAttributes } from './stage-graph.ts';
import { discOf, isOnScreen, type StageView } from './stage-view.ts';

const FONT = `500 11.5px ${FONT_SANS}`;
const HOP_FONT = `700 11px ${FONT_SANS}`;
const HOP_SIZE = 17;
const PLACES_ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];
/** Steps off the line: on it, or to either side; words that are longer than their line try its sides first. */
const ASIDE = [0, 1, -1];
const ASIDE_OF_SHORT = [1, -1, 0];
const ON_LINE = [0];

/** Share of its words that the label of a hop may have covered; beyond that its number alone is written on the line. */
const COVERED_AT_MOST = 0.35;
/** Pixels between two points of a line that words keep clear of. */
const LINE_STEP = 8;
/** Pixels between a line and words beside it. */
const GAP = 3;

/** As the words of a relationship are written that does not stand out: only on its line, and only where all is free. */
export const QUIET: RelationshipEmphasis = { tone: 'ink', width: 1, labelled: true };

/** Places for a label of the given size along a line, the best first, moved into view where they stick out. */
function* placesAlong(
  view: StageView,
  source: Disc,
  target: Disc,
  edge: EdgeAttributes,
  width: number,
  height: number,
  onLineOnly: boolean,
): Iterable<Box> {
  const room = Math.hypot(target.x - source.x, target.y - source.y) - source.radius - target.radius;
  const isShort = room < width + 30;
  if (onLineOnly && isShort) return;
  const steps = onLineOnly ? ON_LINE : isShort ? ASIDE_OF_SHORT : ASIDE;
  for (const step of steps) {
    for (const share of PLACES_ALONG) {
      const at = pointOnEdge(source, target, edge, share);
      if (!isOnScreen(view, at, 0)) continue;
      const ahead = pointOnEdge(source, target, edge, share + 0.02);
      const length = Math.hypot(ahead.x - at.x, ahead.y - at.y) || 1;
      const across = { x: (ahead.y - at.y) / length, y: (at.x - ahead.x) / length };
      const off = offLine(across, width, height);
      const x = between(at.x + step * off.x, width / 2, view.width - width / 2);
      const y = between(at.y + step * off.y, height / 2, view.height - height / 2);
      yield { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
    }
  }
}

/**
 * From a point of a line to the middle of a box that lies beside it and keeps close to that point: on a slanting line
 * the box has a corner there, on a level one the middle of its lower rim.
 */
function offLine(across: Point, width: number, height: number): Point {
  const slope = Math.max(Math.abs(across.x) / Math.max(Math.abs(across.y), 0.01), 0.01);
  const beside = Math.min(1, 4 * slope);
  const above = Math.min(1, 4 / slope);
  const x = (beside * width) / 2 + ((1 - above) * height) / 2 / slope + GAP * Math.abs(across.x);
  const y = (above * height) / 2 + ((1 - beside) * width * slope) / 2 + GAP * Math.abs(across.y);
  return { x: Math.sign(across.x) * x, y: Math.sign(across.y || 1) * y };
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

interface Place {
  box: Box;
  /** Square pixels of it that others have. */
  area: number;
}

function placeAlong(taken: TakenSpace, lines: TakenSpace, id: string, boxes: Iterable<Box>): Place | null {
  let best: (Place & { crossed: number }) | null = null;
  for (const box of boxes) {
    const area = taken.overlap(box, '', 0).hard;
    const crossed = lines.overlap(box, id, 0).hard;
    if (best === null || area + crossed < best.area + best.crossed) best = { box, area, crossed };
    if (area + crossed === 0) break;
  }
  return best;
}

/** The lines of hops, along which the words of other hops would be taken for theirs. */
export function takeHopLines({ graph, emphasis }: LabelScene, view: StageView): TakenSpace {
  const lines = new TakenSpace();
  for (const [id, look] of emphasis.relationships) {
    if (look.hop === undefined) continue;
    const edge = drawnEdge(graph.getEdgeAttributes(id), look);
    const [source, target] = graph.extremities(id).map((end) => discOf(view, graph.getNodeAttributes(end)));
    if (!source || !target) continue;
    const steps = Math.ceil(Math.hypot(target.x - source.x, target.y - source.y) / LINE_STEP) + 4;
    for (let step = 0; step <= steps; step++) {
      const at = pointOnEdge(source, target, edge, step / steps);
      if (isOnScreen(view, at, 0)) lines.takeDisc({ ...at, radius: LINE_STEP / 4 }, id);
    }
  }
  return lines;
}

/** Writes the words of a relationship on its line or beside it, with the number of its hop. */
export function drawRelationshipLabel(
  context: Pen,
  scene: LabelScene,
  view: StageView,
  { taken, lines }: { taken: TakenSpace; lines: TakenSpace },
  id: string,
  look: RelationshipEmphasis,
): void {
  const { graph, palette, memory } = scene;
  const edge: EdgeAttributes = drawnEdge(graph.getEdgeAttributes(id), look);
  const [from, to] = graph.extremities(id);
  const source = discOf(view, graph.getNodeAttributes(from));
  const target = discOf(view, graph.getNodeAttributes(to));
  const words = relationshipWords(edge.relationshipType, edge.status);
  const badge = look.hop === undefined ? 0 : HOP_SIZE + 3;
  const height = HOP_SIZE + 2;
  const must = look.tone === 'accent';
  const placeOf = (width: number) =>
    placeAlong(taken, lines, id, placesAlong(view, source, target, edge, width, height, look === QUIET));
  const full = placeOf(measure(context, memory, FONT, words) + badge + 8);
  if (!full || (full.area > 0 && !must)) return;
  const isCovered = badge > 0 && full.area > COVERED_AT_MOST * sizeOf(full.box);
  const box = (isCovered ? placeOf(height) : full)?.box ?? full.box;
  taken.takeText(box, `relationship ${id}`);

  if (look.hop !== undefined) drawHop(context, box, look.hop, palette);
  if (isCovered) return;
  context.font = FONT;
  context.textAlign = 'left';
  context.fillStyle = must ? palette.accent : palette.inkSoft;
  writeLine(context, words, box.left + 4 + badge, (box.top + box.bottom) / 2, palette);
}

function sizeOf({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

/** The number of a hop in a disc, at the left end of its pill. */
function drawHop(context: Pen, box: Box, hop: number, palette: Palette): void {
  const height = box.bottom - box.top;
  const middle = box.left + height / 2;
  const y = (box.top + box.bottom) / 2;
  context.fillStyle = palette.ground;
  context.beginPath();
  context.roundRect(box.left, box.top, box.right - box.left, height, height / 2);
  context.fill();
  context.fillStyle = palette.accent;
  context.beginPath();
  context.arc(middle, y, HOP_SIZE / 2, 0, 2 * Math.PI);
  context.fill();
  context.font = HOP_FONT;
  context.textAlign = 'center';
  context.fillStyle = palette.accentInk;
  context.fillText(String(hop), middle, y + 0.5);
}
