import { MultiDirectedGraph } from 'graphology';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import type { LayoutLink, LayoutNode, Position, ReportShare } from './layout-model.ts';

/** The package is CommonJS and exports the function itself; its types speak of a `default` that is not there. */
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;

/** Below, comparing every pair is quicker than building trees. */
const BARNES_HUT_FROM = 1500;
/** From so many nodes on it is told how far it is, so many times. */
const TOLD_FROM = 1500;
const PARTS = 12;
/** The larger the graph, the dearer an iteration and the less each one changes what is seen. */
function iterationsFor(count: number): number {
  return Math.round(Math.min(800, 6000 / Math.sqrt(Math.max(count, 1))));
}

/** Positions by ForceAtlas2 (Jacomy et al. 2014), from the given starts; scale and turn are arbitrary. */
export function runForces(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  starts: readonly Position[],
  report: ReportShare = () => {},
  iterations = iterationsFor(nodes.length),
): Map<string, Position> {
  // Numbers for ids: the package keeps nodes in a plain object, where some ids would be lost.
  const graph = new MultiDirectedGraph<Position>();
  const indexes = new Map(nodes.map(({ id }, index) => [id, index]));
  nodes.forEach((_, index) => {
    const { x, y } = starts[index] ?? { x: index, y: index };
    graph.addNode(index, { x, y });
  });
  for (const { source, target } of links) {
    const from = indexes.get(source);
    const to = indexes.get(target);
    if (from !== undefined && to !== undefined && from !== to) graph.addEdge(from, to);
  }
  if (graph.order > 1) {
    const settings = {
      gravity: 0.3,
      scalingRatio: 12,
      slowDown: 2,
      barnesHutOptimize: nodes.length >= BARNES_HUT_FROM,
      barnesHutTheta: 1.1,
    };
    // In parts only where it lasts: each part begins anew with the speed of every node.
    const parts = nodes.length >= TOLD_FROM ? PARTS : 1;
    for (let part = 0; part < parts; part++) {
      forceAtlas2.assign(graph, { iterations: Math.ceil(iterations / parts), settings });
      report((part + 1) / parts);
    }
  }
  return new Map(
    nodes.map(({ id }, index) => {
      const { x, y } = graph.getNodeAttributes(index);
      return [id, { x, y }];
    }),
  );
}
