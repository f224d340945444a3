import type { Program, ProgramInfo } from 'sigma/rendering';

type Attribute = Program['ATTRIBUTES'][number];
/** What is read of a program; it may draw whatever graph. */
type Data = Pick<Program, 'array' | 'constantArray' | 'STRIDE' | 'ATTRIBUTES' | 'CONSTANT_ATTRIBUTES'>;

/**
 * Sends a program's data to the graphics card when it changed, and then only the part that did; sigma itself sends
 * all of it at each frame. One for each program.
 */
export class SteadyUpload {
  /** The items that the card does not have; none while the end is not beyond the beginning. */
  #from = Number.POSITIVE_INFINITY;
  #to = 0;
  /** The whole array is another one. */
  #isNew = true;

  /** To be called when the program's array was made anew. */
  renew(): void {
    this.#isNew = true;
  }

  /** To be called when an item was written. */
  touch(item: number): void {
    this.#from = Math.min(this.#from, item);
    this.#to = Math.max(this.#to, item + 1);
  }

  /** What sigma's `bindProgram` does, without sending again what is there. */
  bind(
    { array, constantArray, STRIDE, ATTRIBUTES, CONSTANT_ATTRIBUTES }: Data,
    { gl, buffer, constantBuffer }: ProgramInfo,
    bindAttribute: (attribute: Attribute, offset: number, perItem: boolean) => number,
  ): void {
    gl.bindBuffer(gl.ARRAY_BUFFER, constantBuffer);
    let offset = 0;
    for (const attribute of CONSTANT_ATTRIBUTES) offset += bindAttribute(attribute, offset, false);
    if (this.#isNew) gl.bufferData(gl.ARRAY_BUFFER, constantArray, gl.STATIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    offset = 0;
    for (const attribute of ATTRIBUTES) offset += bindAttribute(attribute, offset, true);
    if (this.#isNew) gl.bufferData(gl.ARRAY_BUFFER, array, gl.DYNAMIC_DRAW);
    else if (this.#to > this.#from) {
      const start = this.#from * STRIDE;
      gl.bufferSubData(
        gl.ARRAY_BUFFER,
        start * array.BYTES_PER_ELEMENT,
        array.subarray(start, this.#to * STRIDE),
      );
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
    this.#isNew = false;
    this.#from = Number.POSITIVE_INFINITY;
    this.#to = 0;
  }
}
