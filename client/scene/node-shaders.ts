/** Rings around a node; the numbers are the shader's. */
export const NODE_RINGS = { none: 0, thin: 1, strong: 2 } as const;
export type NodeRing = keyof typeof NODE_RINGS;

/** A node is a disc in its colour with a pictogram, a rim in the ground's colour, and perhaps a ring. */
export const NODE_VERTEX_SHADER = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_cell;
attribute float a_ring;
attribute vec4 a_color;
attribute float a_angle;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_cell;
varying float v_ring;

const float BIAS = 255.0 / 254.0;

void main() {
  v_radius = a_size / u_sizeRatio;
  // A ring needs more room around the disc than a rim does.
  float reach = v_radius + (a_ring > 0.5 ? 7.0 : min(1.6, v_radius * 0.25) + 1.0);
  v_offset = 2.0 * reach * vec2(cos(a_angle), sin(a_angle));
  vec2 position = a_position + v_offset * u_correctionRatio * 2.0;
  gl_Position = vec4((u_matrix * vec3(position, 1.0)).xy, 0.0, 1.0);

  v_cell = a_cell;
  v_ring = a_ring;
  v_color = a_color;
  v_color.a *= BIAS;
}
`;

export const NODE_FRAGMENT_SHADER = /* glsl */ `
precision highp float;

uniform sampler2D u_atlas;
uniform float u_columns;
uniform float u_pixelRatio;
uniform vec3 u_ground;
uniform vec3 u_icon;
uniform vec3 u_accent;

varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_cell;
varying float v_ring;

float inside(float distance, float radius) {
  float soft = 0.5 / u_pixelRatio;
  return 1.0 - smoothstep(radius - soft, radius + soft, distance);
}

void main() {
  float distance = length(v_offset);

  float rim = min(1.6, v_radius * 0.25);
  float ringWidth = v_ring > 1.5 ? 3.0 : 2.0;
  float hasRing = step(0.5, v_ring);
  float outer = v_radius + mix(rim, 2.2 + ringWidth, hasRing);
  if (distance > outer + 1.0) discard;

  float side = v_radius * 1.22;
  vec2 place = vec2(v_offset.x, -v_offset.y) / side + 0.5;
  vec2 cell = vec2(mod(v_cell, u_columns), floor(v_cell / u_columns));
  float icon = texture2D(u_atlas, (cell + clamp(place, 0.0, 1.0)) / u_columns, -0.5).a;
  icon *= step(abs(place.x - 0.5), 0.5) * step(abs(place.y - 0.5), 0.5) * smoothstep(4.0, 6.0, v_radius);

  vec3 fill = mix(v_color.rgb, u_icon, icon);
  vec3 colour = mix(u_ground, fill, inside(distance, v_radius));
  float ring = hasRing * inside(distance, outer) * (1.0 - inside(distance, v_radius + 2.2));
  colour = mix(colour, u_accent, ring);
  float alpha = inside(distance, outer);
  gl_FragColor = vec4(colour * alpha, alpha);
}
`;
