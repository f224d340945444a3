import { startTransition, useEffect, useState } from 'react';
import { useFirstFrame } from '../canvas/first-frame.ts';
import type { Opening } from '../canvas/use-first-graph.ts';
import type { Furnishing } from './furnishing.ts';

/** Milliseconds after which the page is furnished, be the graph drawn or not: while it is on its way, and once it is there. */
const WAIT_MS = { coming: 1000, there: 3000 } as const;

/**
 * The parts of the page around the graph; null until the graph was on the screen once, so that they do not hold it up.
 * They come at once where none is on its way, and where it takes long.
 */
export function useFurnishing(opening: Opening['state']): Furnishing | null {
  const [loaded, setLoaded] = useState<Furnishing | 'failed' | null>(null);
  const isFrameOver = useFirstFrame((frame) => frame.over);
  const isThere = opening === 'laying-out' || opening === 'open';
  const isLate = useLate(isThere ? WAIT_MS.there : WAIT_MS.coming);
  const isDue = isFrameOver || isLate || !(isThere || opening === 'loading');
  useEffect(() => {
    if (!isDue) return;
    import('./furnishing.ts').then(
      ({ furnishing }) => startTransition(() => setLoaded(furnishing)),
      () => setLoaded('failed'),
    );
  }, [isDue]);
  if (loaded === 'failed') throw new Error('The script of the page did not come.');
  return loaded;
}

function useLate(wait: number): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), wait);
    return () => clearTimeout(timer);
  }, [wait]);
  return isLate;
}
