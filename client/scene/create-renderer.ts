import Sigma from 'sigma';
import type { NodeHoverDrawingFunction } from 'sigma/rendering';
import { PALETTES } from '../look/palette.ts';
import { createEdgeProgram, type EdgeDrawing } from './edge-program.ts';
import { createNodeProgram, type NodeDrawing } from './node-program.ts';
import type { ResolvedEmphasis } from './resolve-emphasis.ts';
import type { EdgeAttributes, NodeAttributes, StageGraph } from './stage-graph.ts';
import type { StageLook } from './stage-look.ts';
import { FRAME_BOX, nodeScale, type Renderer, unitScale } from './viewport.ts';

/** Segments of a curve; enough for one as long as the screen. */
const CURVE_SEGMENTS = 24;

/** What the reducers read: set once, changed in place. */
export interface RendererState {
  look: StageLook;
  emphasis: ResolvedEmphasis;
}

function reduceNode(state: RendererState, id: string, data: NodeAttributes) {
  const emphasis = state.emphasis.nodes.get(id);
  const drawing: NodeDrawing = {
    iconCell: data.iconCell,
    lit: emphasis !== undefined,
    ring: emphasis?.ring ?? 'none',
  };
  const { x, y, size, color } = data;
  return { x, y, size, color, type: 'node', ...drawing };
}

function reduceEdge(state: RendererState, id: string, data: EdgeAttributes) {
  const emphasis = state.emphasis.relationships.get(id);
  const drawing: EdgeDrawing = {
    bend: data.bend,
    lineStyle: data.lineStyle,
    strength: emphasis ? (emphasis.tone === 'accent' ? 1 : 0.9) : -1,
  };
  const accent = PALETTES[state.look.scheme].accent;
  return {
    size: emphasis?.width ?? data.size,
    color: emphasis?.tone === 'accent' ? accent : data.color,
    type: data.type,
    ...drawing,
  };
}

/** A sigma that draws with our programs in a frame that never changes. Throws where WebGL is missing. */
export function createRenderer(
  container: HTMLElement,
  graph: StageGraph,
  state: RendererState,
  drawHover: NodeHoverDrawingFunction<NodeAttributes, EdgeAttributes>,
): Renderer {
  let unit = 1;
  const sigma = new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
    allowInvalidContainer: true,
    stagePadding: 0,
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: true,
    enableCameraRotation: false,
    defaultNodeType: 'node',
    defaultEdgeType: 'straight',
    nodeProgramClasses: { node: createNodeProgram(state.look) },
    edgeProgramClasses: {
      straight: createEdgeProgram(state.look, 1),
      curved: createEdgeProgram(state.look, CURVE_SEGMENTS),
    },
    nodeReducer: (id, data) => reduceNode(state, id, data),
    edgeReducer: (id, data) => reduceEdge(state, id, data),
    defaultDrawNodeHover: drawHover,
    zoomToSizeRatioFunction: (ratio) => 1 / nodeScale(unit / ratio),
    zoomDuration: 180,
    inertiaDuration: 180,
    doubleClickZoomingDuration: 180,
  });
  const readUnit = () => {
    unit = unitScale(sigma);
  };
  sigma.on('resize', readUnit);
  sigma.setCustomBBox(FRAME_BOX);
  readUnit();
  return sigma;
}
