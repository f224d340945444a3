import type { RendererState } from './create-renderer.ts';
import { animate, FADE_MS } from './motion.ts';
import { changedIds, type ResolvedEmphasis } from './resolve-emphasis.ts';
import { edgeStrength } from './stage-look.ts';
import type { Renderer } from './viewport.ts';

/** Passes from one emphasis to the next. Only what looks different is handed to the graphics card again. */
export class EmphasisFade {
  readonly #sigma: Renderer;
  readonly #state: RendererState;
  readonly #relationshipCount: () => number;
  #wanted: ResolvedEmphasis;
  #stop = () => {};

  constructor(sigma: Renderer, state: RendererState, relationshipCount: () => number) {
    this.#sigma = sigma;
    this.#state = state;
    this.#relationshipCount = relationshipCount;
    this.#wanted = state.emphasis;
  }

  #edgeStrength({ rest }: ResolvedEmphasis): number {
    return edgeStrength(rest, this.#relationshipCount(), this.#state.look.scheme);
  }

  #apply(): void {
    const before = this.#state.emphasis;
    this.#state.emphasis = this.#wanted;
    const graph = this.#sigma.getGraph();
    this.#sigma.refresh({
      partialGraph: {
        nodes: changedIds(before.nodes, this.#wanted.nodes).filter((id) => graph.hasNode(id)),
        edges: changedIds(before.relationships, this.#wanted.relationships).filter((id) => graph.hasEdge(id)),
      },
      skipIndexation: true,
      schedule: true,
    });
  }

  /** Fades the rest down at once with the new look; fades it up before the old look is dropped. */
  goTo(emphasis: ResolvedEmphasis): void {
    this.#stop();
    this.#wanted = emphasis;
    const { look } = this.#state;
    const from = { node: look.nodeRest, edge: look.edgeRest };
    const to = { node: emphasis.rest, edge: this.#edgeStrength(emphasis) };
    const brightens = to.node > from.node;
    if (!brightens) this.#apply();
    if (to.node === from.node) return;
    this.#stop = animate(FADE_MS, (share) => {
      look.nodeRest = from.node + (to.node - from.node) * share;
      look.edgeRest = from.edge + (to.edge - from.edge) * share;
      if (share === 1 && brightens) this.#apply();
      else this.#sigma.scheduleRender();
    });
  }

  /** After the graph itself changed: everything was read anew, there is nothing to fade. */
  set(emphasis: ResolvedEmphasis): void {
    this.#stop();
    this.#wanted = emphasis;
    this.#state.emphasis = emphasis;
    this.#state.look.nodeRest = emphasis.rest;
    this.#state.look.edgeRest = this.#edgeStrength(emphasis);
  }

  kill(): void {
    this.#stop();
  }
}
