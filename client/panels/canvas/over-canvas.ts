import type { Box } from '../../scene/box.ts';
import { stage } from './stage-handle.ts';

const elements = new Set<HTMLElement>();
let boxes: readonly Box[] | null = null;

const sizes = new ResizeObserver(() => {
  const before = JSON.stringify(boxes);
  boxes = measure();
  if (JSON.stringify(boxes) !== before) stage()?.placeNames();
});

/** A `ref` for what lies over the canvas: nothing is written below it while it is there. */
export function overCanvas(element: HTMLElement | null): (() => void) | undefined {
  if (!element) return undefined;
  elements.add(element);
  sizes.observe(element);
  boxes = null;
  return () => {
    elements.delete(element);
    sizes.unobserve(element);
    boxes = null;
    stage()?.placeNames();
  };
}

/** A `ref` for the canvas itself: what lies over it is elsewhere when its size is another. */
export function watchCanvas(element: HTMLElement | null): (() => void) | undefined {
  if (!element) return undefined;
  sizes.observe(element);
  return () => sizes.unobserve(element);
}

/** Where those elements lie, in pixels of the canvas. Read once for each change of what is there, since reading lays the page out. */
export function boxesOverCanvas(): readonly Box[] {
  boxes ??= measure();
  return boxes;
}

function measure(): Box[] {
  const room = document.querySelector('[data-canvas]')?.getBoundingClientRect();
  if (!room) return [];
  return [...elements].flatMap((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) return [];
    return [
      { left: left - room.left, top: top - room.top, right: right - room.left, bottom: bottom - room.top },
    ];
  });
}
