/** How a line is drawn; the numbers are the shader's. */
export const LINE_STYLES = { solid: 0, dashed: 1, denied: 2, dotted: 3, marked: 4 } as const;
export type LineStyle = keyof typeof LINE_STYLES;

/**
 * A relationship is a strip along its line, a quadratic curve or a circle, in device pixels with y up.
 * The fragment shader cuts line, arrow head, dashes and marks out of the strip by the distances along and across.
 */
export const EDGE_VERTEX_SHADER = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_targetSize;
attribute float a_thickness;
attribute float a_bend;
attribute float a_style;
attribute vec4 a_color;
attribute float a_t;
attribute float a_side;
attribute float a_head;

uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform float u_strength;

varying vec4 v_color;
varying float v_style;
varying float v_across;
varying float v_along;
varying float v_total;
varying float v_remaining;
varying float v_half;
varying float v_headLength;
varying float v_headHalf;

const float BIAS = 255.0 / 254.0;
const float TAU = 6.283185307;

vec2 toPixels(vec2 position) {
  return ((u_matrix * vec3(position, 1.0)).xy + 1.0) * u_dimensions * 0.5;
}

vec2 curve(vec2 a, vec2 b, vec2 c, float t) {
  return mix(mix(a, b, t), mix(b, c, t), t);
}

void main() {
  vec2 source = toPixels(a_source);
  vec2 target = toPixels(a_target);
  float scale = clamp(1.0 / u_sizeRatio, 0.45, 1.5) * u_pixelRatio;
  float nodeRadius = a_targetSize / u_sizeRatio * u_pixelRatio;
  float gap = 1.5 * u_pixelRatio;
  vec2 delta = target - source;
  float chord = length(delta);
  v_half = max(a_thickness * scale, u_pixelRatio) * 0.5;
  v_headLength = (5.5 + 1.5 * a_thickness) * scale;
  v_headHalf = (2.2 + 0.9 * a_thickness) * scale;

  bool loop = chord < 0.001;
  float loopRadius = max(7.0 * u_pixelRatio, nodeRadius * 0.8) + a_bend * 6.0 * u_pixelRatio;
  vec2 control = 0.5 * (source + target) + vec2(-delta.y, delta.x) * a_bend;
  v_total = loop ? TAU * loopRadius : chord;
  if (!loop && a_bend != 0.0) {
    v_total = 0.0;
    vec2 last = source;
    for (int i = 1; i <= 8; i++) {
      vec2 next = curve(source, control, target, float(i) / 8.0);
      v_total += length(next - last);
      last = next;
    }
  }

  // The line ends where the head begins, so that only the head needs a wide strip.
  float headAt = loop ? 0.5 : clamp(1.0 - (nodeRadius + gap + v_headLength * 1.3) / v_total, 0.0, 1.0);
  float t = a_head > 0.5 ? mix(headAt, 1.0, a_t) : headAt * a_t;

  vec2 point;
  vec2 tangent;
  if (loop) {
    float angle = TAU * (t - 0.25);
    point = source + vec2(0.0, nodeRadius + loopRadius * 0.6) + loopRadius * vec2(cos(angle), sin(angle));
    tangent = vec2(-sin(angle), cos(angle));
    float away = length(point - source) - nodeRadius;
    v_remaining = t < 0.5 ? max(away, loopRadius) : away;
  } else {
    point = curve(source, control, target, t);
    tangent = mix(control - source, target - control, t);
    v_remaining = length(point - target) - nodeRadius;
  }
  v_remaining -= gap;
  v_along = t * v_total;
  v_style = a_style;

  float widest = a_head > 0.5 ? v_headHalf : v_half;
  if (a_style > 1.5) widest = max(widest, 6.0 * scale);
  v_across = a_side * (widest + 0.75 * u_pixelRatio);
  point += normalize(vec2(-tangent.y, tangent.x)) * v_across;

  v_color = a_color;
  v_color.a *= BIAS * u_strength;

  gl_Position = vec4(point / u_dimensions * 2.0 - 1.0, 0.0, 1.0);
}
`;

export const EDGE_FRAGMENT_SHADER = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;

varying vec4 v_color;
varying float v_style;
varying float v_across;
varying float v_along;
varying float v_total;
varying float v_remaining;
varying float v_half;
varying float v_headLength;
varying float v_headHalf;

float inside(float distance, float half_) {
  return 1.0 - smoothstep(half_ - 0.5, half_ + 0.5, distance);
}

float dash(float on, float off) {
  float phase = mod(v_along, on + off);
  return inside(abs(phase - on * 0.5), on * 0.5);
}

void main() {
  float across = abs(v_across);

  float covered = inside(across, v_half);
  float fromMiddle = abs(v_along - v_total * 0.5);
  float unit = u_pixelRatio;
  if (v_style > 0.5 && v_style < 2.5) covered *= dash(5.0 * unit + v_half, 4.0 * unit + v_half);
  else if (v_style > 2.5 && v_style < 3.5) covered *= dash(1.6 * unit, 3.4 * unit + v_half);
  if (v_style > 1.5 && v_style < 2.5) {
    covered = max(covered, inside(fromMiddle, 0.9 * unit) * inside(across, 4.5 * unit + v_half * 0.5));
  } else if (v_style > 3.5) {
    covered = max(covered, inside(length(vec2(fromMiddle, across)), 2.0 * unit + v_half * 0.6));
  }
  if (v_remaining < v_headLength) {
    covered = inside(across, max(0.0, v_remaining / v_headLength) * v_headHalf) * step(0.0, v_remaining);
  }
  float alpha = covered * v_color.a;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
}
`;
