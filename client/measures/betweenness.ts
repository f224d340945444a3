import { createRandom } from '../layout/random.ts';
import { listNeighbours, type NeighbourLists } from './neighbour-lists.ts';

/** Steps over links that are taken at most; above, only some of the nodes are starting points. */
export const STEPS_AT_MOST = 200_000_000;
const SEED = 7;

/**
 * The share of shortest ways between two other nodes that lead through each node, 0 to 1: links are walked in both
 * directions, parallel ones count once, self-loops not at all. After U. Brandes, A Faster Algorithm for Betweenness
 * Centrality (2001); where all starting points would take more than `budget` steps, an even random sample of them, as in
 * U. Brandes and C. Pich, Centrality Estimation in Large Networks (2007).
 */
export function betweenness(
  nodeCount: number,
  ends: Uint32Array,
  onProgress: (share: number) => void = () => {},
  budget = STEPS_AT_MOST,
): { values: Float64Array; sampled?: number } {
  const values = new Float64Array(nodeCount);
  if (nodeCount < 3) return { values };
  const lists = listNeighbours(nodeCount, ends);
  const most = Math.max(1, Math.floor(budget / (nodeCount + lists.neighbours.length)));
  const sources = most >= nodeCount ? null : sample(nodeCount, most);
  const count = sources?.length ?? nodeCount;
  const scratch = createScratch(nodeCount);
  let told = 0;
  for (let index = 0; index < count; index++) {
    addFrom(sources?.[index] ?? index, lists, values, scratch);
    if (index - told >= count / 100) {
      told = index;
      onProgress(index / count);
    }
  }
  const scale = nodeCount / count / ((nodeCount - 1) * (nodeCount - 2));
  for (let node = 0; node < nodeCount; node++) values[node] = (values[node] ?? 0) * scale;
  return sources ? { values, sampled: count } : { values };
}

interface Scratch {
  distance: Int32Array;
  /** Numbers of shortest ways; they outgrow whole numbers of 32 bits on grids. */
  ways: Float64Array;
  share: Float64Array;
  /** Nodes in the order in which they were reached. */
  order: Uint32Array;
}

function createScratch(nodeCount: number): Scratch {
  return {
    distance: new Int32Array(nodeCount),
    ways: new Float64Array(nodeCount),
    share: new Float64Array(nodeCount),
    order: new Uint32Array(nodeCount),
  };
}

/** Adds to each node the share of shortest ways from the source that lead through it. */
function addFrom(source: number, lists: NeighbourLists, values: Float64Array, scratch: Scratch): void {
  const { starts, neighbours } = lists;
  const { distance, ways, share, order } = scratch;
  distance.fill(-1);
  ways.fill(0);
  share.fill(0);
  distance[source] = 0;
  ways[source] = 1;
  order[0] = source;
  let reached = 1;
  for (let at = 0; at < reached; at++) {
    const node = order[at] ?? 0;
    const next = (distance[node] ?? 0) + 1;
    for (let link = starts[node] ?? 0; link < (starts[node + 1] ?? 0); link++) {
      const neighbour = neighbours[link] ?? 0;
      if (distance[neighbour] === -1) {
        distance[neighbour] = next;
        order[reached++] = neighbour;
      }
      if (distance[neighbour] === next) ways[neighbour] = (ways[neighbour] ?? 0) + (ways[node] ?? 0);
    }
  }
  for (let at = reached - 1; at > 0; at--) {
    const node = order[at] ?? 0;
    const before = (distance[node] ?? 0) - 1;
    const part = (1 + (share[node] ?? 0)) / (ways[node] ?? 1);
    for (let link = starts[node] ?? 0; link < (starts[node + 1] ?? 0); link++) {
      const neighbour = neighbours[link] ?? 0;
      if (distance[neighbour] === before)
        share[neighbour] = (share[neighbour] ?? 0) + (ways[neighbour] ?? 0) * part;
    }
    values[node] = (values[node] ?? 0) + (share[node] ?? 0);
  }
}

/** So many of the numbers below `count`, the same each time. */
function sample(count: number, size: number): Uint32Array {
  const random = createRandom(SEED);
  const all = Uint32Array.from({ length: count }, (_, index) => index);
  for (let index = 0; index < size; index++) {
    const other = index + Math.floor(random() * (count - index));
    const kept = all[index] ?? 0;
    all[index] = all[other] ?? 0;
    all[other] = kept;
  }
  return all.slice(0, size);
}
