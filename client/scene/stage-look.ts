import { parseHex } from '../look/colour.ts';
import { hasMoreContrast, PALETTES, type Scheme } from '../look/palette.ts';

/** Colour as shaders want it: three parts from 0 to 1. */
export type ShaderColour = readonly [number, number, number];

const EDGE_AT_REST = 0.35;
const EDGE_AT_REST_CONTRAST = 0.7;
/** From so many relationships on, each is drawn fainter, so that where they lie dense can still be told. */
const FAINTER_FROM = 1500;
/** Beyond so many relationships nobody can point at a single one, and finding out which costs as much as drawing. */
export const PICKABLE_AT_MOST = 20_000;

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
  /** Strength, 0 to 1, of nodes that are not emphasised. */
  nodeRest: number;
  /** Strength, 0 to 1, of relationships that are not emphasised. */
  edgeRest: number;
  /** Whether the pointer can find single relationships. */
  edgesPickable: boolean;
}

function shaderColour(hex: string): ShaderColour {
  const [red, green, blue] = parseHex(hex);
  return [red / 255, green / 255, blue / 255];
}

export function createLook(scheme: Scheme): StageLook {
  return { ...schemeColours(scheme), nodeRest: 1, edgeRest: edgeStrength(1, 0, scheme), edgesPickable: true };
}

export function schemeColours(scheme: Scheme): Pick<StageLook, 'scheme' | 'ground' | 'icon' | 'accent'> {
  const { ground, icon, accent } = PALETTES[scheme];
  return { scheme, ground: shaderColour(ground), icon: shaderColour(icon), accent: shaderColour(accent) };
}
