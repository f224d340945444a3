import { expect, it } from 'vitest';
import { type Measured, tellGrowth } from '../bench/tell-growth.ts';

const measured = (
  nodes: number,
  relationships: number,
  hops: number,
  ours: number,
  bare: number,
): Measured => ({
  ...{ nodes, relationships, mode: 'shortest', hops, ours, bare },
});

it('tells growth over size at one degree, over degree at one size, and over length on one graph', () => {
  const lines = tellGrowth([
    measured(20_000, 100_000, 6, 8, 4),
    measured(2_000, 10_000, 6, 4, 1),
    measured(10_000, 150_000, 6, 16, 12),
    measured(2_000, 10_000, 12, 6, 1.5),
  ]);
  expect(lines).toEqual([
    'size, shortest, at most 6: 2000 nodes → 20000 nodes: ours 4.0 → 8.0 ms (×2.0), bare 1.0 → 4.0 ms (×4.0)',
    'degree, shortest, at most 6: 5.0 a node → 15.0 a node: ours 8.0 → 16.0 ms (×2.0), bare 4.0 → 12.0 ms (×3.0)',
    'length, shortest on 2000/10000: 6 → 12: ours 4.0 → 6.0 ms (×1.5), bare 1.0 → 1.5 ms (×1.5)',
  ]);
});

it('tells nothing where there is nothing to compare with', () => {
  expect(tellGrowth([measured(2_000, 10_000, 6, 4, 1)])).toEqual([]);
});
