import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, mix } from '../../client/look/colour.ts';
import {
  compareKinds,
  GROUP_FILLS,
  kindOrder,
  REST_FILL,
  settleHues,
  styleOfLabel,
} from '../../client/look/kinds.ts';
import { scaleColour } from '../../client/look/number-scale.ts';
import { hasMoreContrast, PALETTES, type Scheme } from '../../client/look/palette.ts';
import { NODE_KIND_NAMES } from '../../graph-seed/vocabulary.ts';

const SCHEMES: readonly Scheme[] = ['light', 'dark', 'light-contrast', 'dark-contrast'];

describe('colours and pictograms of kinds', () => {
  it.each(SCHEMES)('stand out from the %s ground, and their pictograms from them, at 3:1', (scheme) => {
    const { ground, raised, icon } = PALETTES[scheme];
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...kindOrder), fc.string()), (label) => {
        const fill = styleOfLabel(label).fill[scheme];
        expect(contrast(fill, ground)).toBeGreaterThanOrEqual(3);
        expect(contrast(fill, raised)).toBeGreaterThanOrEqual(3);
        expect(contrast(fill, icon)).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 400 },
    );
  });

  it.each(SCHEMES)('text on the %s scheme has 4.5:1, or 7:1 where more contrast is asked for', (scheme) => {
    const { ground, raised, ink, inkSoft, accent, accentInk } = PALETTES[scheme];
    for (const [text, behind] of [
      [ink, ground],
      [ink, raised],
      [inkSoft, ground],
      [inkSoft, raised],
      [accent, ground],
      [accentInk, accent],
    ] as const) {
      expect(contrast(text, behind)).toBeGreaterThanOrEqual(hasMoreContrast(scheme) ? 7 : 4.5);
    }
  });

  it('every kind of the vocabulary has a pictogram of its own', () => {
    const names = NODE_KIND_NAMES.map((kind) => styleOfLabel(kind).icon.name);
    expect(new Set(names).size).toBe(NODE_KIND_NAMES.length);
    expect(names.every((name) => !name.startsWith('letter-'))).toBe(true);
  });

  it('an unknown label keeps its colour and shows its letter', () => {
    expect(styleOfLabel('Movie')).toEqual(styleOfLabel('Movie'));
    expect(styleOfLabel('Álbum').icon.letter).toBe('A');
    expect(styleOfLabel('映画').icon.name).toBe('dot');
    const hues = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((name) => styleOfLabel(name).fill.light));
    expect(hues.size).toBeGreaterThan(6);
  });

  it('the first ten labels of a foreign graph differ in colour, and keep theirs when others come', () => {
    const names = [
      'Movie',
      'Actor',
      'Director',
      'Studio',
      'Genre',
      'Award',
      'User',
      'Rating',
      'City',
      'Song',
    ];
    settleHues(names.map((name, index) => ({ name, count: 100 - index })));
    const fills = () => names.map((name) => styleOfLabel(name).fill.light);
    const before = fills();
    expect(new Set(before).size).toBe(10);
    settleHues([
      { name: 'Movie', count: 1 },
      { name: 'Festival', count: 500 },
    ]);
    expect(fills()).toEqual(before);
  });

  it('names of JavaScript objects are labels like any other', () => {
    for (const label of ['constructor', '__proto__', 'toString']) {
      expect(styleOfLabel(label).fill.light).toMatch(/^#[0-9a-f]{6}$/);
    }
  });

  it('known kinds are listed first, in their order', () => {
    expect(['Zebra', 'Threat', 'Apple', 'Person'].sort(compareKinds)).toEqual([
      'Person',
      'Threat',
      'Apple',
      'Zebra',
    ]);
  });
});

describe('tokens of the page', () => {
  const css = readFileSync(new URL('../../client/look/tokens.css', import.meta.url), 'utf8');
  const block = (selector: string) => {
    const start = css.indexOf(`\n${selector}`);
    return start < 0 ? '' : css.slice(start, css.indexOf('}', start));
  };
  const blocks = {
    light: block(':root {'),
    dark: block(':root[data-mantine-color-scheme="dark"] {'),
    'light-contrast': block(':root[data-contrast="more"] {'),
    'dark-contrast': block(':root[data-contrast="more"][data-mantine-color-scheme="dark"] {'),
  };

  it.each(SCHEMES)('say the same as the %s palette of the canvas', (scheme) => {
    for (const [name, colour] of Object.entries(PALETTES[scheme])) {
      const token = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      expect(blocks[scheme]).toContain(`${token}: ${colour};`);
    }
  });
});

it('mixes colours', () => {
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  expect(mix('#123456', '#abcdef', 0)).toBe('#123456');
  expect(() => mix('red', '#000000', 1)).toThrow(/not a colour/);
});

describe('colours that tell numbers and groups', () => {
  it.each(SCHEMES)(
    'stand out from the %s ground and their pictograms at 3:1, and grow in one direction',
    (scheme) => {
      const { ground, raised, icon } = PALETTES[scheme];
      const steps = Array.from({ length: 41 }, (_, index) => scaleColour(index / 40, scheme));
      for (const fill of [...steps, ...GROUP_FILLS.map((each) => each[scheme]), REST_FILL[scheme]]) {
        for (const behind of [ground, raised, icon]) expect(contrast(fill, behind)).toBeGreaterThanOrEqual(3);
      }
      const against = steps.map((fill) => contrast(fill, ground));
      expect(against).toEqual(against.toSorted((a, b) => a - b));
    },
  );
});
