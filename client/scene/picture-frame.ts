import { compareKinds, styleOfLabel } from '../look/kinds.ts';
import { FONT_SANS, PALETTES, type Scheme } from '../look/palette.ts';
import { DASHES } from './draw-picture.ts';
import type { LineStyle } from './edge-shaders.ts';
import { drawIcon } from './icon-atlas.ts';
import type { Pen } from './pen.ts';
import type { LookTold, PictureOptions } from './scene-model.ts';
import { lineStyleOf, type StageGraph } from './stage-graph.ts';
import { discOf, isOnScreen, type StageView } from './stage-view.ts';

export const TITLE_HEIGHT = 44;
const LEGEND_ROW = 26;
const PADDING = 18;
const SOURCE_HEIGHT = 24;
const LEGEND_FONT = `450 12px ${FONT_SANS}`;
const TITLE_FONT = `600 17px ${FONT_SANS}`;
const SOURCE_FONT = `400 11px ${FONT_SANS}`;
const DISC = 8;
const LINE = 30;
const SWATCH = 12;
/** Radius of the small disc that stands before the large one where sizes tell something. */
const SMALL_DISC = 3;
const SIZES = 2 * SMALL_DISC + 5 + 2 * DISC;

/** One entry of the legend: a kind of node, how links stand in the text, or what colours and sizes tell. */
type Entry =
  | { words: string; kind: string; plain: boolean }
  | { words: string; line: LineStyle }
  | { words: string; look: LookTold };

/** The words that a picture's legend has. */
type Told = Pick<PictureOptions, 'statuses' | 'looks'>;

/** What stands below a picture, broken into rows as wide as it. */
export interface PictureFoot {
  rows: Entry[][];
  source: string;
  height: number;
}

/** Lays out legend and source line. */
export function layOutFoot(
  pen: Pen,
  view: StageView,
  graph: StageGraph,
  told: Told,
  source: string,
): PictureFoot {
  const rows: Entry[][] = [];
  let free = 0;
  pen.font = LEGEND_FONT;
  for (const entry of entriesOf(view, graph, told)) {
    const needed = widthOf(pen, entry);
    if (needed > free) {
      rows.push([]);
      free = view.width - 2 * PADDING;
    }
    rows.at(-1)?.push(entry);
    free -= needed;
  }
  const legend = rows.length === 0 ? 0 : rows.length * LEGEND_ROW + PADDING / 2;
  return { rows, source, height: legend + (source === '' ? 0 : SOURCE_HEIGHT) + PADDING / 2 };
}

function entriesOf(view: StageView, graph: StageGraph, { statuses = {}, looks = [] }: Told): Entry[] {
  const plain = looks.some(({ by }) => by === 'colour');
  const kinds = new Set<string>();
  const drawn = new Set<string>();
  graph.forEachNode((id, node) => {
    if (!isOnScreen(view, discOf(view, node), 0)) return;
    kinds.add(node.kind);
    graph.forEachEdge(id, (_, { status }) => {
      drawn.add(status);
    });
  });
  return [
    ...[...kinds].sort(compareKinds).map((kind) => ({ words: kind, kind, plain })),
    ...Object.entries(statuses)
      .filter(([status]) => drawn.has(status))
      .map(([status, words]) => ({ words, line: lineStyleOf(status) })),
    ...looks.map((look) => ({ words: look.words, look })),
  ];
}

function widthOf(pen: Pen, entry: Entry): number {
  return pen.measureText(entry.words).width + markWidth(entry) + 24;
}

function markWidth(entry: Entry): number {
  if ('kind' in entry) return DISC * 2;
  if ('line' in entry) return LINE;
  return entry.look.by === 'size' ? SIZES : entry.look.fills.length * SWATCH;
}

export function drawFoot(pen: Pen, foot: PictureFoot, top: number, width: number, scheme: Scheme): void {
  const palette = PALETTES[scheme];
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  foot.rows.forEach((row, index) => {
    const y = top + (index + 0.5) * LEGEND_ROW;
    let x = PADDING;
    for (const entry of row) {
      if ('kind' in entry) drawKind(pen, entry, x, y, scheme);
      else if ('line' in entry) drawLine(pen, entry.line, x, y, scheme);
      else if (entry.look.by === 'size') drawSizes(pen, x, y, scheme);
      else drawSwatches(pen, entry.look, x, y, scheme);
      pen.font = LEGEND_FONT;
      pen.fillStyle = palette.ink;
      pen.fillText(entry.words, x + markWidth(entry) + 6, y + 0.5);
      x += widthOf(pen, entry);
    }
  });
  if (foot.source === '') return;
  pen.font = SOURCE_FONT;
  pen.fillStyle = palette.inkSoft;
  pen.fillText(fitted(pen, foot.source, width), PADDING, top + foot.height - PADDING / 2 - SOURCE_HEIGHT / 2);
}

export function drawTitle(pen: Pen, title: string, width: number, scheme: Scheme): void {
  pen.fillStyle = PALETTES[scheme].ink;
  pen.font = TITLE_FONT;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillText(fitted(pen, title, width), PADDING, TITLE_HEIGHT / 2 + 4);
}

/** The text in the current font, cut with an ellipsis where it is wider than the picture. */
function fitted(pen: Pen, text: string, width: number): string {
  const room = width - 2 * PADDING;
  if (pen.measureText(text).width <= room) return text;
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pen.measureText(`${letters.slice(0, middle).join('').trimEnd()}…`).width <= room) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
}

/** Where colours tell something else, a kind is told by its pictogram alone. */
function drawKind(
  pen: Pen,
  { kind, plain }: { kind: string; plain: boolean },
  x: number,
  y: number,
  scheme: Scheme,
): void {
  const { fill, icon } = styleOfLabel(kind);
  pen.fillStyle = plain ? PALETTES[scheme].inkSoft : fill[scheme];
  pen.beginPath();
  pen.arc(x + DISC, y, DISC, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = PALETTES[scheme].icon;
  drawIcon(pen, icon, x + DISC - 5, y - 5, 10);
}

function drawSwatches(pen: Pen, { fills }: LookTold, x: number, y: number, scheme: Scheme): void {
  fills.forEach((fill, index) => {
    pen.fillStyle = fill[scheme];
    pen.beginPath();
    pen.rect(x + index * SWATCH, y - SWATCH / 2, SWATCH, SWATCH);
    pen.fill();
  });
}

function drawSizes(pen: Pen, x: number, y: number, scheme: Scheme): void {
  pen.fillStyle = PALETTES[scheme].inkSoft;
  for (const [middle, radius] of [
    [x + SMALL_DISC, SMALL_DISC],
    [x + SIZES - DISC, DISC],
  ] as const) {
    pen.beginPath();
    pen.arc(middle, y, radius, 0, 2 * Math.PI);
    pen.fill();
  }
}

function drawLine(pen: Pen, line: LineStyle, x: number, y: number, scheme: Scheme): void {
  const { edge } = PALETTES[scheme];
  pen.strokeStyle = edge;
  pen.fillStyle = edge;
  pen.lineWidth = 1.6;
  pen.setLineDash([...DASHES[line]]);
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x + LINE, y);
  pen.stroke();
  pen.setLineDash([]);
  pen.beginPath();
  if (line === 'marked') {
    pen.arc(x + LINE / 2, y, 2.6, 0, 2 * Math.PI);
    pen.fill();
  } else if (line === 'denied') {
    pen.moveTo(x + LINE / 2, y - 4.5);
    pen.lineTo(x + LINE / 2, y + 4.5);
    pen.stroke();
  }
}
