/** A tree that connects terminals, as pairs of neighbouring nodes; `size` is the number of its edges. */
export interface SteinerTree {
  edges: [string, string][];
  size: number;
}

type Origin = { kind: 'terminal' } | { kind: 'step'; from: number } | { kind: 'join'; part: number };

/**
 * The smallest tree that connects three to eight terminals in an undirected graph without weights, or undefined
 * when none does: dynamic programming over subsets of the terminals (Dreyfus and Wagner 1971), where the step
 * from node to node is a breadth-first search by buckets of size. Among equally small trees the first in the order
 * of ids is taken. Time O(3^k n + 2^k (n + m)).
 *
 * @param next the neighbours of a node in a stable order
 */
export function steinerTree(
  nodes: readonly string[],
  terminals: readonly string[],
  next: (node: string) => readonly string[],
  onWork: () => void = () => undefined,
): SteinerTree | undefined {
  const index = new Map(nodes.map((node, i) => [node, i]));
  const neighbours = nodes.map((node) => next(node).flatMap((other) => index.get(other) ?? []));
  const [root = '', ...rest] = terminals;
  const full = (1 << rest.length) - 1;
  const cost = Array.from({ length: full + 1 }, () => new Int32Array(nodes.length).fill(-1));
  const origin: Origin[][] = Array.from({ length: full + 1 }, () => []);

  for (let set = 1; set <= full; set++) {
    onWork();
    const costs = cost[set] ?? new Int32Array();
    const origins = origin[set] ?? [];
    const buckets: number[][] = [];
    const offer = (node: number, size: number, from: Origin) => {
      const known = costs[node] ?? -1;
      if (known !== -1 && known <= size) return;
      costs[node] = size;
      origins[node] = from;
      const bucket = buckets[size];
      if (bucket === undefined) buckets[size] = [node];
      else bucket.push(node);
    };
    if ((set & (set - 1)) === 0) {
      const terminal = index.get(rest[Math.log2(set)] ?? '');
      if (terminal !== undefined) offer(terminal, 0, { kind: 'terminal' });
    } else {
      for (let part = (set - 1) & set; part > 0; part = (part - 1) & set) {
        const other = set ^ part;
        if (part < other) continue;
        const [a, b] = [cost[part], cost[other]];
        for (let node = 0; node < nodes.length; node++) {
          const [left, right] = [a?.[node] ?? -1, b?.[node] ?? -1];
          if (left !== -1 && right !== -1) offer(node, left + right, { kind: 'join', part });
        }
      }
    }
    for (let size = 0; size < buckets.length; size++) {
      const bucket = buckets[size] ?? [];
      for (let i = 0; i < bucket.length; i++) {
        const node = bucket[i];
        if (node === undefined || costs[node] !== size) continue;
        for (const other of neighbours[node] ?? []) offer(other, size + 1, { kind: 'step', from: node });
      }
    }
  }

  const start = index.get(root);
  const size = start === undefined ? -1 : (cost[full]?.[start] ?? -1);
  if (start === undefined || size === -1) return undefined;
  const edges: [string, string][] = [];
  const unfold: [set: number, node: number][] = [[full, start]];
  for (let work = unfold.pop(); work !== undefined; work = unfold.pop()) {
    const [set, node] = work;
    const from = origin[set]?.[node];
    if (from?.kind === 'step') {
      edges.push([nodes[from.from] ?? '', nodes[node] ?? '']);
      unfold.push([set, from.from]);
    } else if (from?.kind === 'join') {
      unfold.push([from.part, node], [set ^ from.part, node]);
    }
  }
  return { edges, size };
}
