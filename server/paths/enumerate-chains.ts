import type { LinkStore } from './link-store.ts';
import type { SearchBudget } from './search-budget.ts';

/** What is known of the way to one waypoint. */
export interface Segment {
  to: string;
  /** Steps to the waypoint from each node, where they are known. */
  distances: ReadonlyMap<string, number>;
  /** Fewest steps from the waypoint before to this one. */
  shortest: number;
}

/**
 * All chains of nodes, none of them twice, that go from `from` through the waypoints in order in exactly
 * `length` steps: a depth-first search that turns back where the rest of the way is known to be too long.
 * Yields null where the caller should pause to let others in.
 */
export function* enumerateChains(
  from: string,
  segments: readonly Segment[],
  length: number,
  links: LinkStore,
  budget: SearchBudget,
): Generator<string[] | null> {
  const restAfter = segments.map((_, i) =>
    segments.slice(i + 1).reduce((sum, segment) => sum + segment.shortest, 0),
  );
  const waypoints = new Set(segments.map((segment) => segment.to));
  const chain = [from];
  const onChain = new Set(chain);
  const stack = [{ segment: 0, next: links.nextOf(from), at: 0 }];
  while (stack.length > 0) {
    const top = stack.at(-1);
    const node = top?.next[top.at];
    if (top === undefined || node === undefined) {
      stack.pop();
      const left = chain.pop();
      if (left !== undefined) onChain.delete(left);
      continue;
    }
    top.at += 1;
    if (budget.step()) yield null;
    const segment = segments[top.segment];
    if (segment === undefined || onChain.has(node)) continue;
    const arrived = node === segment.to;
    if (!arrived && waypoints.has(node)) continue;
    const distance = segment.distances.get(node);
    const left = length - chain.length;
    if (distance === undefined || distance + (restAfter[top.segment] ?? 0) > left) continue;
    if (arrived && top.segment === segments.length - 1) {
      if (left === 0) yield [...chain, node];
      continue;
    }
    if (left === 0) continue;
    chain.push(node);
    onChain.add(node);
    stack.push({ segment: arrived ? top.segment + 1 : top.segment, next: links.nextOf(node), at: 0 });
  }
}
