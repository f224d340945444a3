import {
  EdgeProgram,
  type EdgeProgramType,
  type InstancedProgramDefinition,
  type ProgramInfo,
} from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { EDGE_FRAGMENT_SHADER, EDGE_VERTEX_SHADER, LINE_STYLES, type LineStyle } from './edge-shaders.ts';
import type { StageLook } from './stage-look.ts';

/** What the edge program reads beside sigma's own display data. */
export interface EdgeDrawing {
  bend: number;
  lineStyle: LineStyle;
  /** 0 to 1, or -1 for the strength that the stage gives to what nobody looks at. */
  strength: number;
}

const UNIFORMS = ['u_matrix', 'u_dimensions', 'u_sizeRatio', 'u_pixelRatio', 'u_rest', 'u_pickHalf'] as const;
type Uniform = (typeof UNIFORMS)[number];

/** Half the width in pixels within which the pointer touches a line. */
const PICK_HALF = 5;

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
 * Directed lines with arrow heads, dashes and marks, and a wide margin for the pointer. One segment draws straight
 * lines; curves and loops need more. Sigma's own programs neither dash nor draw loops (sigma#1429).
 */
export function createEdgeProgram(look: StageLook, segments: number): EdgeProgramType {
  const strip = stripOf(segments);
  return class StageEdgeProgram extends EdgeProgram<Uniform> {
    override getDefinition(): InstancedProgramDefinition<Uniform> {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
      return {
        VERTICES: strip.length,
        VERTEX_SHADER_SOURCE: EDGE_VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: EDGE_FRAGMENT_SHADER,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_source', size: 2, type: FLOAT },
          { name: 'a_target', size: 2, type: FLOAT },
          { name: 'a_targetSize', size: 1, type: FLOAT },
          { name: 'a_thickness', size: 1, type: FLOAT },
          { name: 'a_bend', size: 1, type: FLOAT },
          { name: 'a_style', size: 1, type: FLOAT },
          { name: 'a_strength', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [
          { name: 'a_t', size: 1, type: FLOAT },
          { name: 'a_side', size: 1, type: FLOAT },
          { name: 'a_head', size: 1, type: FLOAT },
        ],
        CONSTANT_DATA: strip,
      };
    }

    override processVisibleItem(
      edgeIndex: number,
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
      array[index++] = data.bend ?? 0;
      array[index++] = LINE_STYLES[data.lineStyle ?? 'solid'];
      array[index++] = data.strength ?? -1;
      array[index++] = floatColor(data.color);
      array[index++] = edgeIndex;
    }

    override renderProgram(params: RenderParams, program: ProgramInfo<Uniform>): void {
      if (!program.isPicking || look.edgesPickable) super.renderProgram(params, program);
    }

    override setUniforms(
      params: RenderParams,
      { gl, uniformLocations, isPicking }: ProgramInfo<Uniform>,
    ): void {
      const { u_matrix, u_dimensions, u_sizeRatio, u_pixelRatio, u_rest, u_pickHalf } = uniformLocations;
      const { width, height, pixelRatio, sizeRatio, matrix } = params;
      gl.uniformMatrix3fv(u_matrix, false, matrix);
      gl.uniform2f(u_dimensions, width * pixelRatio, height * pixelRatio);
      gl.uniform1f(u_sizeRatio, sizeRatio);
      gl.uniform1f(u_pixelRatio, pixelRatio);
      gl.uniform1f(u_rest, look.edgeRest);
      gl.uniform1f(u_pickHalf, isPicking ? PICK_HALF * pixelRatio : 0);
    }
  };
}
