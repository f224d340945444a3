import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import { FONT_SANS } from './palette.ts';

/** The one accent, from pale to deep; 3 is the accent of the dark scheme, 6 that of the light one. */
const accent: MantineColorsTuple = [
  '#f3eefe',
  '#e3d8fb',
  '#cdb9fb',
  '#b99bff',
  '#9a74ee',
  '#8152df',
  '#6a35d0',
  '#5a2bb5',
  '#4a2396',
  '#3a1b77',
];

const ACCENT_HOVER = 'color-mix(in srgb, var(--accent) 88%, var(--ink))';

/** Where menus and lists of choices open, so that they belong to a named part of the page. */
export const POPUPS_ID = 'popups';
const POPUPS = { portalProps: { target: `#${POPUPS_ID}` } };

/** The widget kit in the colours and measures of `tokens.css`. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    if (input.variant !== 'filled') return colours;
    return { ...colours, background: 'var(--accent)', hover: ACCENT_HOVER, color: 'var(--accent-ink)' };
  },
  fontFamily: FONT_SANS,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Combobox: { defaultProps: POPUPS },
    Popover: { defaultProps: POPUPS },
    Modal: { defaultProps: POPUPS },
    Menu: { defaultProps: { ...POPUPS, withInitialFocusPlaceholder: false } },
    Checkbox: { defaultProps: { color: 'var(--accent)', iconColor: 'var(--accent-ink)' } },
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
  },
});

const fromTokens = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-default-hover': 'color-mix(in srgb, var(--ink) 6%, var(--raised))',
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...fromTokens, '--mantine-color-error': '#b3312f' },
  dark: { ...fromTokens, '--mantine-color-error': '#f0837b' },
});
