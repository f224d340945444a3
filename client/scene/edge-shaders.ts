import { readingRecords } from './record-texture.ts';

/** How a line is drawn; the numbers are the shader's. */
export const LINE_STYLES = { solid: 0, dashed: 1, denied: 2, dotted: 3, marked: 4 } as const;
export type LineStyle = keyof typeof LINE_STYLES;

/** Pixels of a record: both ends; size of the target, thickness, colour and bend; style. */
export const EDGE_PIXELS = 3;

/**
 * A relationship is a strip along its line, a quadratic curve or a circle, in device pixels with y up: quads of the line,
 * then of its head, and one for the mark in its middle. The fragment shader cuts line, arrow head, dashes and marks out
 * of them by the distances along and across.
 */
export const EDGE_VERTEX_SHADER = /* glsl */ `${readingRecords(EDGE_PIXELS)}
uniform int u_lineQuads;
uniform int u_headQuads;
uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform float u_strength;

flat out vec4 v_color;
flat out float v_style;
flat out float v_isMark;
flat out float v_half;
flat out float v_headLength;
flat out float v_headHalf;
out float v_across;
out float v_along;
out float v_total;
out float v_remaining;

const float TAU = 6.283185307;

vec2 toPixels(vec2 position) {
  return ((u_matrix * vec3(position, 1.0)).xy + 1.0) * u_dimensions * 0.5;
}

vec2 curve(vec2 a, vec2 b, vec2 c, float t) {
  return mix(mix(a, b, t), mix(b, c, t), t);
}

void main() {
  vec4 ends = part(0);
  vec4 rest = part(1);
  float targetSize = rest.x;
  float thickness = rest.y;
  float bend = rest.w;
  v_style = part(2).x;
  int quad = quadOfItem();
  vec2 corner = cornerOfQuad();
  bool isHead = quad >= u_lineQuads && quad < u_lineQuads + u_headQuads;
  bool isMark = quad >= u_lineQuads + u_headQuads;
  bool hasMark = (v_style > 1.5 && v_style < 2.5) || v_style > 3.5;

  vec2 source = toPixels(ends.xy);
  vec2 target = toPixels(ends.zw);
  float scale = clamp(1.0 / u_sizeRatio, 0.45, 1.5) * u_pixelRatio;
  float nodeRadius = targetSize / u_sizeRatio * u_pixelRatio;
  float gap = 1.5 * u_pixelRatio;
  vec2 delta = target - source;
  float chord = length(delta);
  v_half = max(thickness * scale, u_pixelRatio) * 0.5;
  v_headLength = (5.5 + 1.5 * thickness) * scale;
  v_headHalf = (2.2 + 0.9 * thickness) * scale;

  bool loop = chord < 0.001;
  float loopRadius = max(7.0 * u_pixelRatio, nodeRadius * 0.8) + bend * 6.0 * u_pixelRatio;
  vec2 control = 0.5 * (source + target) + vec2(-delta.y, delta.x) * bend;
  v_total = loop ? TAU * loopRadius : chord;
  if (!loop && bend != 0.0) {
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
  float t = headAt * (float(quad) + corner.x) / float(u_lineQuads);
  float widest = v_half;
  if (isHead) {
    t = mix(headAt, 1.0, (float(quad - u_lineQuads) + corner.x) / float(u_headQuads));
    widest = v_headHalf;
  } else if (isMark) {
    float reach = hasMark ? min(0.5, (4.0 * u_pixelRatio + v_half) / max(v_total, 0.001)) : 0.0;
    t = 0.5 + (corner.x * 2.0 - 1.0) * reach;
    widest = max(v_half, 6.0 * scale);
  }

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
  v_isMark = float(isMark);

  v_across = corner.y * (widest + 0.75 * u_pixelRatio);
  point += normalize(vec2(-tangent.y, tangent.x)) * v_across;

  v_color = vec4(colourOf(rest.z), u_strength);

  gl_Position = vec4(point / u_dimensions * 2.0 - 1.0, 0.0, 1.0);
}
`;

export const EDGE_FRAGMENT_SHADER = /* glsl */ `#version 300 es
precision highp float;

uniform float u_pixelRatio;

flat in vec4 v_color;
flat in float v_style;
flat in float v_isMark;
flat in float v_half;
flat in float v_headLength;
flat in float v_headHalf;
in float v_across;
in float v_along;
in float v_total;
in float v_remaining;

out vec4 pixel;

float inside(float distance, float half_) {
  return 1.0 - smoothstep(half_ - 0.5, half_ + 0.5, distance);
}

float dash(float on, float off) {
  float phase = mod(v_along, on + off);
  return inside(abs(phase - on * 0.5), on * 0.5);
}

void main() {
  float across = abs(v_across);
  float unit = u_pixelRatio;

  float covered = inside(across, v_half);
  if (v_style > 0.5 && v_style < 2.5) covered *= dash(5.0 * unit + v_half, 4.0 * unit + v_half);
  else if (v_style > 2.5 && v_style < 3.5) covered *= dash(1.6 * unit, 3.4 * unit + v_half);
  bool isAtHead = v_remaining < v_headLength;
  if (v_isMark > 0.5) {
    // The line below it is drawn already.
    float fromMiddle = abs(v_along - v_total * 0.5);
    float mark = v_style > 3.5
      ? inside(length(vec2(fromMiddle, across)), 2.0 * unit + v_half * 0.6)
      : inside(fromMiddle, 0.9 * unit) * inside(across, 4.5 * unit + v_half * 0.5);
    covered = isAtHead ? 0.0 : max(mark - covered, 0.0);
  } else if (isAtHead) {
    covered = inside(across, max(0.0, v_remaining / v_headLength) * v_headHalf) * step(0.0, v_remaining);
  }
  float alpha = covered * v_color.a;
  pixel = vec4(v_color.rgb * alpha, alpha);
}
`;
