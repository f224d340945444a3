import type { Disc, Point } from './edge-geometry.ts';

/** How layout units become pixels: the screen's camera, or that of a picture to be saved. */
export interface StageView {
  width: number;
  height: number;
  /** Pixels per layout unit. */
  scale: number;
  /** Where the layout's origin lies, in pixels. */
  originX: number;
  originY: number;
  /** Factor of node radii against natural size. */
  nodeScale: number;
}

export function toScreen(view: StageView, point: Point): Point {
  return { x: view.originX + point.x * view.scale, y: view.originY - point.y * view.scale };
}

export function discOf(view: StageView, node: { x: number; y: number; size: number }): Disc {
  return { ...toScreen(view, node), radius: node.size * view.nodeScale };
}

/** The part of the plane that is on the stage, with so many pixels around it; in layout units. */
export function boundsInView(view: StageView, margin: number) {
  const { width, height, scale, originX, originY } = view;
  return {
    left: (-margin - originX) / scale,
    right: (width + margin - originX) / scale,
    low: (originY - height - margin) / scale,
    high: (originY + margin) / scale,
  };
}

export function isOnScreen(view: StageView, { x, y }: Point, margin: number): boolean {
  return x >= -margin && y >= -margin && x <= view.width + margin && y <= view.height + margin;
}

/** How far the camera panned between two views, in pixels; null where it did anything else. */
export function panBetween(before: StageView, after: StageView): Point | null {
  const isAlike =
    before.width === after.width &&
    before.height === after.height &&
    Math.abs(after.scale / before.scale - 1) < 1e-9;
  return isAlike ? { x: after.originX - before.originX, y: after.originY - before.originY } : null;
}
