import { parseHex } from '../look/colour.ts';
import { hasMoreContrast, PALETTES, type Scheme } from '../look/palette.ts';
import type { EdgeManner } from './edge-program.ts';

/** Colour as shaders want it: three parts from 0 to 1. */
export type ShaderColour = readonly [number, number, number];

const EDGE_AT_REST = 0.35;
const EDGE_AT_REST_CONTRAST = 0.7;
/** From so many relationships on, each is drawn fainter, so that where they lie dense can still be told. */
const FAINTER_FROM = 1500;
/** From so many relationships on, heads too small to be told are left out. */
export const MANY_EDGES = 3000;

/** Strength, 0 to 1, of relationships that are not emphasised, among `count`, while the rest is at `rest`. */
export function edgeStrength(rest: number, count: number, scheme: Scheme): number {
  const calm =
    (hasMoreContrast(scheme) ? EDGE_AT_REST_CONTRAST : EDGE_AT_REST) *
    Math.min(1, Math.max(0.15, Math.sqrt(FAINTER_FROM / Math.max(count, 1))));
  return rest === 1 ? calm : Math.min(rest * 0.8, calm);
}

/** What holds for the whole stage at once; the programs read it each frame, so changing it costs one frame. */
export interface StageLook {
  scheme: Scheme;
  ground: ShaderColour;
  icon: ShaderColour;
  accent: ShaderColour;
  /** How relationships are drawn that do not stand out. */
  edges: EdgeManner;
}

function shaderColour(hex: string): ShaderColour {
  const [red, green, blue] = parseHex(hex);
  return [red / 255, green / 255, blue / 255];
}

export function createLook(scheme: Scheme): StageLook {
  return { ...schemeColours(scheme), edges: { strength: edgeStrength(1, 0, scheme), many: false } };
}

export function schemeColours(scheme: Scheme): Pick<StageLook, 'scheme' | 'ground' | 'icon' | 'accent'> {
  const { ground, icon, accent } = PALETTES[scheme];
  return { scheme, ground: shaderColour(ground), icon: shaderColour(icon), accent: shaderColour(accent) };
}
