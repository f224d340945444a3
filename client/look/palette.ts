export type Scheme = 'light' | 'dark';

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
};

export const FONT_SANS =
  "Inter, 'Segoe UI', system-ui, -apple-system, Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";
