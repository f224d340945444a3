import { mix } from './colour.ts';
import type { Scheme } from './palette.ts';

/**
 * Colours from little to much. They grow steadily darker on light grounds and brighter on dark ones, so that they can be
 * told apart without seeing hues; each has 3:1 against the ground and against the pictogram.
 */
const STOPS = {
  light: ['#8a8f6e', '#3f8f83', '#2a6f97', '#31479e', '#3d1560'],
  dark: ['#7d7396', '#5f8fd6', '#55b7c0', '#9ed884', '#fdf0a0'],
  'light-contrast': ['#767b5c', '#27685e', '#1f5a80', '#263a88', '#2b0a48'],
  'dark-contrast': ['#948bad', '#7ba6e6', '#77cbd3', '#b5e6a0', '#fff6c2'],
} as const satisfies Record<Scheme, readonly string[]>;

/** The colour at a share of the scale, 0 to 1. */
export function scaleColour(share: number, scheme: Scheme): string {
  const stops = STOPS[scheme];
  const place = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const index = Math.min(stops.length - 2, Math.floor(place));
  return mix(stops[index] ?? stops[0], stops[index + 1] ?? stops[0], place - index);
}

/** The scale as a CSS gradient from left to right. */
export function scaleGradient(scheme: Scheme): string {
  return `linear-gradient(to right, ${STOPS[scheme].join(', ')})`;
}
