import { readingRecords } from './record-texture.ts';

/** Pixels of a record: both ends; size of the target, thickness and colour. */
export const PLAIN_EDGE_PIXELS = 2;

/**
 * The most frequent relationship, straight and solid, as cheap as can be: a strip from node to node and, where heads
 * are drawn, a second one that narrows to the tip. In device pixels with y up.
 */
export const PLAIN_EDGE_VERTEX_SHADER = /* glsl */ `${readingRecords(PLAIN_EDGE_PIXELS)}
uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform float u_strength;
uniform float u_heads;

flat out vec4 v_color;
out float v_across;
out float v_half;

vec2 toPixels(vec2 position) {
  return ((u_matrix * vec3(position, 1.0)).xy + 1.0) * u_dimensions * 0.5;
}

void main() {
  vec4 ends = part(0);
  vec4 rest = part(1);
  float targetSize = rest.x;
  float thickness = rest.y;
  bool isHead = quadOfItem() == 1;
  vec2 corner = cornerOfQuad();

  vec2 source = toPixels(ends.xy);
  vec2 target = toPixels(ends.zw);
  vec2 delta = target - source;
  float chord = max(length(delta), 0.001);
  vec2 along = delta / chord;
  float scale = clamp(1.0 / u_sizeRatio, 0.45, 1.5) * u_pixelRatio;

  // The line ends where the head begins; without heads it goes on below the node.
  float tip = chord - targetSize / u_sizeRatio * u_pixelRatio - 1.5 * u_pixelRatio;
  float headStart = tip - (5.5 + 1.5 * thickness) * scale;
  float lineEnd = u_heads > 0.5 ? max(headStart, 0.0) : chord;
  float distance = isHead ? mix(lineEnd, max(tip, 0.0), corner.x) : lineEnd * corner.x;
  float lineHalf = max(thickness * scale, u_pixelRatio) * 0.5;
  v_half = isHead ? (2.2 + 0.9 * thickness) * scale * (1.0 - corner.x) : lineHalf;

  v_across = corner.y * (v_half + 0.75 * u_pixelRatio);
  vec2 point = source + along * distance + vec2(-along.y, along.x) * v_across;
  v_color = vec4(colourOf(rest.z) * u_strength, u_strength);
  gl_Position = vec4(point / u_dimensions * 2.0 - 1.0, 0.0, 1.0);
}
`;

export const PLAIN_EDGE_FRAGMENT_SHADER = /* glsl */ `#version 300 es
precision mediump float;

flat in vec4 v_color;
in float v_across;
in float v_half;

out vec4 pixel;

void main() {
  pixel = v_color * clamp(v_half - abs(v_across) + 0.5, 0.0, 1.0);
}
`;
