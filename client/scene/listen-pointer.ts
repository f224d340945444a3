import type { SigmaNodeEventPayload, SigmaStageEventPayload } from 'sigma/types';
import type { NodeDrag } from './drag-nodes.ts';
import type { Hover } from './resolve-emphasis.ts';
import type { MenuSubject, StageEvents } from './scene-model.ts';
import type { Renderer } from './viewport.ts';

/** Milliseconds that a finger rests before the menu opens. */
const LONG_PRESS_MS = 500;
/** Pixels that a resting finger may stray. */
const STRAY = 8;

interface PointerActions {
  events(): StageEvents;
  /** Whether a press now draws a line, so that it neither clicks nor asks for a menu. */
  isDrawing(): boolean;
  /** The pointer is on something else now, perhaps on its way; `lifted` where it points at nothing any more. */
  point(hover: Hover, manner?: { lifted: boolean }): void;
}

/** Tells what mouse and finger point at, click, press long and ask a menu for. */
export function listenPointer(
  sigma: Renderer,
  drag: NodeDrag,
  { events, isDrawing, point }: PointerActions,
): void {
  const container = sigma.getContainer();
  const pointAt = (hover: Hover, cursor: string) => {
    if (drag.dragged() !== undefined || isDrawing()) return;
    container.style.cursor = cursor;
    point(hover);
  };
  sigma.on('enterNode', ({ node }) => pointAt({ node }, 'pointer'));
  sigma.on('leaveNode', () => pointAt({}, ''));
  sigma.on('enterEdge', ({ edge }) => pointAt({ relationship: edge }, 'pointer'));
  sigma.on('leaveEdge', () => pointAt({}, ''));
  // A finger that was lifted points at nothing; sigma would keep what it touched last.
  const lift = ({ event }: SigmaStageEventPayload) => {
    if (!isTouch(event.original) || drag.dragged() !== undefined || isDrawing()) return;
    point({}, { lifted: true });
  };
  sigma.on('upNode', lift);
  sigma.on('upEdge', lift);
  sigma.on('upStage', lift);

  const isClick = () => !drag.swallowsClick() && !isDrawing();
  let clicked: string | null = null;
  sigma.on('clickNode', ({ node, event }) => {
    clicked = node;
    if (isClick()) events().onNodeClick?.(node, { shift: event.original.shiftKey });
  });
  sigma.on('doubleClickNode', ({ node, event, preventSigmaDefault }: SigmaNodeEventPayload) => {
    preventSigmaDefault();
    const shift = event.original.shiftKey;
    // Sigma also calls two quick clicks on two nodes a double click.
    if (shift || node !== clicked) events().onNodeClick?.(node, { shift });
    else events().onNodeDoubleClick?.(node);
    clicked = node;
  });
  sigma.on('clickEdge', ({ edge }) => {
    if (isClick()) events().onRelationshipClick?.(edge);
  });
  sigma.on('clickStage', () => {
    if (isClick()) events().onBackgroundClick?.();
  });
  listenForMenus(sigma, drag, { events, isDrawing, point });
}

/** A right click, or a finger that rests, asks for the menu of what is under it. */
function listenForMenus(sigma: Renderer, drag: NodeDrag, { events, isDrawing, point }: PointerActions): void {
  const container = sigma.getContainer();
  const ask = (subject: MenuSubject, { x, y }: { x: number; y: number }) => {
    const { left, top } = container.getBoundingClientRect();
    // The card of what is pointed at would lie under the menu.
    point({}, { lifted: true });
    events().onMenu?.(subject, { x: left + x, y: top + y });
  };
  container.addEventListener('contextmenu', (event) => event.preventDefault());
  sigma.on('rightClickNode', ({ node, event }) => ask({ node }, event));
  sigma.on('rightClickEdge', ({ edge, event }) => ask({ relationship: edge }, event));
  sigma.on('rightClickStage', ({ event }) => ask({}, event));

  let resting: { x: number; y: number; timer: ReturnType<typeof setTimeout> } | null = null;
  const stop = () => {
    if (resting) clearTimeout(resting.timer);
    resting = null;
  };
  const rest = (subject: MenuSubject, { event }: SigmaStageEventPayload) => {
    stop();
    const { original, x, y } = event;
    if (isDrawing() || !isTouch(original) || original.touches.length !== 1) return;
    const timer = setTimeout(() => {
      resting = null;
      drag.letGo();
      ask(subject, { x, y });
    }, LONG_PRESS_MS);
    resting = { x, y, timer };
  };
  sigma.on('downNode', (payload) => rest({ node: payload.node }, payload));
  sigma.on('downEdge', (payload) => rest({ relationship: payload.edge }, payload));
  sigma.on('downStage', (payload) => rest({}, payload));
  sigma.on('moveBody', ({ event }) => {
    if (resting && Math.hypot(event.x - resting.x, event.y - resting.y) > STRAY) stop();
  });
  sigma.on('upNode', stop);
  sigma.on('upEdge', stop);
  sigma.on('upStage', stop);
  sigma.on('kill', stop);
}

function isTouch(event: Event): event is TouchEvent {
  return window.TouchEvent !== undefined && event instanceof TouchEvent;
}
