import type { CameraState } from 'sigma/types';
import type { Box } from './box.ts';
import type { Point } from './edge-geometry.ts';
import { placeClearOf } from './fit-clear.ts';
import { MOVE_MS, reducesMotion } from './motion.ts';
import type { CameraPlace, VisibleBox } from './scene-model.ts';
import type { StageGraph } from './stage-graph.ts';
import {
  type Bounds,
  boundCamera,
  boundsOf,
  cameraOfBox,
  cameraOfPlace,
  isInView,
  placeOfCamera,
  type Renderer,
  unitScale,
  viewOf,
} from './viewport.ts';

/** Narrower or lower than this the stage is folded away and not worth fitting to. */
const SMALLEST = 40;
const ZOOM_STEP = 1.5;
/** Pixels a layout unit below which the nodes of a part lie on each other, as on a phone, and at which they do not. */
const CROWDED = 0.45;
const LEGIBLE = 1;

function sameCamera(first: CameraState, second: CameraState): boolean {
  return (
    Math.hypot(first.x - second.x, first.y - second.y) < 1e-6 && Math.abs(first.ratio - second.ratio) < 1e-6
  );
}

/** All moves of the camera that nobody made by hand. None happens unless it was asked for. */
export class CameraMoves {
  readonly #sigma: Renderer;
  /** Of the stage while it was last unfolded, and the size to which the camera was last fitted. */
  #unit: number;
  #size: { width: number; height: number };
  /** Where the last fit left the camera. */
  #fitted: CameraState | null = null;
  /** The box that was shown last, and where that put the camera. */
  #boxed: { box: VisibleBox; state: CameraState } | null = null;
  /** Where the last move leads; the camera may still be on its way. */
  #goal: CameraState | null = null;

  readonly #onHand: () => void;
  readonly #covered: () => readonly Box[];
  readonly #goals: () => ReadonlyMap<string, Point>;

  /**
   * `onHand` is called when the camera goes where none of these moves leads; `covered` gives the boxes of the stage that
   * something lies over, and `goals` the places of nodes that are on their way there.
   */
  constructor(
    sigma: Renderer,
    onHand: () => void,
    covered: () => readonly Box[],
    goals: () => ReadonlyMap<string, Point>,
  ) {
    this.#sigma = sigma;
    this.#unit = unitScale(sigma);
    this.#size = sigma.getDimensions();
    this.#onHand = onHand;
    this.#covered = covered;
    this.#goals = goals;
    const camera = sigma.getCamera();
    camera.on('updated', (state) => {
      if (!camera.isAnimated() && this.#goal && !sameCamera(state, this.#goal)) onHand();
    });
  }

  #goTo(state: CameraState, animated: boolean): void {
    const camera = this.#sigma.getCamera();
    this.#goal = state;
    if (animated && !reducesMotion())
      void camera.animate(state, { duration: MOVE_MS, easing: 'quadraticOut' });
    else camera.setState(state);
  }

  /** Where the camera is, or will be when it has arrived. */
  #heading(): CameraState {
    const camera = this.#sigma.getCamera();
    return camera.isAnimated() && this.#goal ? this.#goal : camera.getState();
  }

  #pointsOf(graph: StageGraph): Point[] {
    const goals = this.#goals();
    return graph.mapNodes((id, { x, y }) => goals.get(id) ?? { x, y });
  }

  #boundsOf(graph: StageGraph): Bounds | null {
    return boundsOf(this.#pointsOf(graph));
  }

  /** The camera that shows the points as large as fits, clear of what lies over the stage where that can be. */
  #cameraFor(points: readonly Point[], closest?: number): CameraState | null {
    const place = placeClearOf(this.#sigma.getDimensions(), points, this.#covered(), closest);
    return place && cameraOfPlace(this.#sigma, place);
  }

  #isFolded(): boolean {
    const { width, height } = this.#sigma.getDimensions();
    return width < SMALLEST || height < SMALLEST;
  }

  /** To be called when nodes came or went: how far out one may zoom depends on them. */
  updateLimits(graph: StageGraph = this.#sigma.getGraph()): void {
    boundCamera(this.#sigma, this.#boundsOf(graph));
  }

  /** Tells whether it had to move. `graph` is the one that is about to be drawn, where that is another. */
  fit(animated: boolean, graph: StageGraph = this.#sigma.getGraph()): boolean {
    const points = this.#pointsOf(graph);
    const fitted = this.#isFolded() ? null : this.#cameraFor(points);
    if (!fitted) return false;
    const from = this.#heading();
    this.#fitted = fitted;
    boundCamera(this.#sigma, boundsOf(points));
    this.#goTo(fitted, animated);
    return !sameCamera(from, fitted);
  }

  place(): CameraPlace {
    return placeOfCamera(this.#sigma, this.#heading());
  }

  returnTo(place: CameraPlace): void {
    if (!this.#isFolded()) this.#goTo(cameraOfPlace(this.#sigma, place), true);
  }

  /** Moves as little as it takes: not at all when the points are in view, unless several lie on each other there. */
  show(points: readonly Point[]): boolean {
    if (this.#isFolded()) return false;
    const { scale } = viewOf(this.#sigma);
    const isCrowded = points.length > 2 && scale < CROWDED;
    const covered = this.#covered();
    const isSeen = points.every((point) => isInView(this.#sigma, point, covered));
    if (isSeen && !isCrowded) return false;
    const state = this.#cameraFor(points, isCrowded ? LEGIBLE : scale);
    // Where not all can be had out from under the controls, this is all that can be done.
    if (!state || sameCamera(state, this.#heading())) return false;
    if (isSeen && state.ratio * ZOOM_STEP > this.#heading().ratio) return false;
    this.#goTo(state, true);
    return true;
  }

  visibleBox(): VisibleBox {
    const { width, height, scale, originX, originY } = viewOf(this.#sigma);
    return {
      x: (width / 2 - originX) / scale,
      y: (originY - height / 2) / scale,
      width: width / scale,
      height: height / scale,
    };
  }

  showBox(box: VisibleBox): void {
    if (this.#isFolded()) return;
    const camera = this.#sigma.getCamera();
    const state = cameraOfBox(this.#sigma, box);
    this.#goal = state;
    this.#boxed = { box, state };
    // What is on its way to elsewhere is ended only by another move.
    if (camera.isAnimated()) void camera.animate(state, { duration: 1 });
    else camera.setState(state);
  }

  zoom(direction: 'in' | 'out'): void {
    this.#onHand();
    const camera = this.#sigma.getCamera();
    const from = this.#heading();
    const ratio = from.ratio * (direction === 'in' ? 1 / ZOOM_STEP : ZOOM_STEP);
    this.#goTo({ ...from, ratio: camera.getBoundedRatio(ratio) }, true);
  }

  /** Pixels to the right and down. */
  pan(dx: number, dy: number): void {
    this.#onHand();
    const from = this.#sigma.viewportToFramedGraph({ x: 0, y: 0 });
    const to = this.#sigma.viewportToFramedGraph({ x: dx, y: dy });
    const state = this.#heading();
    this.#goTo({ ...state, x: state.x + to.x - from.x, y: state.y + to.y - from.y }, true);
  }

  /**
   * A stage of another size shows the same middle at the same scale, or all of it if it showed all before. Tells
   * whether the size is another than that of the last call.
   */
  resized(): boolean {
    const sigma = this.#sigma;
    const { width, height } = sigma.getDimensions();
    if (width === this.#size.width && height === this.#size.height) return false;
    this.#size = { width, height };
    if (this.#isFolded()) return true;
    const before = this.#unit;
    this.#unit = unitScale(sigma);
    const camera = sigma.getCamera();
    if (this.#boxed && sameCamera(camera.getState(), this.#boxed.state)) {
      // Panels open around a view that was just brought back: all of it is still to be seen.
      this.updateLimits();
      this.showBox(this.#boxed.box);
    } else if (!this.#fitted || sameCamera(camera.getState(), this.#fitted)) {
      this.fit(false);
    } else {
      this.updateLimits();
      const { x, y, angle, ratio } = this.#heading();
      this.#goTo({ x, y, angle, ratio: ratio * (this.#unit / before) }, false);
    }
    return true;
  }
}
