import type { Point } from './edge-geometry.ts';
import type { Renderer } from './viewport.ts';

/** Pixels that the pointer may stray before a press becomes a drag. */
const THRESHOLD = 4;

interface DragActions {
  /** The node follows the pointer; the position is in layout units. */
  move(id: string, position: Point): void;
  /** The node was let go. */
  drop(id: string, position: Point): void;
}

export interface NodeDrag {
  /** The node that follows the pointer now. */
  dragged(): string | undefined;
  /** True for the click that the browser reports at the end of a drag. */
  swallowsClick(): boolean;
}

/** Lets mouse and finger move nodes. The camera rests meanwhile; a press that hardly moves stays a click. */
export function dragNodes(sigma: Renderer, actions: DragActions): NodeDrag {
  let pressed: { id: string; from: Point; offset: Point } | undefined;
  let dragging = false;
  let justDropped = false;

  const layoutPosition = (event: Point, offset: Point): Point => {
    const at = sigma.viewportToGraph({ x: event.x, y: event.y });
    return { x: at.x + offset.x, y: at.y + offset.y };
  };

  sigma.on('downNode', ({ node, event }) => {
    if (event.original instanceof MouseEvent && event.original.button !== 0) return;
    const at = sigma.viewportToGraph({ x: event.x, y: event.y });
    const { x, y } = sigma.getGraph().getNodeAttributes(node);
    pressed = { id: node, from: { x: event.x, y: event.y }, offset: { x: x - at.x, y: y - at.y } };
    dragging = false;
  });

  sigma.on('moveBody', ({ event }) => {
    if (!pressed) return;
    if (window.TouchEvent && event.original instanceof TouchEvent && event.original.touches.length > 1) {
      pressed = undefined;
      return;
    }
    event.preventSigmaDefault();
    const strayed = Math.hypot(event.x - pressed.from.x, event.y - pressed.from.y);
    if (!dragging && strayed < THRESHOLD) return;
    dragging = true;
    sigma.getContainer().style.cursor = 'grabbing';
    actions.move(pressed.id, layoutPosition(event, pressed.offset));
  });

  const release = ({ event }: { event: Point }) => {
    const held = pressed;
    pressed = undefined;
    if (!held || !dragging) return;
    dragging = false;
    justDropped = true;
    setTimeout(() => {
      justDropped = false;
    }, 50);
    sigma.getContainer().style.cursor = '';
    actions.drop(held.id, layoutPosition(event, held.offset));
  };
  sigma.on('upNode', release);
  sigma.on('upEdge', release);
  sigma.on('upStage', release);

  return {
    dragged: () => (dragging ? pressed?.id : undefined),
    swallowsClick: () => justDropped,
  };
}
