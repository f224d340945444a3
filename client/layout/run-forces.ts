import { MultiDirectedGraph } from 'graphology';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import type { LayoutLink, LayoutNode, Position } from './layout-model.ts';

/** The package is CommonJS and exports the function itself; its types speak of a `default` that is not there. */
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;

const BARNES_HUT_FROM = 800;

function iterationsFor(count: number): number {
  if (count <= 200) return 800;
  if (count <= 1000) return 300;
  if (count <= 5000) return 150;
  return 60;
}

/** Positions by ForceAtlas2 (Jacomy et al. 2014), from the given starts; scale and turn are arbitrary. */
export function runForces(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  starts: readonly Position[],
): Map<string, Position> {
  const graph = new MultiDirectedGraph<Position>();
  nodes.forEach(({ id }, index) => {
    const { x, y } = starts[index] ?? { x: index, y: index };
    graph.addNode(id, { x, y });
  });
  for (const { source, target } of links) if (source !== target) graph.addEdge(source, target);
  if (graph.order > 1) {
    forceAtlas2.assign(graph, {
      iterations: iterationsFor(nodes.length),
      settings: {
        gravity: 0.3,
        scalingRatio: 12,
        slowDown: 2,
        barnesHutOptimize: nodes.length >= BARNES_HUT_FROM,
        barnesHutTheta: 0.7,
      },
    });
  }
  return new Map(graph.mapNodes((id, { x, y }) => [id, { x, y }]));
}
