import type { Point } from './edge-geometry.ts';
import type { PlacedNode } from './scene-model.ts';
import type { Renderer } from './viewport.ts';

/** Pixels that the pointer may stray before a press becomes a drag. */
const THRESHOLD = 4;
/** Milliseconds after the end of a press in which the browser reports its click. */
const CLICK_MS = 50;

interface DragActions {
  /** Whether a press now is meant for a node. */
  mayDrag(): boolean;
  /** The nodes that a drag of this one takes along, itself among them. */
  together(id: string): readonly string[];
  /** The nodes follow the pointer; positions are in layout units. */
  move(nodes: readonly PlacedNode[]): void;
  /** The nodes were let go. */
  drop(nodes: readonly PlacedNode[]): void;
}

export interface NodeDrag {
  /** The nodes that follow the pointer now. */
  dragged(): ReadonlySet<string> | undefined;
  /** True for the click that the browser reports at the end of a drag. */
  swallowsClick(): boolean;
  /** Ends the press that is under way; neither a drag nor a click comes of it. */
  letGo(): void;
}

interface Press {
  at: Point;
  id: string;
  /** Known once the drag has begun: where each of those dragged together was. */
  starts: readonly PlacedNode[] | null;
}

/** Lets mouse and finger move nodes. The camera rests meanwhile; a press that hardly moves stays a click. */
export function dragNodes(sigma: Renderer, actions: DragActions): NodeDrag {
  let pressed: Press | undefined;
  let dragged: ReadonlySet<string> | undefined;
  let swallowing = false;

  const placed = ({ at, starts }: Press, event: Point): PlacedNode[] => {
    const from = sigma.viewportToGraph(at);
    const to = sigma.viewportToGraph({ x: event.x, y: event.y });
    return (starts ?? []).map(({ id, x, y }) => ({ id, x: x + to.x - from.x, y: y + to.y - from.y }));
  };
  const startsOf = (id: string): PlacedNode[] => {
    const graph = sigma.getGraph();
    return actions.together(id).flatMap((each) => {
      if (!graph.hasNode(each)) return [];
      const { x, y } = graph.getNodeAttributes(each);
      return [{ id: each, x, y }];
    });
  };
  const swallow = () => {
    swallowing = true;
    setTimeout(() => {
      swallowing = false;
    }, CLICK_MS);
  };

  sigma.on('downNode', ({ node, event }) => {
    if (!actions.mayDrag() || (event.original instanceof MouseEvent && event.original.button !== 0)) return;
    pressed = { id: node, at: { x: event.x, y: event.y }, starts: null };
  });

  sigma.on('moveBody', ({ event }) => {
    if (!pressed) return;
    if (window.TouchEvent && event.original instanceof TouchEvent && event.original.touches.length > 1) {
      // A second finger means the picture: what was moved so far stays moved.
      const held = pressed;
      pressed = undefined;
      dragged = undefined;
      if (held.starts) actions.drop(placed(held, held.at));
      return;
    }
    event.preventSigmaDefault();
    const strayed = Math.hypot(event.x - pressed.at.x, event.y - pressed.at.y);
    if (!pressed.starts && strayed < THRESHOLD) return;
    pressed.starts ??= startsOf(pressed.id);
    dragged ??= new Set(pressed.starts.map(({ id }) => id));
    sigma.getContainer().style.cursor = 'grabbing';
    actions.move(placed(pressed, event));
  });

  const release = ({ event }: { event: Point }) => {
    const held = pressed;
    pressed = undefined;
    dragged = undefined;
    if (!held?.starts) return;
    swallow();
    sigma.getContainer().style.cursor = '';
    actions.drop(placed(held, event));
  };
  sigma.on('upNode', release);
  sigma.on('upEdge', release);
  sigma.on('upStage', release);

  return {
    dragged: () => dragged,
    swallowsClick: () => swallowing,
    letGo: () => {
      pressed = undefined;
      dragged = undefined;
      swallowing = true;
      // The click comes when the finger is lifted, whenever that is.
      const end = () => {
        window.removeEventListener('touchend', end, true);
        window.removeEventListener('touchcancel', end, true);
        swallow();
      };
      window.addEventListener('touchend', end, true);
      window.addEventListener('touchcancel', end, true);
    },
  };
}
