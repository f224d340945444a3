import type { Point } from './edge-geometry.ts';
import { animate, MOVE_MS } from './motion.ts';
import type { PlacedNode } from './scene-model.ts';
import type { Renderer } from './viewport.ts';

/** Above this many nodes a new layout is shown at once instead of gliding there. */
export const GLIDE_AT_MOST = 3000;

/** Moves drawn nodes: at once, or so that the eye can follow. */
export class NodeMoves {
  readonly #sigma: Renderer;
  readonly #onMoved: (ids: readonly string[]) => void;
  #stopGlide = () => {};
  #goals: ReadonlyMap<string, Point> = new Map();

  /** `onMoved` is told who stands elsewhere now. */
  constructor(sigma: Renderer, onMoved: (ids: readonly string[]) => void) {
    this.#sigma = sigma;
    this.#onMoved = onMoved;
  }

  /** Where the nodes that glide will be when they have arrived. */
  get goals(): ReadonlyMap<string, Point> {
    return this.#goals;
  }

  /** Writes positions behind graphology's back: its events would make sigma index everything anew each frame. */
  place(positions: readonly PlacedNode[]): void {
    const graph = this.#sigma.getGraph();
    const edges = new Set<string>();
    const nodes: string[] = [];
    for (const { id, x, y } of positions) {
      if (!graph.hasNode(id)) continue;
      const attributes = graph.getNodeAttributes(id);
      attributes.x = x;
      attributes.y = y;
      nodes.push(id);
      for (const edge of graph.edges(id)) edges.add(edge);
    }
    const partialGraph = { nodes, edges: [...edges] };
    this.#sigma.refresh({ partialGraph, skipIndexation: true, schedule: true });
    this.#onMoved(nodes);
  }

  /** Lets nodes glide to where they belong, or puts them there where they are many or motion is to be reduced. */
  glide(moved: readonly PlacedNode[]): void {
    this.stop();
    if (moved.length === 0) return;
    const graph = this.#sigma.getGraph();
    const from = new Map(moved.map(({ id }) => [id, { ...graph.getNodeAttributes(id) }]));
    this.#goals = new Map(moved.map(({ id, x, y }) => [id, { x, y }]));
    const step = (share: number) => {
      if (share === 1) this.#goals = new Map();
      this.place(
        moved.map(({ id, x, y }) => {
          const start = from.get(id) ?? { x, y };
          return { id, x: start.x + (x - start.x) * share, y: start.y + (y - start.y) * share };
        }),
      );
    };
    if (moved.length > GLIDE_AT_MOST) step(1);
    else this.#stopGlide = animate(MOVE_MS, step);
  }

  /** Leaves them where they are now. */
  stop(): void {
    this.#stopGlide();
    this.#stopGlide = () => {};
    this.#goals = new Map();
  }
}
