import type { EdgeProgramType, NodeProgramType } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import type { EdgeAttributes, NodeAttributes } from './stage-graph.ts';
import type { Renderer } from './viewport.ts';

type NodeClass = NodeProgramType<NodeAttributes, EdgeAttributes>;
type EdgeClass = EdgeProgramType<NodeAttributes, EdgeAttributes>;

/** Draws nothing: in place of a program that sigma would compile and never use. */
export class NoProgram {
  drawLabel = undefined;
  drawHover = undefined;
  reallocate(): void {}
  process(): void {}
  render(): void {}
  kill(): void {}
}

/** A program made when there is something for it to draw: compiling its shaders takes the longest of a page's start. */
class Lazy<
  Made extends { reallocate(capacity: number): void; render(params: RenderParams): void; kill(): void },
> {
  readonly #gl: WebGLRenderingContext;
  readonly #make: () => Made;
  #made: Made | null = null;

  constructor(gl: WebGLRenderingContext, make: () => Made) {
    this.#gl = gl;
    this.#make = make;
  }

  get made(): Made | null {
    return this.#made;
  }

  reallocate(capacity: number): void {
    // A lost context compiles nothing; the stage is about to be made anew.
    if (capacity > 0 && !this.#gl.isContextLost()) this.#made ??= this.#make();
    this.#made?.reallocate(capacity);
  }

  render(params: RenderParams): void {
    this.#made?.render(params);
  }

  kill(): void {
    this.#made?.kill();
  }
}

/** The same program, compiled once it is to draw its first node. */
export function lazyNodes(Program: NodeClass): NodeClass {
  return class extends Lazy<InstanceType<NodeClass>> {
    drawLabel = undefined;
    drawHover = undefined;

    constructor(gl: WebGLRenderingContext, pickingBuffer: WebGLFramebuffer | null, renderer: Renderer) {
      super(gl, () => new Program(gl, pickingBuffer, renderer));
    }

    process(index: number, offset: number, data: NodeDisplayData): void {
      this.made?.process(index, offset, data);
    }
  };
}

/** The same program, compiled once it is to draw its first edge. */
export function lazyEdges(Program: EdgeClass): EdgeClass {
  return class extends Lazy<InstanceType<EdgeClass>> {
    drawLabel = undefined;

    constructor(gl: WebGLRenderingContext, pickingBuffer: WebGLFramebuffer | null, renderer: Renderer) {
      super(gl, () => new Program(gl, pickingBuffer, renderer));
    }

    process(
      index: number,
      offset: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      this.made?.process(index, offset, source, target, data);
    }
  };
}
