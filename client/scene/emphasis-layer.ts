import { PALETTES } from '../look/palette.ts';
import type { EdgeDrawing, EdgeManner } from './edge-program.ts';
import { createEdgeProgram } from './edge-program.ts';
import type { EdgeType } from './edge-shape.ts';
import { lazyEdges, lazyNodes } from './lazy-program.ts';
import { FADE_MS, reducesMotion } from './motion.ts';
import { createNodeProgram, type NodeDrawing } from './node-program.ts';
import { drawnEdge, NO_EMPHASIS, type ResolvedEmphasis } from './resolve-emphasis.ts';
import { edgeStrength, type StageLook } from './stage-look.ts';
import type { Renderer } from './viewport.ts';

/** So many of what stands out are read at once; more would hold the page up for longer than a frame or two. */
const PER_TURN = 4000;

const TYPES: readonly EdgeType[] = ['straight', 'curved'];

/**
 * The canvas that sigma has for the node under the pointer, moved under the names. One of our own would take another
 * tenth of a second to make.
 */
function layerUnderNames(sigma: Renderer) {
  const { hoverNodes, labels } = sigma.getCanvases();
  const context = hoverNodes?.getContext('webgl2');
  if (!hoverNodes || !labels || !context) throw new Error('sigma has no layer for what stands out');
  labels.before(hoverNodes);
  return { canvas: hoverNodes, gl: context };
}

/** An empty canvas over the graph costs the screen as much as a full one, unless it is hidden. */
export function showCanvas(canvas: HTMLCanvasElement, isShown: boolean): void {
  const visibility = isShown ? '' : 'hidden';
  if (canvas.style.visibility !== visibility) canvas.style.visibility = visibility;
}

/**
 * What stands out, drawn once more above all else, while the canvases below are dimmed as a whole. So a change of
 * emphasis costs what stands out and nothing for the rest.
 */
export class EmphasisLayer {
  readonly #sigma: Renderer;
  readonly #look: StageLook;
  readonly #canvas: HTMLCanvasElement;
  readonly #gl: WebGLRenderingContext;
  readonly #nodes;
  readonly #edges;
  #shown: ResolvedEmphasis = NO_EMPHASIS;
  /** Whether the programs have all of it. */
  #isRead = true;
  #nextTurn: ReturnType<typeof setTimeout> | undefined;
  #letGo: ReturnType<typeof setTimeout> | undefined;

  constructor(sigma: Renderer, look: StageLook) {
    this.#sigma = sigma;
    this.#look = look;
    const { canvas, gl } = layerUnderNames(sigma);
    this.#canvas = canvas;
    this.#gl = gl;
    const manner: EdgeManner = { strength: 1, many: false };
    const NodeProgram = lazyNodes(createNodeProgram(look));
    this.#nodes = new NodeProgram(this.#gl, null, sigma);
    this.#edges = TYPES.map((type) => {
      const StageProgram = lazyEdges(createEdgeProgram(manner, type));
      return { type, program: new StageProgram(this.#gl, null, sigma) };
    });
    if (reducesMotion()) return;
    for (const canvas of this.#dimmed()) canvas.style.transition = `opacity ${FADE_MS}ms ease-out`;
  }

  #dimmed(): HTMLCanvasElement[] {
    const { nodes, edges } = this.#sigma.getCanvases();
    return [nodes, edges].filter((canvas) => canvas !== undefined);
  }

  /** Lets this stand out. What did before keeps its look until the rest is back. */
  show(emphasis: ResolvedEmphasis): void {
    clearTimeout(this.#letGo);
    const brightens = emphasis.rest > this.#shown.rest;
    this.#dim(emphasis);
    if (brightens && !reducesMotion()) {
      this.#letGo = setTimeout(() => {
        this.#read(emphasis);
        this.draw();
      }, FADE_MS);
      return;
    }
    this.#read(emphasis);
    this.draw();
  }

  /** To be called when nodes moved or the graph is another one. */
  reread(emphasis: ResolvedEmphasis): void {
    clearTimeout(this.#letGo);
    this.#dim(emphasis);
    this.#read(emphasis);
  }

  #dim({ rest }: ResolvedEmphasis): void {
    const { nodes, edges } = this.#sigma.getCanvases();
    const count = this.#sigma.getGraph().size;
    const { scheme } = this.#look;
    if (nodes) nodes.style.opacity = String(rest);
    if (edges)
      edges.style.opacity = String(edgeStrength(rest, count, scheme) / edgeStrength(1, count, scheme));
  }

  /** Reads what stands out: at once, or where that is much of a large graph, in turns between which the page is free. */
  #read(emphasis: ResolvedEmphasis): void {
    clearTimeout(this.#nextTurn);
    this.#shown = emphasis;
    this.#isRead = false;
    const reading = this.#reading(emphasis);
    const goOn = () => {
      this.#isRead = reading.next().done === true;
      if (this.#isRead) return;
      this.#nextTurn = setTimeout(() => {
        goOn();
        if (this.#isRead) this.draw();
      });
    };
    goOn();
  }

  /** Gives its programs all that stands out, and stops after each turn. */
  *#reading(emphasis: ResolvedEmphasis): Generator<undefined> {
    const sigma = this.#sigma;
    const graph = sigma.getGraph();
    let count = 0;
    const nodes = [...emphasis.nodes].filter(([id]) => graph.hasNode(id));
    this.#nodes.reallocate(nodes.length);
    for (const [index, [id, { ring }]] of nodes.entries()) {
      const data = sigma.getNodeDisplayData(id);
      const drawing: NodeDrawing = { iconCell: graph.getNodeAttribute(id, 'iconCell'), ring };
      if (data) this.#nodes.process(0, index, { ...data, ...drawing });
      count += 1;
      if (count % PER_TURN === 0) yield;
    }
    const edges = [...emphasis.relationships].filter(([id]) => graph.hasEdge(id));
    for (const { type, program } of this.#edges) {
      const own = edges.filter(
        ([id, { bend }]) =>
          (bend !== undefined || graph.getEdgeAttribute(id, 'type') === 'curved') === (type === 'curved'),
      );
      program.reallocate(own.length);
      for (const [index, [id, look]] of own.entries()) {
        const [source, target] = graph.extremities(id).map((end) => sigma.getNodeDisplayData(end));
        const data = sigma.getEdgeDisplayData(id);
        count += 1;
        if (count % PER_TURN === 0) yield;
        if (!source || !target || !data) continue;
        const { bend, lineStyle } = drawnEdge(graph.getEdgeAttributes(id), look);
        const drawing: EdgeDrawing = { bend, lineStyle };
        const color = look.tone === 'accent' ? PALETTES[this.#look.scheme].accent : data.color;
        program.process(0, index, source, target, { ...data, ...drawing, color, size: look.width });
      }
    }
  }

  /** Draws what stands out where the camera is now. */
  draw(): void {
    const { nodes, relationships } = this.#shown;
    const isBlank = !this.#isRead || nodes.size + relationships.size === 0;
    showCanvas(this.#canvas, !isBlank);
    if (isBlank) return;
    this.#gl.clear(this.#gl.COLOR_BUFFER_BIT);
    const params = this.#sigma.getRenderParams();
    for (const { program } of this.#edges) program.render(params);
    this.#nodes.render(params);
  }

  kill(): void {
    clearTimeout(this.#letGo);
    clearTimeout(this.#nextTurn);
    for (const { program } of this.#edges) program.kill();
    this.#nodes.kill();
  }
}
