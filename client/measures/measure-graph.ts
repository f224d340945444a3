import { DirectedGraph, UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import pagerankModule from 'graphology-metrics/centrality/pagerank.js';
import { createRandom } from '../layout/random.ts';
import { betweenness } from './betweenness.ts';
import type { MeasureRequest, MeasureResult } from './measure-model.ts';

// These packages are CommonJS and export the function itself; their types speak of a `default` that is not there.
const louvain = louvainModule as unknown as (typeof louvainModule)['default'];
const pagerank = pagerankModule as unknown as (typeof pagerankModule)['default'];

const SEED = 1;
/** Summed over all nodes, PageRank may be off by this much. */
const PAGERANK_ERROR = 1e-8;

/** Computes one measure; the same graph gives the same numbers. `onProgress` gets shares from 0 to 1. */
export function measureGraph(
  { measure, nodeCount, ends }: MeasureRequest,
  onProgress?: (share: number) => void,
): MeasureResult {
  switch (measure) {
    case 'degree':
    case 'in-degree':
    case 'out-degree':
      return { values: countLinks(nodeCount, ends, measure) };
    case 'pagerank':
      return { values: rankPages(nodeCount, ends) };
    case 'betweenness':
      return betweenness(nodeCount, ends, onProgress);
    case 'community':
      return { values: findCommunities(nodeCount, ends) };
  }
}

/** A self-loop is one link of its node, and one in each direction. */
function countLinks(
  nodeCount: number,
  ends: Uint32Array,
  measure: 'degree' | 'in-degree' | 'out-degree',
): Float64Array {
  const values = new Float64Array(nodeCount);
  const add = (node: number) => {
    values[node] = (values[node] ?? 0) + 1;
  };
  for (let index = 0; index + 1 < ends.length; index += 2) {
    const source = ends[index] ?? 0;
    const target = ends[index + 1] ?? 0;
    if (measure !== 'in-degree') add(source);
    if (measure === 'in-degree' || (measure === 'degree' && source !== target)) add(target);
  }
  return values;
}

/** Parallel links weigh as many times as there are. */
function weighted<G extends DirectedGraph | UndirectedGraph>(
  graph: G,
  nodeCount: number,
  ends: Uint32Array,
): G {
  for (let node = 0; node < nodeCount; node++) graph.addNode(node);
  for (let index = 0; index + 1 < ends.length; index += 2) {
    graph.updateEdge(ends[index], ends[index + 1], ({ weight = 0 }) => ({ weight: weight + 1 }));
  }
  return graph;
}

function rankPages(nodeCount: number, ends: Uint32Array): Float64Array {
  if (nodeCount === 0) return new Float64Array(0);
  const graph = weighted(new DirectedGraph(), nodeCount, ends);
  const ranks = pagerank(graph, {
    getEdgeWeight: 'weight',
    tolerance: PAGERANK_ERROR / nodeCount,
    maxIterations: 1000,
  });
  return Float64Array.from({ length: nodeCount }, (_, node) => ranks[node] ?? 0);
}

/** Louvain's communities, the largest first; among those of one size the one with the first node. */
function findCommunities(nodeCount: number, ends: Uint32Array): Float64Array {
  const graph = weighted(new UndirectedGraph(), nodeCount, ends);
  const found: Readonly<Record<string, number>> =
    graph.size === 0 ? {} : louvain(graph, { getEdgeWeight: 'weight', rng: createRandom(SEED) });
  const community = (node: number) => (graph.size === 0 ? node : (found[node] ?? -1));
  const sizes = new Map<number, number>();
  for (let node = 0; node < nodeCount; node++) {
    sizes.set(community(node), (sizes.get(community(node)) ?? 0) + 1);
  }
  // A map keeps the order in which its keys came, and sorting keeps the order of equals.
  const order = [...sizes].sort(([, one], [, other]) => other - one).map(([key]) => key);
  const place = new Map(order.map((key, index) => [key, index]));
  return Float64Array.from({ length: nodeCount }, (_, node) => place.get(community(node)) ?? 0);
}
