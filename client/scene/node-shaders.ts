import { readingRecords } from './record-texture.ts';

/** Rings around a node; the numbers are the shader's. */
export const NODE_RINGS = { none: 0, thin: 1, strong: 2 } as const;
export type NodeRing = keyof typeof NODE_RINGS;

/** Pixels of a record: place, size and colour; pictogram and ring. */
export const NODE_PIXELS = 2;

/** A node is a disc in its colour with a pictogram, a rim in the ground's colour, and perhaps a ring. */
export const NODE_VERTEX_SHADER = /* glsl */ `${readingRecords(NODE_PIXELS)}
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

flat out vec3 v_color;
flat out float v_radius;
flat out float v_cell;
flat out float v_ring;
out vec2 v_offset;

void main() {
  vec4 disc = part(0);
  vec4 look = part(1);
  v_radius = disc.z / u_sizeRatio;
  // A ring needs more room around the disc than a rim does.
  float reach = v_radius + (look.y > 0.5 ? 7.0 : min(1.6, v_radius * 0.25) + 1.0);
  vec2 corner = cornerOfQuad();
  v_offset = reach * vec2(corner.x * 2.0 - 1.0, corner.y);
  vec2 position = disc.xy + v_offset * u_correctionRatio * 2.0;
  gl_Position = vec4((u_matrix * vec3(position, 1.0)).xy, 0.0, 1.0);

  v_cell = look.x;
  v_ring = look.y;
  v_color = colourOf(disc.w);
}
`;

export const NODE_FRAGMENT_SHADER = /* glsl */ `#version 300 es
precision highp float;

uniform sampler2D u_atlas;
uniform float u_columns;
uniform float u_pixelRatio;
uniform vec3 u_ground;
uniform vec3 u_icon;
uniform vec3 u_accent;

flat in vec3 v_color;
flat in float v_radius;
flat in float v_cell;
flat in float v_ring;
in vec2 v_offset;

out vec4 pixel;

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

  vec3 fill = v_color;
  // On a smaller disc there is no pictogram.
  if (v_radius > 4.0) {
    float side = v_radius * 1.22;
    vec2 place = vec2(v_offset.x, -v_offset.y) / side + 0.5;
    vec2 cell = vec2(mod(v_cell, u_columns), floor(v_cell / u_columns));
    float icon = texture(u_atlas, (cell + clamp(place, 0.0, 1.0)) / u_columns, -0.5).a;
    icon *= step(abs(place.x - 0.5), 0.5) * step(abs(place.y - 0.5), 0.5) * smoothstep(4.0, 6.0, v_radius);
    fill = mix(fill, u_icon, icon);
  }
  vec3 colour = mix(u_ground, fill, inside(distance, v_radius));
  float ring = hasRing * inside(distance, outer) * (1.0 - inside(distance, v_radius + 2.2));
  colour = mix(colour, u_accent, ring);
  float alpha = inside(distance, outer);
  pixel = vec4(colour * alpha, alpha);
}
`;
