/** Neighbours of every node, whatever the direction, each once and never itself: those of node i lie from starts[i] on. */
export interface NeighbourLists {
  starts: Uint32Array;
  neighbours: Uint32Array;
}

/** `ends` holds source and target of each link in turn, as places in the list of nodes. */
export function listNeighbours(nodeCount: number, ends: Uint32Array): NeighbourLists {
  const sets = Array.from({ length: nodeCount }, () => new Set<number>());
  for (let index = 0; index + 1 < ends.length; index += 2) {
    const one = ends[index] ?? 0;
    const other = ends[index + 1] ?? 0;
    if (one === other) continue;
    sets[one]?.add(other);
    sets[other]?.add(one);
  }
  const starts = new Uint32Array(nodeCount + 1);
  sets.forEach((set, node) => {
    starts[node + 1] = (starts[node] ?? 0) + set.size;
  });
  const neighbours = new Uint32Array(starts[nodeCount] ?? 0);
  sets.forEach((set, node) => {
    neighbours.set([...set], starts[node] ?? 0);
  });
  return { starts, neighbours };
}
