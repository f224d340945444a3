import { parseHex } from '../look/colour.ts';

/** Pixels in a row of the texture, about. */
const ROW = 1024;
/** The pictograms have the first. */
const UNIT = 1;
/** Numbers in a pixel. */
const PARTS = 4;

/** A colour as one number, which a shader takes apart with `colourOf`. */
export function packColour(hex: string): number {
  let packed = PACKED.get(hex);
  if (packed === undefined) {
    const [red, green, blue] = parseHex(hex);
    packed = (red * 256 + green) * 256 + blue;
    PACKED.set(hex, packed);
  }
  return packed;
}
const PACKED = new Map<string, number>();

/**
 * What a vertex shader begins with that reads items from a `RecordTexture` of so many pixels an item, `part(0)` being the
 * first of them, and draws each item with `u_vertices` vertices: two triangles for each quad of which it consists.
 */
export function readingRecords(pixels: number): string {
  return /* glsl */ `#version 300 es
precision highp float;
precision highp int;

uniform highp sampler2D u_records;
uniform int u_vertices;

vec4 part(int index) {
  int item = gl_VertexID / u_vertices;
  int row = item / ${perRow(pixels)};
  return texelFetch(u_records, ivec2((item - row * ${perRow(pixels)}) * ${pixels} + index, row), 0);
}

/** Which quad of the item the vertex belongs to. */
int quadOfItem() {
  return gl_VertexID % u_vertices / 6;
}

/** Which corner of its quad the vertex is: 0 or 1 along, and -1 or 1 across. */
vec2 cornerOfQuad() {
  int corner = gl_VertexID % 6;
  return vec2(corner == 2 || corner == 3 || corner == 5, corner == 1 || corner > 3 ? 1.0 : -1.0);
}

vec3 colourOf(float packed) {
  return floor(mod(packed / vec3(65536.0, 256.0, 1.0), 256.0)) / 255.0;
}
`;
}

function perRow(pixels: number): number {
  return Math.floor(ROW / pixels);
}

/**
 * The items of a program where its vertex shader finds them, sent to the graphics card when they changed, and then only
 * the rows that did. Sigma draws an item as an instance and sends all at each frame; a card by software takes six times
 * as long for as many instances as for the same triangles.
 */
export class RecordTexture {
  readonly gl: WebGL2RenderingContext;
  readonly #texture: WebGLTexture;
  readonly #pixels: number;
  /** The rows that the card does not have; none while the end is not beyond the beginning. */
  #from = Number.POSITIVE_INFINITY;
  #to = 0;
  /** The whole array is another one. */
  #isNew = true;

  /** Throws on a WebGL that cannot be read from by a vertex shader. */
  constructor(gl: WebGLRenderingContext | WebGL2RenderingContext, pixels: number) {
    if (!(gl instanceof WebGL2RenderingContext)) throw new Error('the stage needs WebGL 2');
    this.gl = gl;
    this.#pixels = pixels;
    this.#texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  }

  get #rowLength(): number {
    return perRow(this.#pixels) * this.#pixels * PARTS;
  }

  /** An array for so many items; the texture has only whole rows. */
  allocate(capacity: number): Float32Array<ArrayBuffer> {
    this.#isNew = true;
    return new Float32Array(Math.ceil(capacity / perRow(this.#pixels)) * this.#rowLength);
  }

  /** To be called when an item was written. */
  touch(item: number): void {
    const row = Math.floor(item / perRow(this.#pixels));
    this.#from = Math.min(this.#from, row);
    this.#to = Math.max(this.#to, row + 1);
  }

  /** Sends what changed and lets the shader read from `records`, the uniform of that name. */
  bind(array: Float32Array, records: WebGLUniformLocation | undefined): void {
    const gl = this.gl;
    const length = this.#rowLength;
    const width = length / PARTS;
    gl.activeTexture(gl.TEXTURE0 + UNIT);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    if (this.#isNew) {
      const rows = array.length / length;
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, width, rows, 0, gl.RGBA, gl.FLOAT, array);
    } else if (this.#to > this.#from) {
      const [from, to] = [this.#from, this.#to];
      const changed = array.subarray(from * length, to * length);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, from, width, to - from, gl.RGBA, gl.FLOAT, changed);
    }
    if (records) gl.uniform1i(records, UNIT);
    this.#isNew = false;
    this.#from = Number.POSITIVE_INFINITY;
    this.#to = 0;
  }

  kill(): void {
    this.gl.deleteTexture(this.#texture);
  }
}
