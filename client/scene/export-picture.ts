import { FONT_SANS, PALETTES } from '../look/palette.ts';
import { formatCount } from '../look/words.ts';
import { drawLabels } from './draw-labels.ts';
import { drawPicture } from './draw-picture.ts';
import { createLabelMemory } from './label-pen.ts';
import type { NodeGrid } from './node-grid.ts';
import type { Pen } from './pen.ts';
import { drawFoot, drawTitle, layOutFoot, TITLE_HEIGHT } from './picture-frame.ts';
import type { ResolvedEmphasis } from './resolve-emphasis.ts';
import type { PictureOptions, PngOptions } from './scene-model.ts';
import type { StageGraph } from './stage-graph.ts';
import type { StageView } from './stage-view.ts';
import { SvgPen } from './svg-pen.ts';
import { svgNumber, xmlText } from './svg-text.ts';

/** What the usual browsers can hold of a canvas, with room to spare. */
const LONGEST_SIDE = 16_384;
const MOST_PIXELS = 120_000_000;
/** Beyond so many nodes and links, programs that open an SVG give up. */
const MOST_SHAPES = 60_000;

export interface PictureScene {
  graph: StageGraph;
  grid: NodeGrid;
  emphasis: ResolvedEmphasis;
}

/** A picture that was laid out, to be drawn with any pen. */
interface Picture {
  width: number;
  height: number;
  draw(pen: Pen): void;
}

/** A picture with title, legend and source line; what a PNG and an SVG show alike. */
function composePicture(
  pen: Pen,
  view: StageView,
  scene: PictureScene,
  { scheme, title, source = '', ...told }: PictureOptions,
): Picture {
  const palette = PALETTES[scheme];
  const foot = layOutFoot(pen, view, scene.graph, told, source);
  const head = title ? TITLE_HEIGHT : 0;
  const { width } = view;
  const height = head + view.height + foot.height;
  const draw = (with_: Pen) => {
    with_.fillStyle = palette.ground;
    with_.beginPath();
    with_.rect(0, 0, width, height);
    with_.fill();
    with_.save();
    with_.beginPath();
    with_.rect(0, head, width, view.height);
    with_.clip();
    with_.translate(0, head);
    drawPicture(with_, view, scene.graph, scene.emphasis, scheme);
    drawLabels(with_, view, { ...scene, palette, memory: createLabelMemory(), covered: [], card: null });
    with_.restore();
    if (title) drawTitle(with_, title, width, scheme);
    drawFoot(with_, foot, head + view.height + 4, width, scheme);
  };
  return { width, height, draw };
}

function canvasPen(): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw pictures.');
  return { canvas, context };
}

/** The picture as a PNG. Drawn apart from the screen, so any scale is sharp. Rejects where it would be too large. */
export async function exportPng(view: StageView, scene: PictureScene, options: PngOptions): Promise<Blob> {
  const { canvas, context } = canvasPen();
  const { width, height, draw } = composePicture(context, view, scene, options);
  canvas.width = Math.round(width * options.scale);
  canvas.height = Math.round(height * options.scale);
  refuseTooLarge(Math.round(width * options.scale), Math.round(height * options.scale));
  context.scale(options.scale, options.scale);
  draw(context);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large for this browser.'))),
      'image/png',
    );
  });
}

function refuseTooLarge(width: number, height: number): void {
  if (Math.max(width, height) <= LONGEST_SIDE && width * height <= MOST_PIXELS) return;
  throw new Error(
    `The image would have ${formatCount(width)} by ${formatCount(height)} pixels; a browser makes ${formatCount(LONGEST_SIDE)} a side and ${formatCount(MOST_PIXELS / 1e6)} million in all at most. Choose a smaller scale.`,
  );
}

/** The picture as an SVG, its text as text. Throws where it would be too large. */
export function exportSvg(view: StageView, scene: PictureScene, options: PictureOptions): string {
  const shapes = scene.graph.order + scene.graph.size;
  if (shapes > MOST_SHAPES) {
    throw new Error(
      `An SVG of ${formatCount(shapes)} nodes and links is more than programs open; ${formatCount(MOST_SHAPES)} is the most. Show less of the graph, or take a PNG.`,
    );
  }
  const pen = new SvgPen(canvasPen().context);
  const { width, height, draw } = composePicture(pen, view, scene, options);
  draw(pen);
  const size = `${svgNumber(width)} ${svgNumber(height)}`;
  const [wide, high] = size.split(' ');
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${size}" font-family="${xmlText(FONT_SANS)}" role="img" aria-label="${xmlText(options.title ?? '')}">
<title>${xmlText(options.title ?? '')}</title>
<desc>${xmlText(options.source ?? '')}</desc>
${pen.content()}
</svg>
`;
}
