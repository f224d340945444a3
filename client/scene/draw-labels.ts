import { FONT_SANS, type Palette } from '../look/palette.ts';
import { type Disc, pointOnEdge } from './edge-geometry.ts';
import { type Box, boxOfDisc, placeBeside, type Side, TakenSpace } from './label-placement.ts';
import { labelLines, labelSize, relationshipWords } from './label-text.ts';
import type { RelationshipEmphasis, ResolvedEmphasis } from './resolve-emphasis.ts';
import type { EdgeAttributes, StageGraph } from './stage-graph.ts';
import { discOf, isOnScreen, type StageView } from './stage-view.ts';

/** Square pixels of the stage for each label, so that a large graph is not a wall of words. */
const AREA_PER_LABEL = 5200;
const HALO = 4;
const EDGE_FONT = `500 11.5px ${FONT_SANS}`;
const HOP_FONT = `700 11px ${FONT_SANS}`;
const HOP_SIZE = 17;

/** What is kept from frame to frame. */
export interface LabelMemory {
  sides: Map<string, Side>;
  widths: Map<string, number>;
}

export function createLabelMemory(): LabelMemory {
  return { sides: new Map(), widths: new Map() };
}

export interface LabelScene {
  graph: StageGraph;
  /** Node ids, the most important first. */
  order: readonly string[];
  emphasis: ResolvedEmphasis;
  /** Strength of names that are not emphasised, 0 to 1. */
  rest: number;
  palette: Palette;
  memory: LabelMemory;
  /** Its name is on a card already. */
  hoveredNode: string | undefined;
}

function measure(context: CanvasRenderingContext2D, memory: LabelMemory, font: string, text: string): number {
  const key = `${font}\n${text}`;
  let width = memory.widths.get(key);
  if (width === undefined) {
    context.font = font;
    width = context.measureText(text).width;
    memory.widths.set(key, width);
  }
  return width;
}

function writeLine(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  palette: Palette,
): void {
  context.strokeStyle = palette.ground;
  context.lineWidth = HALO;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

interface NodeLabel {
  id: string;
  disc: Disc;
  lines: string[];
  font: string;
  lineHeight: number;
  width: number;
  strength: number;
}

function prepareNodeLabel(
  context: CanvasRenderingContext2D,
  scene: LabelScene,
  id: string,
  disc: Disc,
): NodeLabel {
  const { caption, size } = scene.graph.getNodeAttributes(id);
  const fontSize = labelSize(size);
  const font = `${fontSize >= 13 ? 600 : 450} ${fontSize}px ${FONT_SANS}`;
  const lines = labelLines(caption);
  const width = Math.max(0, ...lines.map((line) => measure(context, scene.memory, font, line)));
  const strength = scene.emphasis.nodes.has(id) ? 1 : scene.rest;
  return { id, disc, lines, font, lineHeight: fontSize * 1.18, width, strength };
}

function drawNodeLabel(
  context: CanvasRenderingContext2D,
  scene: LabelScene,
  taken: TakenSpace,
  label: NodeLabel,
  must: boolean,
): boolean {
  const size = { width: label.width, height: label.lines.length * label.lineHeight };
  const before = scene.memory.sides.get(label.id);
  const place = placeBeside(taken, label.id, label.disc, size, before, must);
  if (!place) {
    scene.memory.sides.delete(label.id);
    return false;
  }
  scene.memory.sides.set(label.id, place.side);
  const { box, side } = place;
  context.globalAlpha = label.strength;
  context.font = label.font;
  context.textAlign = side === 'right' ? 'left' : side === 'left' ? 'right' : 'center';
  context.fillStyle = scene.palette.ink;
  const x = side === 'right' ? box.left : side === 'left' ? box.right : (box.left + box.right) / 2;
  label.lines.forEach((line, index) => {
    writeLine(context, line, x, box.top + (index + 0.5) * label.lineHeight, scene.palette);
  });
  context.globalAlpha = 1;
  return true;
}

const PLACES_ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

function drawRelationshipLabel(
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
  const width = measure(context, memory, EDGE_FONT, words) + badge + 8;
  const height = HOP_SIZE + 2;
  const must = look.tone === 'accent';

  let best: { box: Box; area: number } | null = null;
  for (const share of PLACES_ALONG) {
    const { x, y } = pointOnEdge(source, target, edge, share);
    if (!isOnScreen(view, { x, y }, -height)) continue;
    const box = { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
    const area = taken.overlap(box, '');
    if (best === null || area < best.area) best = { box, area };
    if (area === 0) break;
  }
  if (best === null || (best.area > 0 && !must)) return;
  const { box } = best;
  taken.take(box, `relationship ${id}`);
  const y = (box.top + box.bottom) / 2;
  let x = box.left + 4;

  if (look.hop !== undefined) {
    context.fillStyle = palette.ground;
    context.beginPath();
    context.roundRect(box.left, box.top, width, height, height / 2);
    context.fill();
    context.fillStyle = palette.accent;
    context.beginPath();
    context.arc(box.left + height / 2, y, HOP_SIZE / 2, 0, 2 * Math.PI);
    context.fill();
    context.font = HOP_FONT;
    context.textAlign = 'center';
    context.fillStyle = palette.accentInk;
    context.fillText(String(look.hop), box.left + height / 2, y + 0.5);
    x += badge;
  }
  context.font = EDGE_FONT;
  context.textAlign = 'left';
  context.fillStyle = must ? palette.accent : palette.inkSoft;
  writeLine(context, words, x, y, palette);
}

/**
 * Writes the names of nodes and the words of emphasised relationships without one covering another: first what
 * must be read, then relationships, then the other nodes by importance as long as there is room.
 * Returns the ids of the nodes whose names were written.
 */
export function drawLabels(
  context: CanvasRenderingContext2D,
  view: StageView,
  scene: LabelScene,
): Set<string> {
  const { graph, emphasis, order } = scene;
  const taken = new TakenSpace();
  const atMost = Math.ceil((view.width * view.height) / AREA_PER_LABEL);
  const forced: NodeLabel[] = [];
  const others: NodeLabel[] = [];
  const written = new Set<string>();
  context.textBaseline = 'middle';
  context.lineJoin = 'round';

  for (const id of emphasis.nodes.keys()) {
    const disc = discOf(view, graph.getNodeAttributes(id));
    if (!isOnScreen(view, disc, disc.radius)) continue;
    taken.take(boxOfDisc(disc), id);
    if (id !== scene.hoveredNode && emphasis.nodes.get(id)?.labelled) {
      forced.push(prepareNodeLabel(context, scene, id, disc));
    }
  }
  for (const id of order) {
    if (others.length >= atMost * 2) break;
    const look = emphasis.nodes.get(id);
    if (look?.labelled || id === scene.hoveredNode) continue;
    const disc = discOf(view, graph.getNodeAttributes(id));
    if (!isOnScreen(view, disc, 40)) continue;
    if (!look) taken.take(boxOfDisc(disc), id);
    others.push(prepareNodeLabel(context, scene, id, disc));
  }

  for (const label of forced) {
    if (drawNodeLabel(context, scene, taken, label, true)) written.add(label.id);
  }
  for (const [id, look] of emphasis.relationships) {
    if (look.labelled) drawRelationshipLabel(context, scene, view, taken, id, look);
  }
  for (const label of others) {
    if (written.size >= atMost) break;
    if (drawNodeLabel(context, scene, taken, label, false)) written.add(label.id);
  }
  return written;
}
