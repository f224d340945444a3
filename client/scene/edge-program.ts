import {
  EdgeProgram,
  type EdgeProgramType,
  type InstancedProgramDefinition,
  type ProgramInfo,
} from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { EDGE_FRAGMENT_SHADER, EDGE_VERTEX_SHADER, LINE_STYLES, type LineStyle } from './edge-shaders.ts';
import type { EdgeType } from './edge-shape.ts';
import { PLAIN_EDGE_FRAGMENT_SHADER, PLAIN_EDGE_VERTEX_SHADER } from './plain-edge-shaders.ts';
import type { EdgeAttributes, NodeAttributes } from './stage-graph.ts';
import { SteadyUpload } from './steady-upload.ts';
import type { Renderer } from './viewport.ts';

/** What the edge program reads beside sigma's own display data. */
export interface EdgeDrawing {
  bend: number;
  lineStyle: LineStyle;
}

/** Strength, 0 to 1, of all that a program draws, and whether it draws heads; read at each frame. */
export interface EdgeManner {
  strength: number;
  /** Among so many, heads are left out where they are too small to be told. */
  many: boolean;
}

const UNIFORMS = [
  'u_matrix',
  'u_dimensions',
  'u_sizeRatio',
  'u_pixelRatio',
  'u_strength',
  'u_heads',
] as const;
type Uniform = (typeof UNIFORMS)[number];

/** Segments of a curve; enough for one as long as the screen. */
const SEGMENTS: Readonly<Record<EdgeType, number>> = { plain: 1, straight: 1, curved: 24 };
/** Share of their natural size below which the heads of many relationships are left out. */
const HEADS_FROM = 0.34;

/** A strip of triangles: share of the way, side, and whether it belongs to the line or to the arrow head. */
function stripOf(segments: number): number[][] {
  const headSegments = segments === 1 ? 1 : segments / 4;
  const part = (count: number, head: number) =>
    Array.from({ length: (count + 1) * 2 }, (_, index) => [
      Math.floor(index / 2) / count,
      index % 2 === 0 ? -1 : 1,
      head,
    ]);
  return [...part(segments, 0), ...part(headSegments, 1)];
}

/**
 * Directed lines with arrow heads; but for plain ones with dashes, marks, curves and loops too. Sigma's own programs
 * neither dash nor draw loops (sigma#1429).
 */
export function createEdgeProgram(
  manner: EdgeManner,
  type: EdgeType,
): EdgeProgramType<NodeAttributes, EdgeAttributes> {
  const isPlain = type === 'plain';
  const strip = stripOf(SEGMENTS[type]);
  const lineVertices = (SEGMENTS[type] + 1) * 2;
  return class StageEdgeProgram extends EdgeProgram<Uniform, NodeAttributes, EdgeAttributes> {
    readonly #upload = new SteadyUpload();
    #heads = true;

    /** Without a picking buffer: the pointer finds relationships by their places, see `Pointing`. */
    constructor(gl: WebGLRenderingContext, _pickingBuffer: WebGLFramebuffer | null, renderer: Renderer) {
      super(gl, null, renderer);
    }

    override getDefinition(): InstancedProgramDefinition<Uniform> {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
      return {
        VERTICES: strip.length,
        VERTEX_SHADER_SOURCE: isPlain ? PLAIN_EDGE_VERTEX_SHADER : EDGE_VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: isPlain ? PLAIN_EDGE_FRAGMENT_SHADER : EDGE_FRAGMENT_SHADER,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_source', size: 2, type: FLOAT },
          { name: 'a_target', size: 2, type: FLOAT },
          { name: 'a_targetSize', size: 1, type: FLOAT },
          { name: 'a_thickness', size: 1, type: FLOAT },
          ...(isPlain
            ? []
            : [
                { name: 'a_bend', size: 1, type: FLOAT },
                { name: 'a_style', size: 1, type: FLOAT },
              ]),
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [
          { name: 'a_t', size: 1, type: FLOAT },
          { name: 'a_side', size: 1, type: FLOAT },
          { name: 'a_head', size: 1, type: FLOAT },
        ],
        CONSTANT_DATA: strip,
      };
    }

    override process(
      edgeIndex: number,
      offset: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      super.process(edgeIndex, offset, source, target, data);
      this.#upload.touch(offset);
    }

    override processVisibleItem(
      _edgeIndex: number,
      startIndex: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData & Partial<EdgeDrawing>,
    ): void {
      const { array } = this;
      let index = startIndex;
      array[index++] = source.x;
      array[index++] = source.y;
      array[index++] = target.x;
      array[index++] = target.y;
      array[index++] = target.size;
      array[index++] = data.size;
      if (!isPlain) {
        array[index++] = data.bend ?? 0;
        array[index++] = LINE_STYLES[data.lineStyle ?? 'solid'];
      }
      array[index++] = floatColor(data.color);
    }

    override reallocate(capacity: number): void {
      if (capacity !== this.capacity) this.#upload.renew();
      super.reallocate(capacity);
    }

    protected override bindProgram(program: ProgramInfo): void {
      this.#upload.bind(this, program, (attribute, offset, perItem) =>
        this.bindAttribute(attribute, program, offset, perItem),
      );
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
      const { u_matrix, u_dimensions, u_sizeRatio, u_pixelRatio, u_strength, u_heads } = uniformLocations;
      const { width, height, pixelRatio, sizeRatio, matrix } = params;
      this.#heads = !isPlain || !manner.many || 1 / sizeRatio >= HEADS_FROM;
      gl.uniformMatrix3fv(u_matrix, false, matrix);
      gl.uniform2f(u_dimensions, width * pixelRatio, height * pixelRatio);
      gl.uniform1f(u_sizeRatio, sizeRatio);
      gl.uniform1f(u_pixelRatio, pixelRatio);
      gl.uniform1f(u_strength, manner.strength);
      if (u_heads) gl.uniform1f(u_heads, this.#heads ? 1 : 0);
    }

    override drawWebGL(method: number, program: ProgramInfo): void {
      this.VERTICES = this.#heads ? strip.length : lineVertices;
      super.drawWebGL(method, program);
    }
  };
}
