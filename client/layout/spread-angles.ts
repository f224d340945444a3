const TURN = 2 * Math.PI;

interface Pool {
  sum: number;
  count: number;
}

/**
 * Moves angles apart, as little as it takes, so that neighbours on the circle are at least `least` radians apart.
 * The circle is cut at its widest gap and the rest is an isotonic regression (pool adjacent violators). Angles must
 * be in order; `least` times their number must not exceed a full turn.
 */
export function spreadAngles(angles: readonly number[], least: number): number[] {
  const count = angles.length;
  if (count < 2) return [...angles];
  let cut = 0;
  let widest = -Infinity;
  for (let index = 0; index < count; index++) {
    const before = index === 0 ? (angles[count - 1] ?? 0) - TURN : (angles[index - 1] ?? 0);
    const gap = (angles[index] ?? 0) - before;
    if (gap <= widest) continue;
    widest = gap;
    cut = index;
  }
  const pools: Pool[] = [];
  for (let step = 0; step < count; step++) {
    const index = (cut + step) % count;
    const angle = (angles[index] ?? 0) + (index < cut ? TURN : 0);
    let pool: Pool = { sum: angle - step * least, count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count >= pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  const spread = pools.flatMap(({ sum, count: size }) => new Array<number>(size).fill(sum / size));
  // Nothing is spread beyond the cut.
  const last = (spread[0] ?? 0) + TURN - count * least;
  const result = new Array<number>(count).fill(0);
  spread.forEach((at, step) => {
    result[(cut + step) % count] = Math.min(at, last) + step * least;
  });
  return result;
}
