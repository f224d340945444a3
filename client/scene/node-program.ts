import { NodeProgram, type NodeProgramType, type ProgramDefinition, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { ATLAS_COLUMNS, IconAtlas } from './icon-atlas.ts';
import {
  NODE_FRAGMENT_SHADER,
  NODE_PIXELS,
  NODE_RINGS,
  NODE_VERTEX_SHADER,
  type NodeRing,
} from './node-shaders.ts';
import { packColour, RecordTexture } from './record-texture.ts';
import type { EdgeAttributes, NodeAttributes } from './stage-graph.ts';
import type { StageLook } from './stage-look.ts';
import type { Renderer } from './viewport.ts';

/** What the node program reads beside sigma's own display data. */
export interface NodeDrawing {
  /** Cell of the pictogram in the atlas. */
  iconCell: number;
  ring: NodeRing;
}

const UNIFORMS = [
  'u_records',
  'u_vertices',
  'u_matrix',
  'u_sizeRatio',
  'u_correctionRatio',
  'u_pixelRatio',
  'u_atlas',
  'u_columns',
  'u_ground',
  'u_icon',
  'u_accent',
] as const;
type Uniform = (typeof UNIFORMS)[number];
type Gl = WebGLRenderingContext | WebGL2RenderingContext;

/** A quad. */
const VERTICES = 6;

/** Discs with pictograms and rings, all kinds in one draw call. */
export function createNodeProgram(look: StageLook): NodeProgramType<NodeAttributes, EdgeAttributes> {
  return class StageNodeProgram extends NodeProgram<Uniform, NodeAttributes, EdgeAttributes> {
    readonly #atlas: IconAtlas;
    readonly #records: RecordTexture;

    /** Without a picking buffer: the pointer finds nodes by their places, see `Pointing`. */
    constructor(gl: Gl, _pickingBuffer: WebGLFramebuffer | null, renderer: Renderer) {
      super(gl, null, renderer);
      this.#records = new RecordTexture(gl, NODE_PIXELS);
      this.#atlas = new IconAtlas(this.#records.gl);
    }

    override getDefinition(): ProgramDefinition<Uniform> {
      const { FLOAT, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: 1,
        VERTEX_SHADER_SOURCE: NODE_VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: NODE_FRAGMENT_SHADER,
        METHOD: TRIANGLES,
        UNIFORMS,
        // Only for its size: what the shader reads are the records.
        ATTRIBUTES: [{ name: 'a_record', size: NODE_PIXELS * 4, type: FLOAT }],
      };
    }

    override processVisibleItem(
      _nodeIndex: number,
      startIndex: number,
      data: NodeDisplayData & Partial<NodeDrawing>,
    ): void {
      const { array } = this;
      let index = startIndex;
      array[index++] = data.x;
      array[index++] = data.y;
      array[index++] = data.size;
      array[index++] = packColour(data.color);
      const cell = data.iconCell ?? 0;
      this.#atlas.need(cell);
      array[index++] = cell;
      array[index++] = NODE_RINGS[data.ring ?? 'none'];
    }

    override process(nodeIndex: number, offset: number, data: NodeDisplayData): void {
      super.process(nodeIndex, offset, data);
      this.#records.touch(offset);
    }

    override reallocate(capacity: number): void {
      if (capacity === this.capacity) return;
      super.reallocate(capacity);
      this.array = this.#records.allocate(capacity);
    }

    protected override bindProgram(): void {}

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
      this.#records.bind(this.array, uniformLocations.u_records);
      gl.uniform1i(uniformLocations.u_vertices, VERTICES);
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
      gl.uniform1f(uniformLocations.u_columns, ATLAS_COLUMNS);
      gl.uniform3f(uniformLocations.u_ground, ...look.ground);
      gl.uniform3f(uniformLocations.u_icon, ...look.icon);
      gl.uniform3f(uniformLocations.u_accent, ...look.accent);
      this.#atlas.bind(0);
      gl.uniform1i(uniformLocations.u_atlas, 0);
    }

    override drawWebGL(method: number, { gl }: ProgramInfo): void {
      gl.drawArrays(method, 0, VERTICES * this.capacity);
    }

    override kill(): void {
      this.#records.kill();
      this.#atlas.kill();
      super.kill();
    }
  };
}
