import { MultiDirectedGraph } from 'graphology';
import { PALETTES, type Scheme } from '../look/palette.ts';
import { CameraMoves } from './camera-moves.ts';
import { createRenderer, type RendererState } from './create-renderer.ts';
import { dragNodes, type NodeDrag } from './drag-nodes.ts';
import { drawHoverCard, type HoverCard, layOutHoverCard } from './draw-hover-card.ts';
import { drawLabels } from './draw-labels.ts';
import type { Point } from './edge-geometry.ts';
import { EmphasisFade } from './emphasis-fade.ts';
import { exportPicture } from './export-picture.ts';
import { createLabelMemory } from './label-pen.ts';
import { listenPointer } from './listen-pointer.ts';
import { NodeMoves } from './move-nodes.ts';
import { type Hover, NO_EMPHASIS, type ResolvedEmphasis, resolveEmphasis } from './resolve-emphasis.ts';
import type { Emphasis, PngOptions, SceneGraph, StageEvents, StageHandle } from './scene-model.ts';
import { applyGraph, type EdgeAttributes, type NodeAttributes, type StageGraph } from './stage-graph.ts';
import { createLook, PICKABLE_AT_MOST, schemeColours } from './stage-look.ts';
import { discOf } from './stage-view.ts';
import { type Renderer, viewOf } from './viewport.ts';

/** Above this many removals a new graph is cheaper: sigma reindexes everything at each single one. */
const REMOVE_AT_MOST = 30;

function createGraph(): StageGraph {
  return new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
}

/** One sigma from mount to unmount, and all that the canvas does; knows nothing of React. */
export class Stage implements StageHandle {
  readonly #sigma: Renderer;
  readonly #state: RendererState;
  readonly #events: () => StageEvents;
  readonly #camera: CameraMoves;
  readonly #fade: EmphasisFade;
  readonly #drag: NodeDrag;
  readonly #moves: NodeMoves;
  readonly #memory = createLabelMemory();
  readonly #resizes: ResizeObserver;
  readonly #stopListening = new AbortController();
  #graph: StageGraph = createGraph();
  /** Node ids, the best connected first. */
  #order: string[] = [];
  #asked: Emphasis = {};
  #hover: Hover = {};

  /** Throws where WebGL is missing. `onLost` is called when the graphics card takes the canvas away. */
  constructor(container: HTMLElement, scheme: Scheme, events: () => StageEvents, onLost: () => void) {
    this.#events = events;
    this.#state = { look: createLook(scheme), emphasis: NO_EMPHASIS };
    this.#sigma = createRenderer(container, this.#graph, this.#state, (context) => {
      const card = this.#hoverCard(context);
      if (card) drawHoverCard(context, card, this.#state.look.scheme);
    });
    this.#camera = new CameraMoves(this.#sigma);
    this.#fade = new EmphasisFade(this.#sigma, this.#state, () => this.#graph.size);
    this.#moves = new NodeMoves(this.#sigma);
    this.#drag = dragNodes(this.#sigma, {
      together: (id) => (this.#asked.chosen?.has(id) ? [...this.#asked.chosen] : [id]),
      move: (nodes) => this.#moves.place(nodes),
      drop: (nodes) => this.#events().onNodesMoved?.(nodes),
    });
    this.#sigma.on('afterRender', () => this.#drawLabels());
    listenPointer(this.#sigma, this.#drag, { events, point: (hover) => this.#point(hover) });
    for (const canvas of Object.values(this.#sigma.getCanvases())) {
      canvas.addEventListener('webglcontextlost', onLost, { signal: this.#stopListening.signal });
    }
    this.#resizes = new ResizeObserver(() => {
      this.#sigma.resize();
      this.#camera.resized();
      this.#sigma.refresh({ partialGraph: {}, skipIndexation: true });
    });
    this.#resizes.observe(container);
  }

  #point(hover: Hover): void {
    if (hover.node !== this.#hover.node) this.#events().onNodeHover?.(hover.node ?? null);
    this.#hover = hover;
    this.#fade.goTo(this.#resolve());
  }

  #resolve(): ResolvedEmphasis {
    const graph = this.#graph;
    return resolveEmphasis(this.#asked, this.#hover, {
      hasNode: (id) => graph.hasNode(id),
      hasRelationship: (id) => graph.hasEdge(id),
      ends: (id) => graph.extremities(id),
      relationshipsOf: (id) => graph.edges(id),
    });
  }

  #hoverCard(context: CanvasRenderingContext2D): HoverCard | null {
    const id = this.#hover.node;
    if (id === undefined || !this.#graph.hasNode(id)) return null;
    const node = this.#graph.getNodeAttributes(id);
    const disc = discOf(viewOf(this.#sigma), node);
    const { caption, kind, degree } = node;
    return layOutHoverCard(context, this.#sigma.getDimensions(), { disc, caption, kind, degree });
  }

  #drawLabels(): void {
    const context = this.#sigma.getCanvases().labels?.getContext('2d');
    if (!context || this.#graph.order === 0) return;
    const { look, emphasis } = this.#state;
    const card = this.#hoverCard(context);
    drawLabels(context, viewOf(this.#sigma), {
      graph: this.#graph,
      order: this.#order,
      emphasis,
      rest: look.nodeRest,
      palette: PALETTES[look.scheme],
      memory: this.#memory,
      card: card && this.#hover.node !== undefined ? { node: this.#hover.node, box: card.box } : null,
    });
  }

  /**
   * Shows this graph. The first one, and one that shares no node with the last, is brought into view; otherwise the
   * camera stays where it is.
   */
  setGraph(wanted: SceneGraph): void {
    this.#moves.stop();
    const wantedIds = new Set(wanted.nodes.map(({ id }) => id));
    const isNew = this.#graph.order === 0;
    const leaving = this.#graph.filterNodes((id) => !wantedIds.has(id)).length;
    const leavingEdges = Math.max(0, this.#graph.size - wanted.relationships.length);
    const keepsNone = leaving === this.#graph.order;
    if (isNew || leaving + leavingEdges > REMOVE_AT_MOST) {
      const fresh = createGraph();
      applyGraph(fresh, wanted, this.#state.look.scheme);
      this.#install(fresh);
      this.#sigma.setGraph(fresh);
    } else {
      const { changed, moved } = applyGraph(this.#graph, wanted, this.#state.look.scheme);
      if (changed) {
        this.#install(this.#graph);
        this.#sigma.refresh();
      }
      const dragged = this.#drag.dragged();
      this.#moves.glide(moved.filter(({ id }) => !dragged?.has(id)));
    }
    if (isNew || keepsNone) this.#camera.fit(false);
    else this.#camera.updateLimits();
  }

  #install(graph: StageGraph): void {
    this.#graph = graph;
    this.#order = graph.nodes().sort((first, second) => {
      const difference = graph.getNodeAttribute(second, 'degree') - graph.getNodeAttribute(first, 'degree');
      return difference || (first < second ? -1 : 1);
    });
    this.#memory.sides.clear();
    if (this.#hover.node !== undefined && !graph.hasNode(this.#hover.node)) this.#hover = {};
    this.#state.look.edgesPickable = graph.size <= PICKABLE_AT_MOST;
    if (this.#sigma.getSetting('hideEdgesOnMove') !== graph.size > PICKABLE_AT_MOST) {
      this.#sigma.setSetting('hideEdgesOnMove', graph.size > PICKABLE_AT_MOST);
    }
    this.#fade.set(this.#resolve());
  }

  setEmphasis(emphasis: Emphasis): void {
    this.#asked = emphasis;
    this.#fade.goTo(this.#resolve());
  }

  setScheme(scheme: Scheme, graph: SceneGraph): void {
    if (scheme === this.#state.look.scheme) return;
    Object.assign(this.#state.look, schemeColours(scheme));
    applyGraph(this.#graph, graph, scheme);
    this.#fade.set(this.#resolve());
    this.#sigma.refresh();
  }

  fit({ animate: animated = true }: { animate?: boolean } = {}): void {
    this.#camera.fit(animated);
  }

  show(ids: readonly string[]): void {
    const nodes = ids.flatMap((id) => (this.#graph.hasEdge(id) ? this.#graph.extremities(id) : [id]));
    this.#camera.show(
      nodes.filter((id) => this.#graph.hasNode(id)).map((id) => this.#graph.getNodeAttributes(id)),
    );
  }

  zoomIn(): void {
    this.#camera.zoom('in');
  }

  zoomOut(): void {
    this.#camera.zoom('out');
  }

  /** Pixels to the right and down. */
  pan(dx: number, dy: number): void {
    this.#camera.pan(dx, dy);
  }

  nodeOnScreen(id: string): Point | null {
    if (!this.#graph.hasNode(id)) return null;
    const { x, y } = this.#graph.getNodeAttributes(id);
    return this.#sigma.graphToViewport({ x, y });
  }

  toPng(options: PngOptions): Promise<Blob> {
    const { emphasis } = this.#state;
    const scene = { graph: this.#graph, order: this.#order, emphasis, memory: this.#memory };
    return exportPicture(viewOf(this.#sigma), scene, options);
  }

  kill(): void {
    this.#stopListening.abort();
    this.#resizes.disconnect();
    this.#moves.stop();
    this.#fade.kill();
    this.#sigma.kill();
  }
}
