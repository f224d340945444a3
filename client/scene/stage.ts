import { MultiDirectedGraph } from 'graphology';
import { PALETTES, type Scheme } from '../look/palette.ts';
import { bendAround } from './bow-around.ts';
import { CameraMoves } from './camera-moves.ts';
import { createRenderer } from './create-renderer.ts';
import { dragNodes, type NodeDrag } from './drag-nodes.ts';
import { drawHoverCard, type HoverCard, layOutHoverCard } from './draw-hover-card.ts';
import type { Point } from './edge-geometry.ts';
import { EmphasisLayer, showCanvas } from './emphasis-layer.ts';
import type { PictureScene } from './export-picture.ts';
import { LabelLayer } from './label-layer.ts';
import type { LabelMemory, LabelScene } from './label-pen.ts';
import { drawLasso } from './lasso.ts';
import { listenPointer } from './listen-pointer.ts';
import { NodeMoves } from './move-nodes.ts';
import { NodeGrid } from './node-grid.ts';
import { LineFinder, nodeAt } from './pointing.ts';
import { type Hover, NO_EMPHASIS, type ResolvedEmphasis, resolveEmphasis } from './resolve-emphasis.ts';
import type { Emphasis, PictureOptions, PngOptions, SceneGraph, StageEvents } from './scene-model.ts';
import { applyGraph, type EdgeAttributes, type NodeAttributes, type StageGraph } from './stage-graph.ts';
import { createLook, edgeStrength, MANY_EDGES, type StageLook, schemeColours } from './stage-look.ts';
import { discOf, type StageView } from './stage-view.ts';
import { type Renderer, unitView, viewOf } from './viewport.ts';
import { wholeView } from './whole-view.ts';

/** Above this many removals a new graph is cheaper: sigma reindexes everything at each single one. */
const REMOVE_AT_MOST = 30;
/** Milliseconds that the pointer is on something before that stands out: on its way over a graph nothing flickers. */
const REST_MS = 60;
/** Above this many moves, finding the place of all nodes anew is cheaper. */
const MOVED_SINGLY_AT_MOST = 300;

function createGraph(): StageGraph {
  return new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
}

/** One sigma from mount to unmount, and all that the canvas does; knows nothing of React. */
export class Stage {
  /** What the page may do with the camera. */
  readonly camera: CameraMoves;
  readonly #sigma: Renderer;
  readonly #look: StageLook;
  readonly #events: () => StageEvents;
  readonly #layer: EmphasisLayer;
  readonly #cards: HTMLCanvasElement | undefined;
  readonly #drag: NodeDrag;
  readonly #moves: NodeMoves;
  readonly #labels: LabelLayer;
  readonly #resizes: ResizeObserver;
  readonly #stopListening = new AbortController();
  #graph: StageGraph = createGraph();
  #grid = new NodeGrid(this.#graph);
  #lines: LineFinder | null = null;
  #emphasis: ResolvedEmphasis = NO_EMPHASIS;
  #asked: Emphasis = {};
  #hover: Hover = {};
  #resting: ReturnType<typeof setTimeout> | undefined;

  /** Throws where WebGL 2 is missing. `onLost` is called when the graphics card takes the canvas away. */
  constructor(container: HTMLElement, scheme: Scheme, events: () => StageEvents, onLost: () => void) {
    this.#events = events;
    this.#look = createLook(scheme);
    const picking = {
      getNodeAtPosition: (point: Point) => this.#nodeAt(point),
      getEdgeAtPoint: (x: number, y: number) => this.#lineAt({ x, y }),
    };
    this.#sigma = createRenderer(container, this.#graph, this.#look, picking, () => this.#drawAbove());
    this.camera = new CameraMoves(
      this.#sigma,
      () => this.#events().onCameraByHand?.(),
      () => this.#covered(),
      () => this.#moves.goals,
    );
    this.#layer = new EmphasisLayer(this.#sigma, this.#look);
    this.#cards = this.#sigma.getCanvases().hovers;
    this.#moves = new NodeMoves(this.#sigma, (ids) => this.#followMoved(ids));
    const lasso = drawLasso(this.#sigma, events);
    this.#drag = dragNodes(this.#sigma, {
      mayDrag: () => !lasso.isOn(),
      together: (id) => (this.#asked.chosen?.has(id) ? [...this.#asked.chosen] : [id]),
      move: (nodes) => this.#moves.place(nodes),
      drop: (nodes) => this.#events().onNodesMoved?.(nodes),
    });
    this.#labels = new LabelLayer(this.#sigma, (context, memory) => this.#labelScene(context, memory));
    this.#sigma.on('afterRender', () => events().onFrame?.());
    listenPointer(this.#sigma, this.#drag, {
      events,
      isDrawing: lasso.isOn,
      point: (hover, { lifted } = { lifted: false }) => this.#point(hover, lifted ? 0 : REST_MS),
    });
    for (const canvas of Object.values(this.#sigma.getCanvases())) {
      canvas.addEventListener('webglcontextlost', onLost, { signal: this.#stopListening.signal });
    }
    this.#resizes = new ResizeObserver(() => {
      if (this.#followSize()) this.#drawAgain();
    });
    this.#resizes.observe(container);
  }

  /** Takes on the size of its element. Tells whether that is another, so that all has to be drawn. */
  #followSize(): boolean {
    this.#sigma.resize();
    return this.camera.resized();
  }

  #covered() {
    return this.#events().covered?.() ?? [];
  }

  /** Places the names anew, since something else lies over the stage now. */
  placeNames(): void {
    this.#labels.drawSoon();
  }

  #drawAgain(): void {
    this.#sigma.refresh({ partialGraph: {}, skipIndexation: true });
  }

  #point(hover: Hover, after: number): void {
    clearTimeout(this.#resting);
    const { node, relationship } = this.#hover;
    if (hover.node === node && hover.relationship === relationship) return;
    const show = () => {
      this.#hover = hover;
      this.#emphasise();
    };
    if (after === 0) show();
    else this.#resting = setTimeout(show, after);
  }

  #resolve(): ResolvedEmphasis {
    const graph = this.#graph;
    const view = unitView(this.#sigma);
    return resolveEmphasis(this.#asked, this.#hover, {
      hasNode: (id) => graph.hasNode(id),
      hasRelationship: (id) => graph.hasEdge(id),
      ends: (id) => graph.extremities(id),
      relationshipsOf: (id) => graph.edges(id),
      bendAround: (id, nodes) => bendAround(graph, view, id, nodes),
    });
  }

  #hoverCard(context: CanvasRenderingContext2D): HoverCard | null {
    const id = this.#hover.node;
    if (id === undefined || !this.#graph.hasNode(id)) return null;
    const node = this.#graph.getNodeAttributes(id);
    const shown = { ...node, disc: discOf(viewOf(this.#sigma), node) };
    return layOutHoverCard(context, this.#sigma.getDimensions(), shown);
  }

  #drawCard(): void {
    const context = this.#cards?.getContext('2d');
    if (!context || !this.#cards) return;
    const card = this.#hoverCard(context);
    const wasShown = this.#cards.style.visibility !== 'hidden';
    if (wasShown) {
      const { width, height } = this.#sigma.getDimensions();
      context.clearRect(0, 0, width, height);
    }
    if (card) drawHoverCard(context, card, this.#look.scheme);
    showCanvas(this.#cards, card !== null);
  }

  /** What stands out, and the card of the node under the pointer. */
  #drawAbove(): void {
    this.#layer.draw();
    this.#drawCard();
  }

  #nodeAt(point: Point): string | null {
    // Whoever moves the camera points at nothing.
    if (this.#sigma.getMouseCaptor().isMoving) return null;
    return nodeAt(this.#graph, this.#grid, viewOf(this.#sigma), point);
  }

  #lineAt(point: Point): string | null {
    const { isMoving, isMouseDown } = this.#sigma.getMouseCaptor();
    if (isMoving || isMouseDown) return null;
    this.#lines ??= new LineFinder(this.#graph);
    return this.#lines.lineAt(viewOf(this.#sigma), point, this.#emphasis);
  }

  /** Lets stand out what is asked for and pointed at; the rest of the picture is not drawn again. */
  #emphasise(): void {
    this.#emphasis = this.#resolve();
    this.#layer.show(this.#emphasis);
    this.#drawCard();
    this.#labels.drawSoon();
  }

  /** After all below was made anew. */
  #redrawAbove(): void {
    this.#layer.reread(this.#emphasis);
    this.#drawAbove();
  }

  #labelScene(context: CanvasRenderingContext2D, memory: LabelMemory): LabelScene {
    const card = this.#hoverCard(context);
    return {
      graph: this.#graph,
      grid: this.#grid,
      emphasis: this.#emphasis,
      palette: PALETTES[this.#look.scheme],
      memory,
      covered: this.#covered(),
      card: card && this.#hover.node !== undefined ? { node: this.#hover.node, box: card.box } : null,
    };
  }

  /** Takes note of nodes that stand elsewhere now. */
  #followMoved(ids: readonly string[]): void {
    if (ids.length > MOVED_SINGLY_AT_MOST) this.#grid = new NodeGrid(this.#graph);
    else for (const id of ids) this.#grid.move(id);
    if (this.#asked.path) this.#emphasis = this.#resolve();
    this.#layer.reread(this.#emphasis);
    this.#labels.outdate();
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
    // What comes is drawn once, in the room that panels which came with it have left.
    const isResized = this.#followSize();
    if (isNew || leaving + leavingEdges > REMOVE_AT_MOST) {
      const fresh = createGraph();
      applyGraph(fresh, wanted, this.#look.scheme);
      this.#install(fresh);
      // The camera first: sigma draws at once, and a large graph takes long enough to be drawn once.
      if (isNew || keepsNone) this.camera.fit(false, fresh);
      else this.camera.updateLimits(fresh);
      this.#sigma.setGraph(fresh);
      this.#redrawAbove();
    } else {
      const { changed, moved } = applyGraph(this.#graph, wanted, this.#look.scheme);
      if (changed) {
        this.#install(this.#graph);
        this.#sigma.refresh();
        this.#redrawAbove();
      } else if (isResized) this.#drawAgain();
      const dragged = this.#drag.dragged();
      this.#moves.glide(moved.filter(({ id }) => !dragged?.has(id)));
      if (keepsNone) this.camera.fit(false);
      else this.camera.updateLimits();
    }
  }

  #install(graph: StageGraph): void {
    this.#graph = graph;
    this.#grid = new NodeGrid(graph);
    this.#lines = null;
    this.#labels.forget();
    if (this.#hover.node !== undefined && !graph.hasNode(this.#hover.node)) this.#hover = {};
    this.#readManner();
    this.#emphasis = this.#resolve();
  }

  #readManner(): void {
    const { edges, scheme } = this.#look;
    edges.strength = edgeStrength(1, this.#graph.size, scheme);
    edges.many = this.#graph.size > MANY_EDGES;
  }

  setEmphasis(emphasis: Emphasis): void {
    this.#asked = emphasis;
    this.#emphasise();
  }

  setScheme(scheme: Scheme, graph: SceneGraph): void {
    if (scheme === this.#look.scheme) return;
    Object.assign(this.#look, schemeColours(scheme));
    applyGraph(this.#graph, graph, scheme);
    this.#readManner();
    this.#sigma.refresh();
    this.#redrawAbove();
  }

  show(ids: readonly string[]): boolean {
    const graph = this.#graph;
    const nodes = ids.flatMap((id) => (graph.hasEdge(id) ? graph.extremities(id) : [id]));
    return this.camera.show(nodes.filter((id) => graph.hasNode(id)).map((id) => graph.getNodeAttributes(id)));
  }

  nodeOnScreen(id: string): Point | null {
    if (!this.#graph.hasNode(id)) return null;
    const { x, y } = this.#graph.getNodeAttributes(id);
    return this.#sigma.graphToViewport({ x, y });
  }

  async toPng(options: PngOptions): Promise<Blob> {
    const { exportPng } = await import('./export-picture.ts');
    return exportPng(this.#pictureView(options), this.#pictureScene(), options);
  }

  async toSvg(options: PictureOptions): Promise<string> {
    const { exportSvg } = await import('./export-picture.ts');
    return exportSvg(this.#pictureView(options), this.#pictureScene(), options);
  }

  #pictureView({ extent }: PictureOptions): StageView {
    return (extent === 'whole' ? wholeView(this.#graph) : null) ?? viewOf(this.#sigma);
  }

  #pictureScene(): PictureScene {
    return { graph: this.#graph, grid: this.#grid, emphasis: this.#emphasis };
  }

  kill(): void {
    this.#stopListening.abort();
    clearTimeout(this.#resting);
    this.#resizes.disconnect();
    this.#moves.stop();
    this.#labels.kill();
    this.#layer.kill();
    this.#sigma.kill();
  }
}
