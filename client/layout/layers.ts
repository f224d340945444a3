import type { LayoutLink, LayoutNode } from './layout-model.ts';

const ROUNDS = 200;
const SETTLED = 1e-3;

/**
 * The layer of each node, from 0 at the top: its trophic level (MacKay, Johnson and Sansom 2020), rounded. Every link
 * wishes to lead one level down; the levels are those that come nearest to all wishes at once, so that circles need no
 * special care. Solved by Gauss-Seidel. The nodes must hang together; links lead between two of them.
 */
export function layersOf(nodes: readonly LayoutNode[], links: readonly LayoutLink[]): Map<string, number> {
  const indexes = new Map(nodes.map(({ id }, index) => [id, index]));
  const around: { other: number; wish: number }[][] = nodes.map(() => []);
  for (const { source, target } of links) {
    const from = indexes.get(source);
    const to = indexes.get(target);
    if (from === undefined || to === undefined || from === to) continue;
    around[from]?.push({ other: to, wish: -1 });
    around[to]?.push({ other: from, wish: 1 });
  }
  const levels = new Float64Array(nodes.length);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    around.forEach((ties, index) => {
      if (ties.length === 0) return;
      let sum = 0;
      for (const { other, wish } of ties) sum += (levels[other] ?? 0) + wish;
      const level = sum / ties.length;
      moved = Math.max(moved, Math.abs(level - (levels[index] ?? 0)));
      levels[index] = level;
    });
    if (moved < SETTLED) break;
  }
  const least = levels.reduce((low, level) => Math.min(low, level), Infinity);
  return new Map(nodes.map(({ id }, index) => [id, Math.round((levels[index] ?? 0) - least)]));
}
