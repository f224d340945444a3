export type Scheme = 'light' | 'dark' | 'light-contrast' | 'dark-contrast';

/** The scheme with contrast at least 7:1 for text, for who asked for more. */
export function withContrast(scheme: 'light' | 'dark'): Scheme {
  return `${scheme}-contrast`;
}

export function hasMoreContrast(scheme: Scheme): boolean {
  return scheme === 'light-contrast' || scheme === 'dark-contrast';
}

export function isDark(scheme: Scheme): boolean {
  return scheme === 'dark' || scheme === 'dark-contrast';
}

/** Colours that the canvas and the page share; `tokens.css` says the same to the page. */
export interface Palette {
  /** The paper that everything lies on. */
  ground: string;
  /** Cards and panels above the ground. */
  raised: string;
  ink: string;
  /** Secondary text; still 4.5:1 on ground and raised. */
  inkSoft: string;
  line: string;
  /** Relationships at full strength; at rest they are drawn at 35 %. */
  edge: string;
  /** The one accent: path, selection, focus. */
  accent: string;
  /** Text on the accent. */
  accentInk: string;
  /** Pictograms inside nodes. */
  icon: string;
}

export const PALETTES: Readonly<Record<Scheme, Palette>> = {
  light: {
    ground: '#fbfaf7',
    raised: '#ffffff',
    ink: '#1d2026',
    inkSoft: '#5a5f69',
    line: '#e2dfd7',
    edge: '#4a4f5a',
    accent: '#6a35d0',
    accentInk: '#ffffff',
    icon: '#ffffff',
  },
  dark: {
    ground: '#15171b',
    raised: '#1e2126',
    ink: '#ebe8e1',
    inkSoft: '#a3a6ad',
    line: '#31353c',
    edge: '#b9bcc4',
    accent: '#b99bff',
    accentInk: '#191326',
    icon: '#15171b',
  },
  'light-contrast': {
    ground: '#ffffff',
    raised: '#ffffff',
    ink: '#000000',
    inkSoft: '#2b2e34',
    line: '#6b6f78',
    edge: '#1d2026',
    accent: '#4a1f9c',
    accentInk: '#ffffff',
    icon: '#ffffff',
  },
  'dark-contrast': {
    ground: '#000000',
    raised: '#000000',
    ink: '#ffffff',
    inkSoft: '#d9dbe0',
    line: '#8d929c',
    edge: '#e6e8ec',
    accent: '#d4c1ff',
    accentInk: '#000000',
    icon: '#000000',
  },
};

export const FONT_SANS =
  "Inter, 'Segoe UI', system-ui, -apple-system, Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";
