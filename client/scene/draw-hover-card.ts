import { FONT_SANS, isDark, PALETTES, type Scheme } from '../look/palette.ts';
import { formatCount } from '../look/words.ts';
import type { Box } from './box.ts';
import type { Disc } from './edge-geometry.ts';
import { breakText } from './label-text.ts';

const NAME_FONT = `600 13px ${FONT_SANS}`;
const KIND_FONT = `450 11.5px ${FONT_SANS}`;
const LINE = 17;
const PADDING = 9;

export interface HoveredNode {
  disc: Disc;
  caption: string;
  kind: string;
  degree: number;
  fill: Readonly<Record<Scheme, string>>;
}

/** A card measured and placed, not yet drawn. */
export interface HoverCard {
  node: HoveredNode;
  lines: string[];
  below: string;
  box: Box;
}

/** Lays out the card with the whole name of a node, its kind and how many links it has, beside the node. */
export function layOutHoverCard(
  context: CanvasRenderingContext2D,
  stage: { width: number; height: number },
  node: HoveredNode,
): HoverCard {
  const { disc, caption, kind, degree } = node;
  const lines = breakText(caption, 38);
  const below = `${kind} · ${formatCount(degree, 'link')}`;
  context.font = NAME_FONT;
  const nameWidth = Math.max(...lines.map((line) => context.measureText(line).width));
  context.font = KIND_FONT;
  const width = Math.max(nameWidth, context.measureText(below).width + 14) + 2 * PADDING;
  const height = (lines.length + 1) * LINE + 2 * PADDING - 3;
  const reach = disc.radius + 8;
  const left =
    disc.x + reach + width <= stage.width - 4 ? disc.x + reach : Math.max(4, disc.x - reach - width);
  const top = Math.min(Math.max(4, disc.y - height / 2), Math.max(4, stage.height - height - 4));
  return { node, lines, below, box: { left, top, right: left + width, bottom: top + height } };
}

export function drawHoverCard(context: CanvasRenderingContext2D, card: HoverCard, scheme: Scheme): void {
  const { lines, below, node } = card;
  const { left, top, right, bottom } = card.box;
  const palette = PALETTES[scheme];
  context.save();
  context.shadowColor = isDark(scheme) ? 'rgba(0, 0, 0, 0.5)' : 'rgba(29, 32, 38, 0.16)';
  context.shadowBlur = 14;
  context.shadowOffsetY = 3;
  context.fillStyle = palette.raised;
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, 6);
  context.fill();
  context.shadowColor = 'transparent';
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.stroke();

  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = palette.ink;
  context.font = NAME_FONT;
  lines.forEach((line, index) => {
    context.fillText(line, left + PADDING, top + PADDING + (index + 0.5) * LINE - 1);
  });
  const last = top + PADDING + (lines.length + 0.5) * LINE;
  context.fillStyle = node.fill[scheme];
  context.beginPath();
  context.arc(left + PADDING + 4.5, last, 4.5, 0, 2 * Math.PI);
  context.fill();
  context.font = KIND_FONT;
  context.fillStyle = palette.inkSoft;
  context.fillText(below, left + PADDING + 14, last + 0.5);
  context.restore();
}
