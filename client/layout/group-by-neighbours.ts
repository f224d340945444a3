const ROUNDS = 6;
/** A group of so many nodes is full: a multiple of the root of their number, and no fewer than a few. */
const FULL = 4;
const SMALLEST_FULL = 60;

/**
 * Groups nodes that hang together closely, by label propagation (Raghavan, Albert, Kumara 2007): each node takes, a few
 * times over, the group that most of its neighbours have and that is not full: without that limit one group takes nearly
 * all of a graph. The same for the same graph, in time linear in its links. Nodes are numbers below `count`; returns the
 * name of each one's group, the number of a node.
 */
export function groupByNeighbours(count: number, links: readonly (readonly [number, number])[]): Int32Array {
  const begins = new Int32Array(count + 1);
  for (const [from, to] of links) {
    begins[from + 1] = (begins[from + 1] ?? 0) + 1;
    begins[to + 1] = (begins[to + 1] ?? 0) + 1;
  }
  for (let node = 0; node < count; node++) begins[node + 1] = (begins[node + 1] ?? 0) + (begins[node] ?? 0);
  const next = begins.slice();
  const neighbours = new Int32Array(links.length * 2);
  const note = (from: number, to: number) => {
    const place = next[from] ?? 0;
    neighbours[place] = to;
    next[from] = place + 1;
  };
  for (const [from, to] of links) {
    note(from, to);
    note(to, from);
  }

  const groups = Int32Array.from({ length: count }, (_, node) => node);
  const sizes = new Int32Array(count).fill(1);
  const full = Math.max(SMALLEST_FULL, Math.round(FULL * Math.sqrt(count)));
  const votes = new Int32Array(count);
  for (let round = 0; round < ROUNDS; round++) {
    let changed = 0;
    for (let node = 0; node < count; node++) {
      const [from, to] = [begins[node] ?? 0, begins[node + 1] ?? 0];
      if (from === to) continue;
      const own = groups[node] ?? node;
      let best = own;
      // Its own group wins where others have as many: otherwise nodes change for ever.
      let most = 0;
      for (let at = from; at < to; at++) {
        const group = groups[neighbours[at] ?? 0] ?? 0;
        const given = (votes[group] ?? 0) + 1;
        votes[group] = given;
        if (group !== own && (sizes[group] ?? 0) >= full) continue;
        if (given > most || (given === most && group === own)) {
          most = given;
          best = group;
        }
      }
      for (let at = from; at < to; at++) votes[groups[neighbours[at] ?? 0] ?? 0] = 0;
      if (best === own) continue;
      changed++;
      groups[node] = best;
      sizes[own] = (sizes[own] ?? 0) - 1;
      sizes[best] = (sizes[best] ?? 0) + 1;
    }
    if (changed * 100 < count) break;
  }
  return groups;
}
