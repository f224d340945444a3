import { compareKinds, styleOfLabel } from '../look/kinds.ts';
import { FONT_SANS, PALETTES, type Scheme } from '../look/palette.ts';
import { drawLabels } from './draw-labels.ts';
import { drawPicture } from './draw-picture.ts';
import { drawIcon } from './icon-atlas.ts';
import type { LabelMemory } from './label-pen.ts';
import type { NodeGrid } from './node-grid.ts';
import type { ResolvedEmphasis } from './resolve-emphasis.ts';
import type { PngOptions } from './scene-model.ts';
import type { StageGraph } from './stage-graph.ts';
import { discOf, isOnScreen, type StageView } from './stage-view.ts';

const TITLE_HEIGHT = 44;
const LEGEND_ROW = 26;
const PADDING = 18;
const LEGEND_FONT = `450 12px ${FONT_SANS}`;
const DISC = 8;

interface PictureScene {
  graph: StageGraph;
  grid: NodeGrid;
  emphasis: ResolvedEmphasis;
  memory: LabelMemory;
}

function kindsInView(view: StageView, graph: StageGraph): string[] {
  const kinds = new Set<string>();
  graph.forEachNode((_, node) => {
    if (isOnScreen(view, discOf(view, node), 0)) kinds.add(node.kind);
  });
  return [...kinds].sort(compareKinds);
}

/** Breaks the legend into rows no wider than the picture. */
function legendRows(context: CanvasRenderingContext2D, kinds: readonly string[], width: number): string[][] {
  const rows: string[][] = [];
  let free = 0;
  context.font = LEGEND_FONT;
  for (const kind of kinds) {
    const needed = context.measureText(kind).width + DISC * 2 + 24;
    if (needed > free) {
      rows.push([]);
      free = width - 2 * PADDING;
    }
    rows.at(-1)?.push(kind);
    free -= needed;
  }
  return rows;
}

function drawLegend(context: CanvasRenderingContext2D, rows: string[][], top: number, scheme: Scheme): void {
  const palette = PALETTES[scheme];
  context.font = LEGEND_FONT;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  rows.forEach((row, index) => {
    const y = top + (index + 0.5) * LEGEND_ROW;
    let x = PADDING;
    for (const kind of row) {
      const { fill, icon } = styleOfLabel(kind);
      context.fillStyle = fill[scheme];
      context.beginPath();
      context.arc(x + DISC, y, DISC, 0, 2 * Math.PI);
      context.fill();
      context.fillStyle = palette.icon;
      drawIcon(context, icon, x + DISC - 5, y - 5, 10);
      context.fillStyle = palette.ink;
      context.fillText(kind, x + DISC * 2 + 6, y + 0.5);
      x += context.measureText(kind).width + DISC * 2 + 24;
    }
  });
}

/** What the stage shows as a PNG: title, picture, legend. Drawn apart from the screen, so any scale is sharp. */
export async function exportPicture(
  view: StageView,
  scene: PictureScene,
  options: PngOptions,
): Promise<Blob> {
  const { scale, scheme, title } = options;
  const palette = PALETTES[scheme];
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw pictures.');
  const rows = legendRows(context, kindsInView(view, scene.graph), view.width);
  const head = title ? TITLE_HEIGHT : 0;
  const foot = rows.length === 0 ? 0 : rows.length * LEGEND_ROW + PADDING;
  canvas.width = Math.round(view.width * scale);
  canvas.height = Math.round((head + view.height + foot) * scale);
  context.scale(scale, scale);
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, view.width, head + view.height + foot);

  context.save();
  context.beginPath();
  context.rect(0, head, view.width, view.height);
  context.clip();
  context.translate(0, head);
  drawPicture(context, view, scene.graph, scene.emphasis, scheme);
  drawLabels(context, view, { ...scene, palette, card: null });
  context.restore();

  if (title) {
    context.fillStyle = palette.ink;
    context.font = `600 17px ${FONT_SANS}`;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    context.fillText(title, PADDING, head / 2 + 4, view.width - 2 * PADDING);
  }
  drawLegend(context, rows, head + view.height + PADDING / 4, scheme);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large for this browser.'))),
      'image/png',
    );
  });
}
