import { FONT_SANS } from '../look/palette.ts';
import type { Box } from './box.ts';
import { drawRelationshipLabel, QUIET, takeHopLines } from './draw-relationship-label.ts';
import type { Disc } from './edge-geometry.ts';
import { type LabelScene, measure, writeLine } from './label-pen.ts';
import { type Insistence, placeBeside, type Side, TakenSpace } from './label-placement.ts';
import { labelLines, labelSize } from './label-text.ts';
import { nearRelationships } from './near-relationships.ts';
import type { Pen } from './pen.ts';
import type { NodeEmphasis, ResolvedEmphasis } from './resolve-emphasis.ts';
import { boundsInView, discOf, isOnScreen, type StageView } from './stage-view.ts';

/** Square pixels of the stage for each label, so that a large graph is not a wall of words. */
const AREA_PER_LABEL = 5200;
const RING = 5;
/** Pixels beyond the stage where a node still is whose name reaches into it. */
const NAME_MARGIN = 40;
/** Radius at natural size from which a node's name may cover smaller nodes. */
const IMPORTANT = 11;

interface NodeLabel {
  id: string;
  disc: Disc;
  lines: string[];
  font: string;
  lineHeight: number;
  width: number;
  strength: number;
  important: boolean;
}

function prepareNodeLabel(context: Pen, scene: LabelScene, id: string, disc: Disc): NodeLabel {
  const { caption, size } = scene.graph.getNodeAttributes(id);
  const fontSize = labelSize(Math.min(size, disc.radius));
  const font = `${fontSize >= 13 ? 600 : 450} ${fontSize}px ${FONT_SANS}`;
  let lines = scene.memory.lines.get(id);
  if (!lines) {
    lines = labelLines(caption);
    scene.memory.lines.set(id, lines);
  }
  const width = Math.max(0, ...lines.map((line) => measure(context, scene.memory, font, line)));
  const strength = scene.emphasis.nodes.has(id) ? 1 : scene.emphasis.rest;
  return {
    id,
    disc,
    lines,
    font,
    lineHeight: fontSize * 1.18,
    width,
    strength,
    important: size >= IMPORTANT,
  };
}

type PlacedLabel = NodeLabel & { side: Side; box: Box };

/** Finds room for the name and takes it; null where there is none. */
function placeNodeLabel(
  scene: LabelScene,
  view: StageView,
  taken: TakenSpace,
  label: NodeLabel,
  insistence: Insistence,
): PlacedLabel | null {
  const { sides } = scene.memory;
  const size = { width: label.width, height: label.lines.length * label.lineHeight };
  const place = placeBeside(taken, label.id, label.disc, size, sides.get(label.id), insistence, view);
  if (!place) {
    sides.delete(label.id);
    return null;
  }
  sides.set(label.id, place.side);
  return { ...label, side: place.side, box: place.box };
}

const ALIGNED = { right: 'left', left: 'right', above: 'center', below: 'center' } as const;

function writeNodeLabels(context: Pen, { palette }: LabelScene, labels: readonly PlacedLabel[]): void {
  let font = '';
  context.fillStyle = palette.ink;
  for (const { lines, lineHeight, strength, side, box, ...label } of labels) {
    // Names of one size follow one another mostly, and a canvas takes long to find a font.
    if (label.font !== font) {
      font = label.font;
      context.font = font;
    }
    context.globalAlpha = strength;
    context.textAlign = ALIGNED[side];
    const x = side === 'right' ? box.left : side === 'left' ? box.right : (box.left + box.right) / 2;
    for (const [index, line] of lines.entries()) {
      writeLine(context, line, x, box.top + (index + 0.5) * lineHeight, palette);
    }
  }
  context.globalAlpha = 1;
}

/** A ringed node takes more room. */
function ringedDisc(disc: Disc, { ring }: NodeEmphasis): Disc {
  return ring === 'none' ? disc : { ...disc, radius: disc.radius + RING };
}

function isDimming({ nodes, rest }: ResolvedEmphasis): boolean {
  return rest < 1 && nodes.size > 0;
}

/** More than this that stands out is no longer kept free of names, and is named as the rest is. */
const KEPT_FREE_AT_MOST = 600;

/** Nodes in view, the most important first; what stands out is named before what is dimmed. */
function* candidates(
  view: StageView,
  { graph, grid, emphasis }: LabelScene,
  wanted: number,
): Iterable<string> {
  const { nodes } = emphasis;
  const bounds = boundsInView(view, NAME_MARGIN);
  const dims = isDimming(emphasis);
  if (dims) {
    if (nodes.size > KEPT_FREE_AT_MOST) {
      for (const id of grid.within(bounds, wanted)) if (nodes.has(id)) yield id;
    } else {
      const known = [...nodes.keys()].filter((id) => graph.hasNode(id));
      const degree = (id: string) => graph.getNodeAttribute(id, 'degree');
      yield* known.sort((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1));
    }
  }
  for (const id of grid.within(bounds, wanted)) if (!dims || !nodes.has(id)) yield id;
}

/**
 * Writes the names of nodes and the words of emphasised relationships without one covering another: first what
 * must be read, then relationships, then the other nodes by importance as long as there is room, and near by what
 * ties them.
 * Returns the ids of the nodes whose names were written.
 */
export function drawLabels(context: Pen, view: StageView, scene: LabelScene): Set<string> {
  const { graph, emphasis, card, covered } = scene;
  const taken = new TakenSpace();
  const atMost = Math.ceil((view.width * view.height) / AREA_PER_LABEL);
  const forced: NodeLabel[] = [];
  const others: NodeLabel[] = [];
  /** Discs that the names of what stands out may cover, since they are hardly seen. */
  const dimmed = new Map<string, Disc>();
  const written = new Set<string>();
  context.textBaseline = 'middle';
  context.lineJoin = 'round';

  for (const box of covered) taken.takeText(box, 'over the stage');
  if (card) taken.takeText(card.box, 'card');
  let keptFree = 0;
  for (const [id, look] of emphasis.nodes) {
    if (!look.labelled && ++keptFree > KEPT_FREE_AT_MOST) continue;
    const disc = ringedDisc(discOf(view, graph.getNodeAttributes(id)), look);
    if (!isOnScreen(view, disc, disc.radius)) continue;
    taken.takeDisc(disc, id);
    if (id !== card?.node && look.labelled) {
      forced.push(prepareNodeLabel(context, scene, id, disc));
    }
  }
  for (const id of candidates(view, scene, atMost * 2)) {
    if (others.length >= atMost * 2) break;
    const look = emphasis.nodes.get(id);
    if (look?.labelled || id === card?.node) continue;
    const disc = discOf(view, graph.getNodeAttributes(id));
    if (!isOnScreen(view, disc, NAME_MARGIN)) continue;
    if (!look && isDimming(emphasis)) dimmed.set(id, disc);
    else if (!look) taken.takeDisc(disc, id);
    others.push(prepareNodeLabel(context, scene, id, disc));
  }

  const named = (labels: readonly PlacedLabel[]) => {
    writeNodeLabels(context, scene, labels);
    for (const { id } of labels) written.add(id);
  };
  named(forced.flatMap((label) => placeNodeLabel(scene, view, taken, label, 'is always written') ?? []));
  const room = { taken, lines: takeHopLines(scene, view) };
  for (const [id, look] of emphasis.relationships) {
    if (look.labelled) drawRelationshipLabel(context, scene, view, room, id, look);
  }
  const placed: PlacedLabel[] = [];
  for (const label of others) {
    if (written.size + placed.length >= atMost) break;
    if (dimmed.has(label.id)) {
      for (const [id, disc] of dimmed) taken.takeDisc(disc, id);
      dimmed.clear();
    }
    const insistence = label.important ? 'covers smaller discs' : 'gives way';
    const placedLabel = placeNodeLabel(scene, view, taken, label, insistence);
    if (placedLabel) placed.push(placedLabel);
  }
  named(placed);
  for (const id of nearRelationships(view, scene))
    drawRelationshipLabel(context, scene, view, room, id, QUIET);
  return written;
}
