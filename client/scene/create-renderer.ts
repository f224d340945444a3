import Sigma from 'sigma';
import { createEdgeProgram, type EdgeDrawing } from './edge-program.ts';
import { lazyEdges, NoProgram } from './lazy-program.ts';
import { createNodeProgram, type NodeDrawing } from './node-program.ts';
import { paceFrames } from './pace-frames.ts';
import type { EdgeAttributes, NodeAttributes, StageGraph } from './stage-graph.ts';
import type { StageLook } from './stage-look.ts';
import { FRAME_BOX, nodeScale, type Renderer, unitScale } from './viewport.ts';

function nodeDrawing({ x, y, size, color, iconCell }: NodeAttributes) {
  const drawing: NodeDrawing = { iconCell, ring: 'none' };
  return { x, y, size, color, type: 'node', ...drawing };
}

type EdgeDisplay = Pick<EdgeAttributes, 'size' | 'color' | 'type'> & EdgeDrawing;

/** Relationships that look alike share what sigma keeps of them. */
function edgeDrawings(): (attributes: EdgeAttributes) => EdgeDisplay {
  const known = new WeakMap<EdgeAttributes, EdgeDisplay>();
  return (attributes) => {
    let drawing = known.get(attributes);
    if (!drawing) {
      const { size, color, type, bend, lineStyle } = attributes;
      drawing = { size, color, type, bend, lineStyle };
      known.set(attributes, drawing);
    }
    return drawing;
  };
}

/** What sigma asks at every move of the pointer; private there, and by default answered by drawing all once more. */
export interface Picking {
  getNodeAtPosition(point: { x: number; y: number }): string | null;
  getEdgeAtPoint(x: number, y: number): string | null;
}

/** Sigma would draw what is above at each node that the pointer crosses; we do where it rests. */
const NO_DRAWING_ON_THE_WAY = { scheduleHighlightedNodesRender: () => {} };

/** Without the textures into which sigma draws all once more to find what the pointer is on. */
class SigmaWithoutPicking extends Sigma<NodeAttributes, EdgeAttributes> {
  override createWebGLContext(...[id, options]: Parameters<Renderer['createWebGLContext']>) {
    return super.createWebGLContext(id, { ...options, picking: false });
  }
}

/**
 * Clears what a frame of sigma draws, and nothing else: a cleared canvas is sent to the screen once more, and sigma
 * would clear all seven, that of the names among them, which are drawn less often.
 */
function ownLayers(sigma: Renderer, drawAbove: () => void) {
  const { nodes, edges } = sigma.getCanvases();
  const drawn = [nodes, edges].flatMap((canvas) => canvas?.getContext('webgl2') ?? []);
  return {
    clear: () => {
      for (const gl of drawn) gl.clear(gl.COLOR_BUFFER_BIT);
    },
    renderHighlightedNodes: drawAbove,
  };
}

/**
 * A sigma that draws with our programs in a frame that never changes, and leaves it to `picking` to say what the
 * pointer is on. `drawAbove` is called in each frame, for what lies above the graph. Throws where WebGL 2 is missing.
 */
export function createRenderer(
  container: HTMLElement,
  graph: StageGraph,
  look: StageLook,
  picking: Picking,
  drawAbove: () => void,
): Renderer {
  let unit = 1;
  const edgeDrawing = edgeDrawings();
  const sigma: Renderer = new SigmaWithoutPicking(graph, container, {
    allowInvalidContainer: true,
    stagePadding: 0,
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: true,
    enableCameraRotation: false,
    defaultNodeType: 'node',
    defaultEdgeType: 'straight',
    // Sigma's own programs would be compiled too.
    nodeProgramClasses: { node: createNodeProgram(look), circle: NoProgram },
    nodeHoverProgramClasses: { node: NoProgram, circle: NoProgram },
    edgeProgramClasses: {
      plain: lazyEdges(createEdgeProgram(look.edges, 'plain')),
      straight: lazyEdges(createEdgeProgram(look.edges, 'straight')),
      curved: lazyEdges(createEdgeProgram(look.edges, 'curved')),
      line: NoProgram,
      arrow: NoProgram,
    },
    nodeReducer: (_, node) => nodeDrawing(node),
    // Sigma hands over a copy; what relationships share is the original.
    edgeReducer: (id) => edgeDrawing(sigma.getGraph().getEdgeAttributes(id)),
    zoomToSizeRatioFunction: (ratio) => 1 / nodeScale(unit / ratio),
    zoomDuration: 180,
    inertiaDuration: 180,
    doubleClickZoomingDuration: 180,
  });
  Object.assign(sigma, picking, NO_DRAWING_ON_THE_WAY, ownLayers(sigma, drawAbove));
  paceFrames(sigma);
  const readUnit = () => {
    unit = unitScale(sigma);
  };
  sigma.on('resize', readUnit);
  sigma.setCustomBBox(FRAME_BOX);
  readUnit();
  return sigma;
}
