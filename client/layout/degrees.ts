import type { LayoutLink } from './layout-model.ts';

/** Links at each node, both directions; a loop counts once. */
export function degreesOf(links: readonly LayoutLink[]): Map<string, number> {
  const degrees = new Map<string, number>();
  const count = (id: string) => degrees.set(id, (degrees.get(id) ?? 0) + 1);
  for (const { source, target } of links) {
    count(source);
    if (target !== source) count(target);
  }
  return degrees;
}

/** The other ends of the links at each node, each once, in the order of the links. */
export function neighboursIn(links: readonly LayoutLink[]): Map<string, ReadonlySet<string>> {
  const neighbours = new Map<string, Set<string>>();
  const join = (from: string, to: string) => {
    const known = neighbours.get(from);
    if (known) known.add(to);
    else neighbours.set(from, new Set([to]));
  };
  for (const { source, target } of links) {
    if (source === target) continue;
    join(source, target);
    join(target, source);
  }
  return neighbours;
}
