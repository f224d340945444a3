import { ICON_PATHS } from '../look/icon-paths.ts';
import type { KindIcon } from '../look/kinds.ts';
import { FONT_SANS } from '../look/palette.ts';
import type { Pen } from './pen.ts';

/** The atlas is a square of cells; sides are powers of two, so that it is shrunk evenly. */
export const ATLAS_COLUMNS = 8;
const CELL = 128;
/** Room around a pictogram, so that neighbours do not bleed into it when it is shrunk. */
const MARGIN = 12;

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const NAMES: readonly string[] = [...Object.keys(ICON_PATHS), ...LETTERS.map((letter) => `letter-${letter}`)];
const CELLS = new Map(NAMES.map((name, index) => [name, index]));

/** Cell of a pictogram in the atlas, row by row from the top left. */
export function cellOfIcon(icon: KindIcon): number {
  return CELLS.get(icon.name) ?? CELLS.get('dot') ?? 0;
}

/** Draws a pictogram in the current fill style into the square at (x, y). */
export function drawIcon(
  context: Pen,
  icon: Pick<KindIcon, 'paths' | 'letter'>,
  x: number,
  y: number,
  side: number,
): void {
  context.save();
  context.translate(x, y);
  context.scale(side / 24, side / 24);
  if (icon.letter) {
    context.font = `700 22px ${FONT_SANS}`;
    context.textAlign = 'center';
    context.textBaseline = 'alphabetic';
    context.fillText(icon.letter, 12, 20);
  } else {
    for (const path of icon.paths) {
      if (context.fillSvgPath) context.fillSvgPath(path);
      else context.fill(new Path2D(path));
    }
  }
  context.restore();
}

/** All pictograms in white on nothing, to be tinted by the shader. */
export function drawAtlas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = ATLAS_COLUMNS * CELL;
  canvas.height = ATLAS_COLUMNS * CELL;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser cannot draw on a canvas');
  context.fillStyle = '#ffffff';
  const icons = [
    ...Object.values(ICON_PATHS).map((paths) => ({ paths })),
    ...LETTERS.map((letter) => ({ paths: [], letter })),
  ];
  icons.forEach((icon, index) => {
    const x = (index % ATLAS_COLUMNS) * CELL + MARGIN;
    const y = Math.floor(index / ATLAS_COLUMNS) * CELL + MARGIN;
    drawIcon(context, icon, x, y, CELL - 2 * MARGIN);
  });
  return canvas;
}
