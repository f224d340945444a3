/**
 * The most frequent relationship, straight and solid, as cheap as can be: a strip from node to node and, where heads
 * are drawn, a second one that narrows to the tip. In device pixels with y up.
 */
export const PLAIN_EDGE_VERTEX_SHADER = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_targetSize;
attribute float a_thickness;
attribute vec4 a_color;
attribute float a_t;
attribute float a_side;
attribute float a_head;

uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform float u_strength;
uniform float u_heads;

varying vec4 v_color;
varying float v_across;
varying float v_half;

vec2 toPixels(vec2 position) {
  return ((u_matrix * vec3(position, 1.0)).xy + 1.0) * u_dimensions * 0.5;
}

void main() {
  vec2 source = toPixels(a_source);
  vec2 target = toPixels(a_target);
  vec2 delta = target - source;
  float chord = max(length(delta), 0.001);
  vec2 along = delta / chord;
  float scale = clamp(1.0 / u_sizeRatio, 0.45, 1.5) * u_pixelRatio;

  // The line ends where the head begins; without heads it goes on below the node.
  float tip = chord - a_targetSize / u_sizeRatio * u_pixelRatio - 1.5 * u_pixelRatio;
  float headStart = tip - (5.5 + 1.5 * a_thickness) * scale;
  float lineEnd = u_heads > 0.5 ? max(headStart, 0.0) : chord;
  float distance = a_head > 0.5 ? mix(lineEnd, max(tip, 0.0), a_t) : lineEnd * a_t;
  float lineHalf = max(a_thickness * scale, u_pixelRatio) * 0.5;
  v_half = a_head > 0.5 ? (2.2 + 0.9 * a_thickness) * scale * (1.0 - a_t) : lineHalf;

  v_across = a_side * (v_half + 0.75 * u_pixelRatio);
  vec2 point = source + along * distance + vec2(-along.y, along.x) * v_across;
  float alpha = a_color.a * u_strength * (255.0 / 254.0);
  v_color = vec4(a_color.rgb * alpha, alpha);
  gl_Position = vec4(point / u_dimensions * 2.0 - 1.0, 0.0, 1.0);
}
`;

export const PLAIN_EDGE_FRAGMENT_SHADER = /* glsl */ `
precision mediump float;

varying vec4 v_color;
varying float v_across;
varying float v_half;

void main() {
  gl_FragColor = v_color * clamp(v_half - abs(v_across) + 0.5, 0.0, 1.0);
}
`;
