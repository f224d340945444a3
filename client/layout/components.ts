import type { LayoutLink } from './layout-model.ts';

/** Splits nodes into those that hang together, the largest first; within, in the order given. */
export function componentsOf(ids: readonly string[], links: readonly LayoutLink[]): string[][] {
  const parent = new Map(ids.map((id) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let above = parent.get(root); above !== undefined && above !== root; above = parent.get(root))
      root = above;
    for (let at = id; at !== root; ) {
      const above = parent.get(at) ?? root;
      parent.set(at, root);
      at = above;
    }
    return root;
  };
  for (const { source, target } of links) {
    if (parent.has(source) && parent.has(target)) parent.set(rootOf(source), rootOf(target));
  }
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const root = rootOf(id);
    const group = groups.get(root);
    if (group) group.push(id);
    else groups.set(root, [id]);
  }
  return [...groups.values()].sort((first, second) => second.length - first.length);
}
