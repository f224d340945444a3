import { useMediaQuery } from '@mantine/hooks';

/** `wide`: both sides beside the canvas. `medium`: one side at a time. `small`: everything in a sheet below. */
export type Room = 'wide' | 'medium' | 'small';

export function useRoom(): Room {
  const isSmall = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  const isMedium = useMediaQuery('(max-width: 1179px)', undefined, { getInitialValueInEffect: false });
  return isSmall ? 'small' : isMedium ? 'medium' : 'wide';
}
