import fc from 'fast-check';
import { MultiDirectedGraph, UndirectedGraph } from 'graphology';
import betweennessModule from 'graphology-metrics/centrality/betweenness.js';
import { describe, expect, it } from 'vitest';
import { betweenness } from '../../client/measures/betweenness.ts';
import { measureGraph } from '../../client/measures/measure-graph.ts';
import { GRAPH_MEASURES, type GraphMeasure } from '../../client/measures/measure-model.ts';

const exactBetweenness = betweennessModule as unknown as (typeof betweennessModule)['default'];

const measure = (name: GraphMeasure, nodeCount: number, ...ends: [number, number][]) => [
  ...measureGraph({ measure: name, nodeCount, ends: Uint32Array.from(ends.flat()) }).values,
];

/** Up to twelve nodes with self-loops and parallel links. */
const graphs = fc
  .integer({ min: 1, max: 12 })
  .chain((count) =>
    fc.tuple(fc.constant(count), fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 30 })),
  );

describe('links of a node', () => {
  it('are counted with parallels, and a self-loop as one', () => {
    const links: [number, number][] = [
      [0, 1],
      [0, 1],
      [1, 0],
      [2, 2],
    ];
    expect(measure('degree', 4, ...links)).toEqual([3, 3, 1, 0]);
    expect(measure('in-degree', 4, ...links)).toEqual([1, 2, 1, 0]);
    expect(measure('out-degree', 4, ...links)).toEqual([2, 1, 1, 0]);
  });

  it('are as many as graphology counts', () => {
    fc.assert(
      fc.property(graphs, ([count, links]) => {
        const graph = new MultiDirectedGraph();
        for (let node = 0; node < count; node++) graph.addNode(node);
        for (const [source, target] of links) graph.addEdge(source, target);
        const nodes = graph.nodes();
        expect(measure('degree', count, ...links)).toEqual(nodes.map((node) => graph.edges(node).length));
        expect(measure('in-degree', count, ...links)).toEqual(nodes.map((node) => graph.inDegree(node)));
        expect(measure('out-degree', count, ...links)).toEqual(nodes.map((node) => graph.outDegree(node)));
      }),
    );
  });
});

describe('PageRank', () => {
  it('of a chain and of a hub are the known values', () => {
    // NetworkX 3: pagerank(DiGraph([(0, 1), (1, 2)])), tol 1e-10.
    const chain = measure('pagerank', 3, [0, 1], [1, 2]);
    [0.18441678, 0.34117105, 0.47441217].forEach((rank, node) => {
      expect(chain[node]).toBeCloseTo(rank, 6);
    });
    const star = measure('pagerank', 4, [1, 0], [2, 0], [3, 0]);
    expect(star[0]).toBeGreaterThan(2 * (star[1] ?? 0));
  });

  it('sums to 1, weighs parallels, and stands self-loops and nodes that lead nowhere', () => {
    fc.assert(
      fc.property(graphs, ([count, links]) => {
        const ranks = measure('pagerank', count, ...links);
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 6);
        expect(ranks.every((rank) => rank > 0)).toBe(true);
      }),
    );
    const [, often = 0, once = 0] = measure('pagerank', 3, [0, 1], [0, 1], [0, 2]);
    expect(often).toBeGreaterThan(once);
  });
});

describe('betweenness', () => {
  it('is that of the library on simple graphs, whatever the parallels and loops', () => {
    fc.assert(
      fc.property(graphs, ([count, links]) => {
        const graph = new UndirectedGraph();
        for (let node = 0; node < count; node++) graph.addNode(node);
        for (const [one, other] of links) if (one !== other) graph.mergeEdge(one, other);
        const expected = exactBetweenness(graph, { getEdgeWeight: null });
        const found = measure('betweenness', count, ...links);
        found.forEach((value, node) => {
          expect(value).toBeCloseTo(count < 3 ? 0 : (expected[node] ?? 0), 9);
        });
      }),
    );
  });

  it('of the middle of a chain is 1, and it counts more ways than 32 bits hold', () => {
    expect(measure('betweenness', 3, [0, 1], [1, 2])).toEqual([0, 1, 0]);
    // Forty diamonds in a row: 2^40 shortest ways from end to end. The nodes beside the middle have one half each, both ways.
    const links = Array.from({ length: 40 }, (_, index) => {
      const at = index * 3;
      return [at, at + 1, at, at + 2, at + 1, at + 3, at + 2, at + 3];
    });
    const { values } = betweenness(121, Uint32Array.from(links.flat()));
    expect(values[60]).toBeCloseTo((2 * 60 * 60 + 2) / (120 * 119), 6);
  });

  it('is estimated from some of the nodes where all would take too long, and tells from how many', () => {
    const count = 200;
    const ends = Uint32Array.from({ length: count * 2 }, (_, index) =>
      index % 2 === 0 ? 0 : ((index + 1) / 2) % count,
    );
    const progress: number[] = [];
    const found = betweenness(count, ends, (share) => progress.push(share), 12_000);
    expect(found.sampled).toBe(20);
    expect(found.values[0]).toBeCloseTo(1, 0);
    expect(progress.every((share) => share > 0 && share < 1)).toBe(true);
    expect(betweenness(count, ends).sampled).toBeUndefined();
  });
});

describe('communities', () => {
  const clique = (from: number, size: number) =>
    Array.from({ length: size }, (_, one) =>
      Array.from({ length: one }, (_, other): [number, number] => [from + one, from + other]),
    ).flat();
  it('of two cliques on a bridge are the cliques, the larger first', () => {
    const found = measure('community', 9, ...clique(0, 4), ...clique(4, 5), [0, 4]);
    expect(found).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0]);
  });

  it('without links are the nodes', () => {
    expect(measure('community', 3)).toEqual([0, 1, 2]);
    expect(measure('community', 0)).toEqual([]);
  });

  it('are numbered without holes by their sizes', () => {
    fc.assert(
      fc.property(graphs, ([count, links]) => {
        const found = measure('community', count, ...links);
        const sizes = [...new Set(found)]
          .sort((a, b) => a - b)
          .map((key) => found.filter((each) => each === key).length);
        expect(new Set(found)).toEqual(new Set(sizes.map((_, index) => index)));
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      }),
    );
  });
});

it('every measure is the same each time', () => {
  fc.assert(
    fc.property(graphs, fc.constantFrom(...GRAPH_MEASURES), ([count, links], name) => {
      expect(measure(name, count, ...links)).toEqual(measure(name, count, ...links));
    }),
  );
});
