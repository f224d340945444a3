import { parseHex } from '../look/colour.ts';
import { PALETTES, type Scheme } from '../look/palette.ts';

/** Colour as shaders want it: three parts from 0 to 1. */
export type ShaderColour = readonly [number, number, number];

/** Strength of relationships while nothing is emphasised. */
export const EDGE_AT_REST = 0.35;

/** What holds for the whole stage at once; the programs read it each frame, so changing it costs one frame. */
export interface StageLook {
  scheme: Scheme;
  ground: ShaderColour;
  icon: ShaderColour;
  accent: ShaderColour;
  /** Strength, 0 to 1, of nodes that are not emphasised. */
  nodeRest: number;
  /** Strength, 0 to 1, of relationships that are not emphasised. */
  edgeRest: number;
}

function shaderColour(hex: string): ShaderColour {
  const [red, green, blue] = parseHex(hex);
  return [red / 255, green / 255, blue / 255];
}

export function createLook(scheme: Scheme): StageLook {
  return { ...schemeColours(scheme), nodeRest: 1, edgeRest: EDGE_AT_REST };
}

export function schemeColours(scheme: Scheme): Pick<StageLook, 'scheme' | 'ground' | 'icon' | 'accent'> {
  const { ground, icon, accent } = PALETTES[scheme];
  return { scheme, ground: shaderColour(ground), icon: shaderColour(icon), accent: shaderColour(accent) };
}
