import { FONT_SANS } from '../look/palette.ts';
import { type Disc, pointOnEdge } from './edge-geometry.ts';
import { type LabelScene, measure, writeLine } from './label-pen.ts';
import type { Box, TakenSpace } from './label-placement.ts';
import { relationshipWords } from './label-text.ts';
import type { RelationshipEmphasis } from './resolve-emphasis.ts';
import type { EdgeAttributes } from './stage-graph.ts';
import { discOf, type StageView } from './stage-view.ts';

const FONT = `500 11.5px ${FONT_SANS}`;
const HOP_FONT = `700 11px ${FONT_SANS}`;
const HOP_SIZE = 17;
const PLACES_ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];
/** Steps off the line: on it, to either side, and twice as far; beside a line too short for its words, not on it. */
const ASIDE = [0, 1, -1];
const ASIDE_OF_SHORT = [1, -1, 2, -2];

/** Places for a label of the given size along a line, the best first. */
function* placesAlong(source: Disc, target: Disc, edge: EdgeAttributes, width: number, height: number) {
  const room = Math.hypot(target.x - source.x, target.y - source.y) - source.radius - target.radius;
  const steps = room < width + 30 ? ASIDE_OF_SHORT : ASIDE;
  for (const step of steps) {
    for (const share of PLACES_ALONG) {
      const at = pointOnEdge(source, target, edge, share);
      const ahead = pointOnEdge(source, target, edge, share + 0.02);
      const length = Math.hypot(ahead.x - at.x, ahead.y - at.y) || 1;
      const across = { x: (ahead.y - at.y) / length, y: (at.x - ahead.x) / length };
      const far = step * ((Math.abs(across.x) * width) / 2 + (Math.abs(across.y) * height) / 2 + 4);
      const x = at.x + across.x * far;
      const y = at.y + across.y * far;
      yield { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
    }
  }
}

function placeAlong(taken: TakenSpace, view: StageView, boxes: Iterable<Box>, must: boolean): Box | null {
  let best: { box: Box; area: number } | null = null;
  for (const box of boxes) {
    if (box.left < 0 || box.top < 0 || box.right > view.width || box.bottom > view.height) continue;
    const area = taken.overlap(box, '', 0).hard;
    if (best === null || area < best.area) best = { box, area };
    if (area === 0) break;
  }
  return best && (best.area === 0 || must) ? best.box : null;
}

/** Writes the words of a relationship on its line or beside it, with the number of its hop. */
export function drawRelationshipLabel(
  context: CanvasRenderingContext2D,
  scene: LabelScene,
  view: StageView,
  taken: TakenSpace,
  id: string,
  look: RelationshipEmphasis,
): void {
  const { graph, palette, memory } = scene;
  const edge: EdgeAttributes = graph.getEdgeAttributes(id);
  const [from, to] = graph.extremities(id);
  const source = discOf(view, graph.getNodeAttributes(from));
  const target = discOf(view, graph.getNodeAttributes(to));
  const words = relationshipWords(edge.relationshipType, edge.status);
  const badge = look.hop === undefined ? 0 : HOP_SIZE + 3;
  const width = measure(context, memory, FONT, words) + badge + 8;
  const height = HOP_SIZE + 2;
  const must = look.tone === 'accent';
  const box = placeAlong(taken, view, placesAlong(source, target, edge, width, height), must);
  if (!box) return;
  taken.takeText(box, `relationship ${id}`);
  const y = (box.top + box.bottom) / 2;

  if (look.hop !== undefined) {
    const middle = box.left + height / 2;
    context.fillStyle = palette.ground;
    context.beginPath();
    context.roundRect(box.left, box.top, width, height, height / 2);
    context.fill();
    context.fillStyle = palette.accent;
    context.beginPath();
    context.arc(middle, y, HOP_SIZE / 2, 0, 2 * Math.PI);
    context.fill();
    context.font = HOP_FONT;
    context.textAlign = 'center';
    context.fillStyle = palette.accentInk;
    context.fillText(String(look.hop), middle, y + 0.5);
  }
  context.font = FONT;
  context.textAlign = 'left';
  context.fillStyle = must ? palette.accent : palette.inkSoft;
  writeLine(context, words, box.left + 4 + badge, y, palette);
}
