import { FONT_SANS } from '../look/palette.ts';
import { drawRelationshipLabel, QUIET, takeHopLines } from './draw-relationship-label.ts';
import type { Disc } from './edge-geometry.ts';
import { type LabelScene, measure, writeLine } from './label-pen.ts';
import { type Insistence, placeBeside, TakenSpace } from './label-placement.ts';
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

function drawNodeLabel(
  context: Pen,
  scene: LabelScene,
  view: StageView,
  taken: TakenSpace,
  label: NodeLabel,
  insistence: Insistence,
): boolean {
  const size = { width: label.width, height: label.lines.length * label.lineHeight };
  const before = scene.memory.sides.get(label.id);
  const place = placeBeside(taken, label.id, label.disc, size, before, insistence, view);
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

  for (const label of forced) {
    if (drawNodeLabel(context, scene, view, taken, label, 'is always written')) written.add(label.id);
  }
  const room = { taken, lines: takeHopLines(scene, view) };
  for (const [id, look] of emphasis.relationships) {
    if (look.labelled) drawRelationshipLabel(context, scene, view, room, id, look);
  }
  for (const label of others) {
    if (written.size >= atMost) break;
    if (dimmed.has(label.id)) {
      for (const [id, disc] of dimmed) taken.takeDisc(disc, id);
      dimmed.clear();
    }
    if (
      drawNodeLabel(
        context,
        scene,
        view,
        taken,
        label,
        label.important ? 'covers smaller discs' : 'gives way',
      )
    )
      written.add(label.id);
  }
  for (const id of nearRelationships(view, scene))
    drawRelationshipLabel(context, scene, view, room, id, QUIET);
  return written;
}
