import { useMediaQuery } from '@mantine/hooks';

/** `wide`: both sides beside the canvas. `medium`: one side at a time. `small`: everything in a sheet below, or beside. */
export type Room = 'wide' | 'medium' | 'small';

/** Style sheets that are about a small room ask for `[data-room="small"]`, which the frame has. */
const SMALL = '(max-width: 767px), (max-width: 1179px) and (max-height: 560px)';

export function useRoom(): Room {
  const isSmall = useMediaQuery(SMALL, undefined, { getInitialValueInEffect: false });
  const isMedium = useMediaQuery('(max-width: 1179px)', undefined, { getInitialValueInEffect: false });
  return isSmall ? 'small' : isMedium ? 'medium' : 'wide';
}
