import type { Renderer } from './viewport.ts';

/** A frame that takes the graphics card less than so many milliseconds need not be done before the next is begun. */
const QUICK = 50;
/** After so many milliseconds a frame counts as done: a driver that never says so must not stop the picture. */
const GIVE_UP = 10_000;

interface Frame {
  at: number;
  fences: readonly { gl: WebGL2RenderingContext; sync: WebGLSync }[];
}

/** Sigma's own way to ask for a frame; the handle of the one asked for is private there. */
interface Scheduling {
  renderFrame: number | null;
  scheduleRender(): unknown;
  render(): unknown;
}

/** What has been drawn and what of it the graphics card has done. */
class FramesUnderWay {
  readonly #contexts: readonly WebGL2RenderingContext[];
  readonly #frames: Frame[] = [];
  #lastTook = 0;

  constructor(canvases: readonly (HTMLCanvasElement | undefined)[]) {
    this.#contexts = canvases.flatMap((canvas) => canvas?.getContext('webgl2') ?? []);
  }

  /** To be called after a frame was drawn. */
  drawn(): void {
    const fences = this.#contexts.flatMap((gl) => {
      const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      return sync ? { gl, sync } : [];
    });
    if (fences.length > 0) this.#frames.push({ at: performance.now(), fences });
  }

  /** Whether one more frame would have to wait for those before it. */
  isFull(): boolean {
    for (let frame = this.#frames[0]; frame && this.#isDone(frame); frame = this.#frames[0]) {
      this.#lastTook = performance.now() - frame.at;
      for (const { gl, sync } of frame.fences) gl.deleteSync(sync);
      this.#frames.shift();
    }
    return this.#frames.length > (this.#lastTook < QUICK ? 1 : 0);
  }

  #isDone({ at, fences }: Frame): boolean {
    if (performance.now() - at > GIVE_UP) return true;
    // A lost context answers null.
    return fences.every(({ gl, sync }) => gl.getSyncParameter(sync, gl.SYNC_STATUS) !== gl.UNSIGNALED);
  }
}

/**
 * Lets sigma draw a frame no sooner than the graphics card is done with the last. A page can ask for frames much faster
 * than a weak card draws a large graph; they would queue up, and the picture would follow the pointer seconds later.
 */
export function paceFrames(sigma: Renderer): void {
  const { nodes, edges } = sigma.getCanvases();
  const underWay = new FramesUnderWay([nodes, edges]);
  const paced: Pick<Scheduling, 'scheduleRender'> & ThisType<Scheduling> = {
    scheduleRender() {
      const draw = () => {
        if (underWay.isFull()) this.renderFrame = requestAnimationFrame(draw);
        else this.render();
      };
      this.renderFrame ??= requestAnimationFrame(draw);
      return this;
    },
  };
  Object.assign(sigma, paced);
  sigma.on('afterRender', () => underWay.drawn());
}
