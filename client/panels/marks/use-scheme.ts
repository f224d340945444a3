import { useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type Scheme, withContrast } from '../../look/palette.ts';
import { useScreen } from '../screen-store.ts';

/** Whether more contrast is wanted: chosen on the page, or else the system's wish. */
export function useMoreContrast(): boolean {
  const chosen = useScreen((screen) => screen.moreContrast);
  const system = useMediaQuery('(prefers-contrast: more)', false, { getInitialValueInEffect: false });
  return chosen ?? system;
}

/** Light or dark, with more contrast or not, as it is at the moment, whether chosen or the system's. */
export function useScheme(): Scheme {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  return useMoreContrast() ? withContrast(scheme) : scheme;
}
