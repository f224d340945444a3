/** Bars that are inside, by their places, both included. */
export interface BrushRange {
  from: number;
  to: number;
}

export type BrushGrip =
  | { part: 'from' | 'to' }
  /** The range as a whole, held at this bar. */
  | { part: 'whole'; at: number; start: BrushRange }
  /** A new range, which begins at this bar. */
  | { part: 'new'; at: number };

/** So near to an edge, in pixels, the edge is taken hold of. */
const NEAR = 9;

/** What a pointer takes hold of: an edge, the range, or where there is no narrower range yet, the bars. */
export function gripAt(x: number, width: number, count: number, range: BrushRange): BrushGrip {
  const isWhole = range.from === 0 && range.to === count - 1;
  const bar = barAt(x, width, count);
  const toFrom = Math.abs(x - (range.from / count) * width);
  const toTo = Math.abs(x - ((range.to + 1) / count) * width);
  if (Math.min(toFrom, toTo) <= NEAR) return { part: toFrom <= toTo ? 'from' : 'to' };
  if (!isWhole && bar >= range.from && bar <= range.to) return { part: 'whole', at: bar, start: range };
  return { part: 'new', at: bar };
}

/** The bar at this many pixels from the left. */
export function barAt(x: number, width: number, count: number): number {
  if (!(width > 0)) return 0;
  return Math.min(count - 1, Math.max(0, Math.floor((x / width) * count)));
}

/** The range while what is held is over this bar. */
export function rangeWhileHeld(grip: BrushGrip, bar: number, count: number, range: BrushRange): BrushRange {
  switch (grip.part) {
    case 'from':
      return { from: Math.min(bar, range.to), to: range.to };
    case 'to':
      return { from: range.from, to: Math.max(bar, range.from) };
    case 'new':
      return { from: Math.min(grip.at, bar), to: Math.max(grip.at, bar) };
    case 'whole': {
      const { from, to } = grip.start;
      const by = Math.min(count - 1 - to, Math.max(-from, bar - grip.at));
      return { from: from + by, to: to + by };
    }
  }
}

/** Where a key puts an edge of the range; null for keys that mean nothing to it. */
export function edgeAfterKey(
  key: string,
  edge: 'from' | 'to',
  count: number,
  range: BrushRange,
): BrushRange | null {
  const far = Math.max(1, Math.round(count / 10));
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -far,
    PageUp: far,
    Home: -count,
    End: count,
  };
  const by = Object.hasOwn(moves, key) ? moves[key] : undefined;
  if (by === undefined) return null;
  if (edge === 'from') return { from: Math.min(range.to, Math.max(0, range.from + by)), to: range.to };
  return { from: range.from, to: Math.max(range.from, Math.min(count - 1, range.to + by)) };
}
