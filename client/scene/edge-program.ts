import { EdgeProgram, type EdgeProgramType, type ProgramDefinition, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import {
  EDGE_FRAGMENT_SHADER,
  EDGE_PIXELS,
  EDGE_VERTEX_SHADER,
  LINE_STYLES,
  type LineStyle,
} from './edge-shaders.ts';
import type { EdgeType } from './edge-shape.ts';
import {
  PLAIN_EDGE_FRAGMENT_SHADER,
  PLAIN_EDGE_PIXELS,
  PLAIN_EDGE_VERTEX_SHADER,
} from './plain-edge-shaders.ts';
import { packColour, RecordTexture } from './record-texture.ts';
import type { EdgeAttributes, NodeAttributes } from './stage-graph.ts';
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
  'u_records',
  'u_vertices',
  'u_lineQuads',
  'u_headQuads',
  'u_matrix',
  'u_dimensions',
  'u_sizeRatio',
  'u_pixelRatio',
  'u_strength',
  'u_heads',
] as const;
type Uniform = (typeof UNIFORMS)[number];

/** Quads of the line and of its head; for a curve enough for one as long as the screen. */
const QUADS: Readonly<Record<EdgeType, { line: number; head: number; mark: number }>> = {
  plain: { line: 1, head: 1, mark: 0 },
  straight: { line: 1, head: 1, mark: 1 },
  curved: { line: 24, head: 6, mark: 1 },
};
const VERTICES_A_QUAD = 6;
/** Share of their natural size below which the heads of many relationships are left out. */
const HEADS_FROM = 0.34;

/**
 * Directed lines with arrow heads; but for plain ones with dashes, marks, curves and loops too. Sigma's own programs
 * neither dash nor draw loops (sigma#1429).
 */
export function createEdgeProgram(
  manner: EdgeManner,
  type: EdgeType,
): EdgeProgramType<NodeAttributes, EdgeAttributes> {
  const isPlain = type === 'plain';
  const quads = QUADS[type];
  const pixels = isPlain ? PLAIN_EDGE_PIXELS : EDGE_PIXELS;
  return class StageEdgeProgram extends EdgeProgram<Uniform, NodeAttributes, EdgeAttributes> {
    readonly #records: RecordTexture;
    #vertices = 0;

    /** Without a picking buffer: the pointer finds relationships by their places, see `Pointing`. */
    constructor(gl: WebGLRenderingContext, _pickingBuffer: WebGLFramebuffer | null, renderer: Renderer) {
      super(gl, null, renderer);
      this.#records = new RecordTexture(gl, pixels);
    }

    override getDefinition(): ProgramDefinition<Uniform> {
      const { FLOAT, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: 1,
        VERTEX_SHADER_SOURCE: isPlain ? PLAIN_EDGE_VERTEX_SHADER : EDGE_VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: isPlain ? PLAIN_EDGE_FRAGMENT_SHADER : EDGE_FRAGMENT_SHADER,
        METHOD: TRIANGLES,
        UNIFORMS,
        // Only for its size: what the shader reads are the records.
        ATTRIBUTES: [{ name: 'a_record', size: pixels * 4, type: FLOAT }],
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
      this.#records.touch(offset);
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
      array[index++] = packColour(data.color);
      if (isPlain) return;
      array[index++] = data.bend ?? 0;
      array[index++] = LINE_STYLES[data.lineStyle ?? 'solid'];
    }

    override reallocate(capacity: number): void {
      if (capacity === this.capacity) return;
      super.reallocate(capacity);
      this.array = this.#records.allocate(capacity);
    }

    protected override bindProgram(): void {}

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
      const { u_matrix, u_dimensions, u_sizeRatio, u_pixelRatio, u_strength, u_heads } = uniformLocations;
      const { u_records, u_vertices, u_lineQuads, u_headQuads } = uniformLocations;
      const { width, height, pixelRatio, sizeRatio, matrix } = params;
      const hasHeads = !isPlain || !manner.many || 1 / sizeRatio >= HEADS_FROM;
      this.#vertices = VERTICES_A_QUAD * (quads.line + (hasHeads ? quads.head : 0) + quads.mark);
      this.#records.bind(this.array, u_records);
      gl.uniform1i(u_vertices, this.#vertices);
      gl.uniformMatrix3fv(u_matrix, false, matrix);
      gl.uniform2f(u_dimensions, width * pixelRatio, height * pixelRatio);
      gl.uniform1f(u_sizeRatio, sizeRatio);
      gl.uniform1f(u_pixelRatio, pixelRatio);
      gl.uniform1f(u_strength, manner.strength);
      if (u_heads) gl.uniform1f(u_heads, hasHeads ? 1 : 0);
      if (u_lineQuads) gl.uniform1i(u_lineQuads, quads.line);
      if (u_headQuads) gl.uniform1i(u_headQuads, quads.head);
    }

    override drawWebGL(method: number, { gl }: ProgramInfo): void {
      gl.drawArrays(method, 0, this.#vertices * this.capacity);
    }

    override kill(): void {
      this.#records.kill();
      super.kill();
    }
  };
}
