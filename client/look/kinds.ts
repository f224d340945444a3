import { mix } from './colour.ts';
import { ICON_PATHS, type IconName } from './icon-paths.ts';
import type { Scheme } from './palette.ts';

export type Family = 'actors' | 'accords' | 'happenings' | 'threats' | 'concepts' | 'other';

/** A pictogram: filled paths on a 24 by 24 grid, or the first letter of a label nobody drew one for. */
export interface KindIcon {
  name: string;
  paths: readonly string[];
  letter?: string;
}

export interface KindStyle {
  label: string;
  family: Family;
  /** `#rrggbb`, at least 3:1 against the ground and against the icon of its scheme. */
  fill: Readonly<Record<Scheme, string>>;
  icon: KindIcon;
}

const FAMILY_NAMES: Readonly<Record<Family, string>> = {
  actors: 'Actors',
  accords: 'Agreements and documents',
  happenings: 'Events and places',
  threats: 'Threats',
  concepts: 'Concepts',
  other: 'Other',
};

interface Drawn {
  family: Family;
  light: string;
  dark: string;
  icon: IconName;
}

const KINDS: Readonly<Record<string, Drawn>> = {
  Person: { family: 'actors', light: '#3b82c4', dark: '#7fb8ee', icon: 'person' },
  Country: { family: 'actors', light: '#1b4f91', dark: '#5b94e0', icon: 'flag' },
  Institution: { family: 'actors', light: '#2767ac', dark: '#6ca7e8', icon: 'institution' },
  Agreement: { family: 'accords', light: '#0d6f64', dark: '#3fb8a6', icon: 'seal' },
  Document: { family: 'accords', light: '#1f8a70', dark: '#6ccdb4', icon: 'document' },
  Policy: { family: 'accords', light: '#3d7a45', dark: '#86c58a', icon: 'scales' },
  Event: { family: 'happenings', light: '#b06508', dark: '#eda94b', icon: 'calendar' },
  Place: { family: 'happenings', light: '#8f6410', dark: '#d6b25c', icon: 'pin' },
  Threat: { family: 'threats', light: '#b3312f', dark: '#f0837b', icon: 'warning' },
  Concept: { family: 'concepts', light: '#6b6c72', dark: '#a9abb3', icon: 'bulb' },
};

/** The kinds in the order that legends and tables list them. */
export const kindOrder: readonly string[] = Object.keys(KINDS);

export function familyName(family: Family): string {
  return FAMILY_NAMES[family];
}

/** The five hues of the families and five more, for labels of graphs never seen before. */
const FOREIGN: ReadonlyArray<{ light: string; dark: string }> = [
  { light: '#2767ac', dark: '#6ca7e8' },
  { light: '#0d6f64', dark: '#3fb8a6' },
  { light: '#b06508', dark: '#eda94b' },
  { light: '#b3312f', dark: '#f0837b' },
  { light: '#6b6c72', dark: '#a9abb3' },
  { light: '#ad3f82', dark: '#e58cc0' },
  { light: '#85543a', dark: '#cf9a7b' },
  { light: '#1b7895', dark: '#6cc3dd' },
  { light: '#6d7417', dark: '#bfc659' },
  { light: '#4f5f9e', dark: '#95a5e6' },
];

/** Grey, for what belongs to none of the told groups. */
const GREY = 4;

/** Colours of groups that have no kind: nine hues that differ, and grey for the rest. */
export const GROUP_FILLS: readonly KindStyle['fill'][] = FOREIGN.filter((_, hue) => hue !== GREY).map(
  fillsOf,
);
export const REST_FILL: KindStyle['fill'] = fillsOf({ light: '#6b6c72', dark: '#a9abb3' });

/** The place of the colour at which a group begins to look for its own, by its name: the same in every graph. */
export function firstGroupHue(name: string): number {
  return hash(name) % GROUP_FILLS.length;
}

/** The places of the five families among the foreign hues. */
const HUE_OF_FAMILY: Readonly<Partial<Record<Family, number>>> = {
  actors: 0,
  accords: 1,
  happenings: 2,
  threats: 3,
  concepts: 4,
};

/** FNV-1a, 32 bits: the same label begins to look for its colour at the same place in every graph. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value ^ (value >>> 15)) >>> 0;
}

function foreignIcon(label: string): KindIcon {
  const letter = /[A-Za-z0-9]/.exec(label.normalize('NFD'))?.[0]?.toUpperCase();
  return letter ? { name: `letter-${letter}`, paths: [], letter } : { name: 'dot', paths: ICON_PATHS.dot };
}

/** For more contrast the same hue comes nearer to black or white. */
function fillsOf({ light, dark }: { light: string; dark: string }): KindStyle['fill'] {
  return {
    light,
    dark,
    'light-contrast': mix(light, '#000000', 0.35),
    'dark-contrast': mix(dark, '#ffffff', 0.35),
  };
}

const known = new Map<string, KindStyle>();
/** Hues of the foreign labels that were settled. */
const hues = new Map<string, number>();

function makeStyle(label: string): KindStyle {
  const kind = Object.hasOwn(KINDS, label) ? KINDS[label] : undefined;
  if (kind) {
    const { family, light, dark, icon } = kind;
    return { label, family, fill: fillsOf({ light, dark }), icon: { name: icon, paths: ICON_PATHS[icon] } };
  }
  const hue = hues.get(label) ?? hash(label) % FOREIGN.length;
  const fill = FOREIGN[hue] ?? { light: '#6b6c72', dark: '#a9abb3' };
  return { label, family: 'other', fill: fillsOf(fill), icon: foreignIcon(label) };
}

/**
 * Gives the foreign labels of a graph hues that differ as long as there are any, the most frequent label first; those of
 * the known kinds beside them are used last. What was settled before keeps its hue. To be called before they are drawn.
 */
export function settleHues(labels: readonly { name: string; count: number }[]): void {
  const isKnown = (label: string) => Object.hasOwn(KINDS, label);
  const taken = new Set(hues.values());
  const familiar = new Set<number>();
  for (const { name } of labels) {
    const hue = isKnown(name) ? HUE_OF_FAMILY[styleOfLabel(name).family] : undefined;
    if (hue !== undefined) familiar.add(hue);
  }
  const inOrder = labels
    .filter(({ name }) => !isKnown(name) && !hues.has(name))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  for (const { name } of inOrder) {
    const first = hash(name) % FOREIGN.length;
    const turns = FOREIGN.map((_, step) => (first + step) % FOREIGN.length);
    const free = turns.filter((hue) => !taken.has(hue));
    const hue = free.find((each) => !familiar.has(each)) ?? free[0] ?? first;
    taken.add(hue);
    hues.set(name, hue);
    known.delete(name);
  }
}

/** Colour and pictogram of a label; unknown labels get one of ten hues, settled or by their name, and their first letter. */
export function styleOfLabel(label: string): KindStyle {
  const found = known.get(label);
  if (found) return found;
  const style = makeStyle(label);
  known.set(label, style);
  return style;
}

/** Sorts labels as legends list them: the known kinds in their order, then the others by name. */
export function compareKinds(first: string, second: string): number {
  const place = (label: string) =>
    Object.hasOwn(KINDS, label) ? kindOrder.indexOf(label) : kindOrder.length;
  return place(first) - place(second) || first.localeCompare(second);
}
