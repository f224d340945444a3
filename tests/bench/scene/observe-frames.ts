/** What the observer keeps for the bench, on the page that it watches. */
export interface FrameObserver {
  /** Milliseconds since navigation began, when all was drawn for the first time and the graphics card was done. */
  firstFull: number | null;
  lastDraw: number;
  start(): void;
  /** Resolves once at least so many items were drawn in one frame. */
  nextScene(items: number): Promise<void>;
  stop(): { frames: [at: number, items: number][]; from: number; to: number; longTasks: number };
}

declare global {
  interface Window {
    __frames: FrameObserver;
  }
}

/**
 * Runs in the page before any of its scripts: counts what WebGL draws to the screen in each animation frame, without
 * knowing the library. A frame with at least 95 % of `total` items is full.
 */
export function observeFrames(total: number): void {
  let items = 0;
  let frames: [number, number][] | null = null;
  let from = 0;
  let longTasks = 0;
  let awaited: { least: number; resolve: () => void } | null = null;
  const contexts = new Set<WebGL2RenderingContext>();
  const offScreen = new WeakSet<WebGL2RenderingContext>();
  const gl2 = WebGL2RenderingContext.prototype;
  const { bindFramebuffer, drawArrays, drawArraysInstanced } = gl2;
  const count = (gl: WebGL2RenderingContext, drawn: number) => {
    contexts.add(gl);
    if (!offScreen.has(gl)) items += drawn;
  };
  gl2.bindFramebuffer = function (target, buffer) {
    if (buffer) offScreen.add(this);
    else offScreen.delete(this);
    bindFramebuffer.call(this, target, buffer);
  };
  gl2.drawArrays = function (mode, first, vertices) {
    // Two triangles are the least that a page draws for a node or a link.
    count(this, mode === this.TRIANGLES ? vertices / 6 : mode === this.LINES ? vertices / 2 : 1);
    drawArrays.call(this, mode, first, vertices);
  };
  gl2.drawArraysInstanced = function (mode, first, vertices, instances) {
    count(this, instances);
    drawArraysInstanced.call(this, mode, first, vertices, instances);
  };
  /** Waits until everything asked for so far is drawn. */
  const finish = () => {
    const pixel = new Uint8Array(4);
    for (const gl of contexts) {
      if (gl.isContextLost()) continue;
      const bound: WebGLFramebuffer | null = gl.getParameter(gl.FRAMEBUFFER_BINDING);
      bindFramebuffer.call(gl, gl.FRAMEBUFFER, null);
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
      bindFramebuffer.call(gl, gl.FRAMEBUFFER, bound);
    }
  };
  const observer: FrameObserver = {
    firstFull: null,
    lastDraw: 0,
    nextScene: (least) =>
      new Promise((resolve) => {
        awaited = { least, resolve };
      }),
    start: () => {
      longTasks = 0;
      frames = [];
      from = performance.now();
    },
    stop: () => {
      const seen = frames ?? [];
      frames = null;
      // What was asked for and is not drawn yet is not on the screen.
      finish();
      const to = performance.now();
      return { frames: seen, from, to, longTasks };
    },
  };
  window.__frames = observer;
  const tick = () => {
    if (items > 0) observer.lastDraw = performance.now();
    if (observer.firstFull === null && items >= 0.95 * total) {
      finish();
      observer.firstFull = performance.now();
    }
    frames?.push([performance.now(), items]);
    if (awaited && items >= awaited.least) {
      awaited.resolve();
      awaited = null;
    }
    items = 0;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks = Math.max(longTasks, duration);
  }).observe({ type: 'longtask', buffered: true });
}
