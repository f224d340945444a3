import { useComputedColorScheme } from '@mantine/core';
import type { Scheme } from '../../look/palette.ts';

/** Light or dark, as it is at the moment, whether chosen or the system's. */
export function useScheme(): Scheme {
  return useComputedColorScheme('light', { getInitialValueInEffect: false });
}
