import {
  type InstancedProgramDefinition,
  NodeProgram,
  type NodeProgramType,
  type ProgramInfo,
} from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { ATLAS_COLUMNS, drawAtlas } from './icon-atlas.ts';
import { NODE_FRAGMENT_SHADER, NODE_RINGS, NODE_VERTEX_SHADER, type NodeRing } from './node-shaders.ts';
import type { EdgeAttributes, NodeAttributes } from './stage-graph.ts';
import type { StageLook } from './stage-look.ts';
import { SteadyUpload } from './steady-upload.ts';
import type { Renderer } from './viewport.ts';

/** What the node program reads beside sigma's own display data. */
export interface NodeDrawing {
  /** Cell of the pictogram in the atlas. */
  iconCell: number;
  ring: NodeRing;
}

const UNIFORMS = [
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

function uploadAtlas(gl: Gl): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, drawAtlas());
  gl.generateMipmap(gl.TEXTURE_2D);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  return texture;
}

/** Discs with pictograms and rings, all kinds in one draw call. */
export function createNodeProgram(look: StageLook): NodeProgramType<NodeAttributes, EdgeAttributes> {
  return class StageNodeProgram extends NodeProgram<Uniform, NodeAttributes, EdgeAttributes> {
    readonly #atlas: WebGLTexture;
    readonly #upload = new SteadyUpload();

    /** Without a picking buffer: the pointer finds nodes by their places, see `Pointing`. */
    constructor(gl: Gl, _pickingBuffer: WebGLFramebuffer | null, renderer: Renderer) {
      super(gl, null, renderer);
      this.#atlas = uploadAtlas(gl);
    }

    override getDefinition(): InstancedProgramDefinition<Uniform> {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: 3,
        VERTEX_SHADER_SOURCE: NODE_VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: NODE_FRAGMENT_SHADER,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_cell', size: 1, type: FLOAT },
          { name: 'a_ring', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
        CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
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
      array[index++] = data.iconCell ?? 0;
      array[index++] = NODE_RINGS[data.ring ?? 'none'];
      array[index++] = floatColor(data.color);
    }

    override process(nodeIndex: number, offset: number, data: NodeDisplayData): void {
      super.process(nodeIndex, offset, data);
      this.#upload.touch(offset);
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
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
      gl.uniform1f(uniformLocations.u_columns, ATLAS_COLUMNS);
      gl.uniform3f(uniformLocations.u_ground, ...look.ground);
      gl.uniform3f(uniformLocations.u_icon, ...look.icon);
      gl.uniform3f(uniformLocations.u_accent, ...look.accent);
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, this.#atlas);
      gl.uniform1i(uniformLocations.u_atlas, 0);
    }

    override kill(): void {
      this.normalProgram.gl.deleteTexture(this.#atlas);
      super.kill();
    }
  };
}
