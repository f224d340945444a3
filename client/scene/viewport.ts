import type Sigma from 'sigma';
import type { CameraState } from 'sigma/types';
import { type Box, isIn } from './box.ts';
import type { Point } from './edge-geometry.ts';
import type { CameraPlace, VisibleBox } from './scene-model.ts';
import type { EdgeAttributes, NodeAttributes } from './stage-graph.ts';
import type { StageView } from './stage-view.ts';

/** Sigma with what our graph carries. */
export type Renderer = Sigma<NodeAttributes, EdgeAttributes>;

/**
 * The square of layout units that sigma maps to its camera's unit square. It never changes, so neither a dragged
 * node nor a growing graph moves the picture; only the camera does.
 */
const FRAME = 1000;
export const FRAME_BOX: { x: [number, number]; y: [number, number] } = {
  x: [-FRAME / 2, FRAME / 2],
  y: [-FRAME / 2, FRAME / 2],
};

/** Pixels per layout unit beyond which nothing more is to be seen. */
const CLOSEST = 6;
/** A small graph is not blown up beyond this. */
const CLOSEST_FIT = 1.5;

/** Room in pixels for labels between the outermost nodes and the edge of the stage. */
interface Margins {
  side: number;
  top: number;
  bottom: number;
}

export interface Bounds {
  left: number;
  right: number;
  low: number;
  high: number;
}

function marginsOf(width: number): Margins {
  return width < 600 ? { side: 44, top: 36, bottom: 48 } : { side: 84, top: 44, bottom: 60 };
}

/** Pixels per layout unit while the camera's ratio is 1; known before anything is drawn. */
export function unitScale(sigma: Renderer): number {
  const cameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };
  const left = sigma.framedGraphToViewport({ x: 0, y: 0 }, { cameraState });
  const right = sigma.framedGraphToViewport({ x: 1, y: 0 }, { cameraState });
  return (right.x - left.x) / FRAME;
}

/** Pixels per layout unit below which nodes shrink nearly as fast as the distances between them. */
const FAR = 0.4;

/**
 * How large nodes are drawn at so many pixels a layout unit: they grow with the square root, so that a wide view
 * is not a heap of discs and a close one not a wall.
 */
export function nodeScale(pixelsPerUnit: number): number {
  const shrunk = pixelsPerUnit < FAR ? (pixelsPerUnit / FAR) ** 0.35 : 1;
  return Math.min(2.2, Math.max(0.1, Math.sqrt(pixelsPerUnit) * shrunk));
}

/** The stage while the camera's ratio is 1, wherever the camera is now: what is settled by it does not change with a zoom. */
export function unitView(sigma: Renderer): StageView {
  const scale = unitScale(sigma);
  return { ...sigma.getDimensions(), scale, originX: 0, originY: 0, nodeScale: nodeScale(scale) };
}

export function boundsOf(points: Iterable<Point>): Bounds | null {
  const bounds: Bounds = { left: Infinity, right: -Infinity, low: Infinity, high: -Infinity };
  for (const { x, y } of points) {
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.low = Math.min(bounds.low, y);
    bounds.high = Math.max(bounds.high, y);
  }
  return bounds.left === Infinity ? null : bounds;
}

/** Pixels at each side of the stage that are to stay free, where that is more than names need anyway. */
export type Insets = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;

export const NO_INSETS: Insets = { left: 0, right: 0, top: 0, bottom: 0 };

/** Where the camera shows the bounds as large as fits between the insets, but no closer than `closest` pixels a unit. */
export function placeForBounds(
  { width, height }: { width: number; height: number },
  bounds: Bounds,
  closest = CLOSEST_FIT,
  insets = NO_INSETS,
): CameraPlace {
  const margins = marginsOf(width);
  const left = Math.max(margins.side, insets.left);
  const right = Math.max(margins.side, insets.right);
  const top = Math.max(margins.top, insets.top);
  const bottom = Math.max(margins.bottom, insets.bottom);
  const scale = Math.min(
    closest,
    Math.max(width - left - right, 50) / Math.max(bounds.right - bounds.left, 1),
    Math.max(height - top - bottom, 50) / Math.max(bounds.high - bounds.low, 1),
  );
  return {
    x: (bounds.left + bounds.right) / 2 + (right - left) / 2 / scale,
    y: (bounds.low + bounds.high) / 2 - (bottom - top) / 2 / scale,
    scale,
  };
}

/** The camera that shows all of a box, as large as fits. */
export function cameraOfBox(sigma: Renderer, box: VisibleBox): CameraState {
  const { width, height } = sigma.getDimensions();
  const scale = Math.min(width / box.width, height / box.height);
  return { x: 0.5 + box.x / FRAME, y: 0.5 + box.y / FRAME, angle: 0, ratio: unitScale(sigma) / scale };
}

export function placeOfCamera(sigma: Renderer, { x, y, ratio }: CameraState): CameraPlace {
  return { x: (x - 0.5) * FRAME, y: (y - 0.5) * FRAME, scale: unitScale(sigma) / ratio };
}

export function cameraOfPlace(sigma: Renderer, { x, y, scale }: CameraPlace): CameraState {
  return { x: 0.5 + x / FRAME, y: 0.5 + y / FRAME, angle: 0, ratio: unitScale(sigma) / scale };
}

/** Keeps the wheel between the whole graph, three times over, and a single node. */
export function boundCamera(sigma: Renderer, bounds: Bounds | null): void {
  const camera = sigma.getCamera();
  camera.minRatio = unitScale(sigma) / CLOSEST;
  const whole = bounds && cameraOfPlace(sigma, placeForBounds(sigma.getDimensions(), bounds));
  camera.maxRatio = whole && Math.max(whole.ratio * 3, camera.getState().ratio);
}

/** Whether the point lies on the stage, with some room for what is drawn there, and under none of the boxes. */
export function isInView(sigma: Renderer, point: Point, covered: readonly Box[]): boolean {
  const { width, height } = sigma.getDimensions();
  const { side, top, bottom } = marginsOf(width);
  const { x, y } = sigma.graphToViewport(point);
  const isOnStage = x >= side / 2 && x <= width - side / 2 && y >= top / 2 && y <= height - bottom / 2;
  return isOnStage && !covered.some((box) => isIn(box, x, y));
}

/** How the screen's camera maps layout units to pixels; true once a frame is drawn. */
export function viewOf(sigma: Renderer): StageView {
  const { width, height } = sigma.getDimensions();
  const origin = sigma.graphToViewport({ x: 0, y: 0 });
  const scale = (sigma.graphToViewport({ x: FRAME, y: 0 }).x - origin.x) / FRAME;
  return { width, height, scale, originX: origin.x, originY: origin.y, nodeScale: nodeScale(scale) };
}
