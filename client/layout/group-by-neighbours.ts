const ROUNDS = 6;

/**
 * Groups nodes that hang together closely, by label propagation (Raghavan, Albert, Kumara 2007): each node takes, a few
 * times over, the group that most of its neighbours have. The same for the same graph, in time linear in its links.
 * Nodes are numbers below `count`; returns the name of each one's group, the number of a node.
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
  const votes = new Int32Array(count);
  for (let round = 0; round < ROUNDS; round++) {
    let changed = 0;
    for (let node = 0; node < count; node++) {
      const [from, to] = [begins[node] ?? 0, begins[node + 1] ?? 0];
      if (from === to) continue;
      let best = groups[node] ?? node;
      // Its own group wins where others have as many: otherwise nodes change for ever.
      let most = 0;
      for (let at = from; at < to; at++) {
        const group = groups[neighbours[at] ?? 0] ?? 0;
        const given = (votes[group] ?? 0) + 1;
        votes[group] = given;
        if (given > most || (given === most && group === groups[node])) {
          most = given;
          best = group;
        }
      }
      for (let at = from; at < to; at++) votes[groups[neighbours[at] ?? 0] ?? 0] = 0;
      if (best !== groups[node]) changed++;
      groups[node] = best;
    }
    if (changed * 100 < count) break;
  }
  return groups;
}
