/** Milliseconds. */
export interface Timing {
  median: number;
  worst: number;
}

export interface PairTiming {
  ours: Timing;
  bare: Timing;
  /** Of the medians. */
  ratio: number;
  /** Milliseconds that the median of ours is longer. */
  extra: number;
}

export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, worst: sorted.at(-1) ?? Number.NaN };
}

/**
 * Times two ways of doing the same for each input, one right after the other and in turn which goes first, so
 * that whatever else the machine does falls on both.
 */
export async function timePairs<T>(
  inputs: readonly T[],
  ours: (input: T) => Promise<unknown>,
  bare: (input: T) => Promise<unknown>,
): Promise<PairTiming> {
  const times = { ours: [] as number[], bare: [] as number[] };
  const measure = async (kind: 'ours' | 'bare', input: T) => {
    const start = performance.now();
    await (kind === 'ours' ? ours(input) : bare(input));
    times[kind].push(performance.now() - start);
  };
  for (const [i, input] of inputs.entries()) {
    const order = i % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const kind of order) await measure(kind, input);
  }
  const [a, b] = [timingOf(times.ours), timingOf(times.bare)];
  return { ours: a, bare: b, ratio: a.median / b.median, extra: a.median - b.median };
}
