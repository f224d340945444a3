import { CarriedCanvas } from './carried-canvas.ts';
import { drawLabels } from './draw-labels.ts';
import { createLabelMemory, type LabelMemory, type LabelScene } from './label-pen.ts';
import { panBetween, type StageView } from './stage-view.ts';
import { type Renderer, viewOf } from './viewport.ts';

/** Pixels that names are carried before they are placed anew: those of what comes into view would be missed by then. */
const CARRIED_AT_MOST = 160;
/** Frames in which names are carried before they are placed anew, so that a slow screen does not place them at each other one. */
const CARRIED_AT_LEAST = 8;
/** Pixels in a millisecond from which nobody reads them, and the milliseconds of less that a glance takes. */
const HASTE = 0.4;
const GLANCE = 250;
/** Milliseconds without a frame, while none is asked for, after which the camera has come to rest. */
const AT_REST = 200;

/**
 * The names on the canvas. They are placed anew whenever something changed, but while the camera only pans they go
 * along as they are: placing them takes longer than all else in such a frame.
 */
export class LabelLayer {
  readonly #sigma: Renderer;
  readonly #sceneOf: (context: CanvasRenderingContext2D, memory: LabelMemory) => LabelScene;
  readonly #canvas: CarriedCanvas;
  readonly #memory = createLabelMemory();
  /** What the camera showed when names were last placed; null when they have to be placed anew. */
  #placedIn: StageView | null = null;
  #drawing = 0;
  /** Frames in which names were carried since. */
  #carriedIn = 0;
  /** Nothing was written yet: the graph is not to wait for its names the first time that it is shown. */
  #isBlank = true;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** The frame before: what the camera showed in it, and when. */
  #last: { view: StageView; at: number } | null = null;
  /** Since when the camera has moved slowly enough to read; null in haste. */
  #slowSince: number | null = null;
  /** The camera has moved since. */
  #isBehind = false;

  constructor(
    sigma: Renderer,
    sceneOf: (context: CanvasRenderingContext2D, memory: LabelMemory) => LabelScene,
  ) {
    this.#sigma = sigma;
    this.#sceneOf = sceneOf;
    this.#canvas = new CarriedCanvas(sigma.getCanvases().labels);
    sigma.on('resize', () => this.outdate());
    sigma.on('afterProcess', () => this.outdate());
    sigma.on('afterRender', () => this.#follow());
    sigma.getCamera().on('updated', () => {
      this.#isBehind = true;
    });
  }

  /** To be called when anything but the camera changed; the next frame places all names. */
  outdate(): void {
    this.#placedIn = null;
  }

  /** Places all names in the next frame, also when nothing else is drawn in it. */
  drawSoon(): void {
    this.outdate();
    if (this.#drawing === 0) this.#drawing = requestAnimationFrame(() => this.#draw());
  }

  /** Another graph: nothing that was measured or placed means anything now. */
  forget(): void {
    this.#memory.sides.clear();
    this.#memory.lines.clear();
    this.outdate();
  }

  #follow(): void {
    if (this.#isBlank) {
      if (this.#sigma.getGraph().order > 0 && this.#drawing === 0) this.#drawAfterGraph();
      return;
    }
    const view = viewOf(this.#sigma);
    const carried = this.#placedIn && panBetween(this.#placedIn, view);
    const canRead = this.#canRead(view);
    this.#isBehind = false;
    const isFar = carried && Math.hypot(carried.x, carried.y) > CARRIED_AT_MOST;
    if (!carried || (canRead && isFar && this.#carriedIn >= CARRIED_AT_LEAST)) {
      this.#draw();
      return;
    }
    this.#carriedIn++;
    this.#canvas.carry(carried);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      if (!this.#isBehind) this.drawSoon();
    }, AT_REST);
  }

  /** Whether the camera has moved slowly for a while. */
  #canRead(view: StageView): boolean {
    const now = performance.now();
    const step = this.#last && panBetween(this.#last.view, view);
    const speed = this.#last && step ? Math.hypot(step.x, step.y) / (now - this.#last.at) : 0;
    this.#last = { view, at: now };
    this.#slowSince = speed > HASTE ? null : (this.#slowSince ?? now);
    return this.#slowSince !== null && now - this.#slowSince >= GLANCE;
  }

  /** Places all names in the frame after the one that shows the graph. */
  #drawAfterGraph(): void {
    this.#drawing = requestAnimationFrame(() => {
      this.#drawing = requestAnimationFrame(() => this.#draw());
    });
  }

  #draw(): void {
    cancelAnimationFrame(this.#drawing);
    clearTimeout(this.#resting);
    this.#drawing = 0;
    const context = this.#canvas.drawAnew();
    const view = viewOf(this.#sigma);
    this.#placedIn = view;
    this.#carriedIn = 0;
    if (this.#sigma.getGraph().order === 0) return;
    this.#isBlank = false;
    drawLabels(context, view, this.#sceneOf(context, this.#memory));
  }

  kill(): void {
    cancelAnimationFrame(this.#drawing);
    clearTimeout(this.#resting);
  }
}
