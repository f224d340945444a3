import type { Point } from './edge-geometry.ts';

/**
 * A canvas whose picture can be moved as it is. The element stays where it is: a page whose element is moved is styled
 * and put in layers anew at each frame.
 */
export class CarriedCanvas {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  /** What was drawn, from the first time that it is moved. */
  #sheet: HTMLCanvasElement | null = null;
  #isCopied = false;

  /** Throws where there is no 2D canvas. */
  constructor(canvas: HTMLCanvasElement | undefined) {
    const context = canvas?.getContext('2d');
    if (!canvas || !context) throw new Error('the stage has no canvas for names');
    this.#canvas = canvas;
    this.#context = context;
  }

  /** The context to draw anew on. */
  drawAnew(): CanvasRenderingContext2D {
    this.#isCopied = false;
    this.#clear();
    return this.#context;
  }

  /** Shows what was drawn so many pixels further right and down. */
  carry({ x, y }: Point): void {
    const sheet = this.#copied();
    this.#clear();
    // A stage without room on a page zoomed far out has a canvas without a pixel, which cannot be copied.
    if (sheet.width === 0 || sheet.height === 0) return;
    this.#inPixels((ratio) => this.#context.drawImage(sheet, Math.round(x * ratio), Math.round(y * ratio)));
  }

  #copied(): HTMLCanvasElement {
    this.#sheet ??= document.createElement('canvas');
    if (!this.#isCopied) {
      const { width, height } = this.#canvas;
      // A new size empties it.
      Object.assign(this.#sheet, { width, height });
      this.#sheet.getContext('2d')?.drawImage(this.#canvas, 0, 0);
      this.#isCopied = true;
    }
    return this.#sheet;
  }

  #clear(): void {
    this.#inPixels(() => this.#context.clearRect(0, 0, this.#canvas.width, this.#canvas.height));
  }

  /** Draws in pixels of the canvas, of which so many make one of the page. */
  #inPixels(draw: (ratio: number) => void): void {
    const context = this.#context;
    const { a: ratio } = context.getTransform();
    context.save();
    context.resetTransform();
    draw(ratio);
    context.restore();
  }
}
