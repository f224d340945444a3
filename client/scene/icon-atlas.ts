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
/** The pictograms of the cells, in their order. */
const ICONS: readonly KindIcon[] = [
  ...Object.entries(ICON_PATHS).map(([name, paths]) => ({ name, paths })),
  ...LETTERS.map((letter) => ({ name: `letter-${letter}`, paths: [], letter })),
];
const CELLS = new Map(ICONS.map(({ name }, index) => [name, index]));

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

/** The pictogram of a cell, in white on nothing, to be tinted by the shader. */
function drawCell(context: CanvasRenderingContext2D, cell: number): void {
  context.clearRect(0, 0, CELL, CELL);
  context.fillStyle = '#ffffff';
  const icon = ICONS[cell];
  if (icon) drawIcon(context, icon, MARGIN, MARGIN, CELL - 2 * MARGIN);
}

/** The pictograms where a shader finds them, each drawn and sent to the graphics card when a node first needs it. */
export class IconAtlas {
  readonly #gl: WebGL2RenderingContext;
  readonly #texture: WebGLTexture;
  readonly #pen: CanvasRenderingContext2D;
  readonly #sent = new Set<number>();
  readonly #missing = new Set<number>();

  /** Throws where nothing can be drawn on a canvas. */
  constructor(gl: WebGL2RenderingContext) {
    const canvas = document.createElement('canvas');
    canvas.width = CELL;
    canvas.height = CELL;
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (!pen) throw new Error('this browser cannot draw on a canvas');
    this.#gl = gl;
    this.#pen = pen;
    this.#texture = gl.createTexture();
    const side = ATLAS_COLUMNS * CELL;
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.texStorage2D(gl.TEXTURE_2D, Math.log2(side) + 1, gl.RGBA8, side, side);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  }

  /** To be called for the cell of each node that is to be drawn. */
  need(cell: number): void {
    if (!this.#sent.has(cell)) this.#missing.add(cell);
  }

  /** Sends what is missing and makes the atlas the texture of this unit. */
  bind(unit: number): void {
    const gl = this.#gl;
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    if (this.#missing.size === 0) return;
    for (const cell of this.#missing) {
      drawCell(this.#pen, cell);
      const x = (cell % ATLAS_COLUMNS) * CELL;
      const y = Math.floor(cell / ATLAS_COLUMNS) * CELL;
      gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, gl.RGBA, gl.UNSIGNED_BYTE, this.#pen.canvas);
      this.#sent.add(cell);
    }
    gl.generateMipmap(gl.TEXTURE_2D);
    this.#missing.clear();
  }

  kill(): void {
    this.#gl.deleteTexture(this.#texture);
  }
}
