import { describe, expect, it } from 'vitest';
import { steinerTree } from '../../server/paths/steiner-tree.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';

type Steps = Map<string, Set<string>>;

function stepsOf(relationships: readonly { source: string; target: string }[]): Steps {
  const steps: Steps = new Map();
  const connect = (a: string, b: string) => steps.set(a, (steps.get(a) ?? new Set()).add(b));
  for (const { source, target } of relationships) {
    if (source === target) continue;
    connect(source, target);
    connect(target, source);
  }
  return steps;
}

function isConnected(nodes: ReadonlySet<string>, steps: Steps): boolean {
  const [first] = nodes;
  if (first === undefined) return true;
  const seen = new Set([first]);
  const open = [first];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const other of steps.get(node) ?? []) {
      if (!nodes.has(other) || seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return seen.size === nodes.size;
}

/** Tries every set of nodes: the fewest that hold the terminals and hang together. */
function smallestByTrying(
  nodes: readonly string[],
  terminals: readonly string[],
  steps: Steps,
): number | undefined {
  const others = nodes.filter((node) => !terminals.includes(node));
  let smallest: number | undefined;
  for (let set = 0; set < 1 << others.length; set++) {
    const chosen = new Set([...terminals, ...others.filter((_, i) => set & (1 << i))]);
    if (smallest !== undefined && chosen.size - 1 >= smallest) continue;
    if (isConnected(chosen, steps)) smallest = chosen.size - 1;
  }
  return smallest;
}

describe('steinerTree', () => {
  it('is as small as the smallest found by trying all sets of nodes, on 400 random graphs', () => {
    const random = randomNumbers(1971);
    for (let i = 0; i < 400; i++) {
      const size = 4 + Math.floor(random() * 8);
      const records = randomGraph(random, size, Math.floor(size * (0.8 + random() * 1.2)));
      const nodes = records.nodes.map(({ id }) => id).sort();
      const terminals = [...nodes].sort(() => random() - 0.5).slice(0, 3 + Math.floor(random() * 3));
      const steps = stepsOf(records.relationships);
      const tree = steinerTree(nodes, terminals, (node) => [...(steps.get(node) ?? [])].sort());
      const what = JSON.stringify({ records: records.relationships, terminals, tree });
      expect(tree?.size, what).toBe(smallestByTrying(nodes, terminals, steps));
      if (tree === undefined) continue;
      expect(tree.edges, what).toHaveLength(tree.size);
      expect(
        tree.edges.every(([a, b]) => steps.get(a)?.has(b)),
        what,
      ).toBe(true);
      expect(
        isConnected(
          new Set([...terminals, ...tree.edges.flat()]),
          stepsOf(tree.edges.map(([source, target]) => ({ source, target }))),
        ),
        what,
      ).toBe(true);
    }
  });
});
