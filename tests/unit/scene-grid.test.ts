import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { NodeGrid } from '../../client/scene/node-grid.ts';
import { LineFinder, nodeAt } from '../../client/scene/pointing.ts';
import { NO_EMPHASIS } from '../../client/scene/resolve-emphasis.ts';
import type { EdgeAttributes, NodeAttributes } from '../../client/scene/stage-graph.ts';
import { applyGraph, type StageGraph } from '../../client/scene/stage-graph.ts';

const place = fc.record({
  x: fc.integer({ min: -900, max: 900 }),
  y: fc.integer({ min: -900, max: 900 }),
  degree: fc.nat({ max: 40 }),
});

function graphOf(
  places: readonly { x: number; y: number; degree: number }[],
  links: [number, number][] = [],
): StageGraph {
  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  const nodes = places.map((each, index) => ({
    id: `n${index}`,
    caption: `N ${index}`,
    label: 'Person',
    ...each,
  }));
  const relationships = links.map(([from, to], index) => ({
    id: `r${index}`,
    source: `n${from}`,
    target: `n${to}`,
    type: 'KNOWS',
  }));
  applyGraph(graph, { nodes, relationships }, 'light');
  return graph;
}

const VIEW = { width: 800, height: 600, scale: 1, originX: 400, originY: 300, nodeScale: 1 };

describe('nodes by their place', () => {
  it('gives what a rectangle holds, the best connected first, also after nodes moved', () => {
    const rectangle = { left: -300, right: 200, low: -100, high: 500 };
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 80 }),
        fc.array(place, { maxLength: 5 }),
        fc.integer({ min: 1, max: 100 }),
        (places, moves, wanted) => {
          const graph = graphOf(places);
          const grid = new NodeGrid(graph);
          moves.forEach(({ x, y }, index) => {
            if (!graph.hasNode(`n${index}`)) return;
            Object.assign(graph.getNodeAttributes(`n${index}`), { x, y });
            grid.move(`n${index}`);
          });
          const inside = graph.filterNodes((_, { x, y }) => x >= -300 && x <= 200 && y >= -100 && y <= 500);
          const found = [...grid.within(rectangle, wanted)];
          expect([...found].sort()).toEqual(inside.sort());
          const degrees = found.map((id) => graph.getNodeAttribute(id, 'degree'));
          expect(degrees).toEqual([...degrees].sort((a, b) => b - a));
        },
      ),
    );
  });

  it('finds a node that moved to where none was', () => {
    const graph = graphOf([
      { x: -333, y: 0, degree: 0 },
      { x: 246, y: 0, degree: 0 },
    ]);
    const grid = new NodeGrid(graph);
    const middle = { left: -300, right: 200, low: -100, high: 500 };
    expect([...grid.within(middle, 1)]).toEqual([]);
    Object.assign(graph.getNodeAttributes('n0'), { x: 0, y: 0 });
    grid.move('n0');
    expect(grid.count(middle)).toBe(1);
    expect([...grid.within(middle, 1)]).toEqual(['n0']);
  });

  it('looks at few nodes when few are in view', () => {
    const places = Array.from({ length: 10_000 }, (_, i) => ({
      x: (i % 100) * 20,
      y: Math.floor(i / 100) * 20,
      degree: i % 7,
    }));
    const grid = new NodeGrid(graphOf(places));
    const corner = { left: 0, right: 100, low: 0, high: 100 };
    expect(grid.count(corner)).toBeLessThan(120);
    expect([...grid.within(corner, 100)]).toHaveLength(36);
    expect(grid.count({ left: -1e6, right: 1e6, low: -1e6, high: 1e6 })).toBe(10_000);
  });
});

describe('what the pointer is on', () => {
  const graph = graphOf(
    [
      { x: -100, y: 0, degree: 3 },
      { x: 100, y: 0, degree: 3 },
      { x: 0, y: 200, degree: 0 },
    ],
    [
      [0, 1],
      [2, 2],
      [0, 2],
      [2, 0],
    ],
  );
  const grid = new NodeGrid(graph);
  const lines = new LineFinder(graph);

  it('is a node on its disc and a little around it', () => {
    expect(nodeAt(graph, grid, VIEW, { x: 300, y: 300 })).toBe('n0');
    expect(nodeAt(graph, grid, VIEW, { x: 500 + 10, y: 300 })).toBe('n1');
    expect(nodeAt(graph, grid, VIEW, { x: 500 + 14, y: 300 })).toBeNull();
    expect(nodeAt(graph, grid, VIEW, { x: 400, y: 300 })).toBeNull();
  });

  it('is a line beside it, a curve where it runs, and a loop on its rim', () => {
    expect(lines.lineAt(VIEW, { x: 400, y: 303 })).toBe('r0');
    expect(lines.lineAt(VIEW, { x: 400, y: 308 })).toBeNull();
    // Two in opposite directions curve apart: neither runs through the middle between its nodes.
    expect(lines.lineAt(VIEW, { x: 350, y: 200 })).toBeNull();
    expect(new Set([lines.lineAt(VIEW, { x: 361, y: 206 }), lines.lineAt(VIEW, { x: 339, y: 194 })])).toEqual(
      new Set(['r2', 'r3']),
    );
    // The loop stands on its node: radius 7, its middle 10.2 above.
    expect(lines.lineAt(VIEW, { x: 400, y: 100 - 6 - 4.2 - 7 })).toBe('r1');
  });

  it('is a hop of a path where that goes around a node', () => {
    const hop = { tone: 'accent', width: 3, labelled: true, hop: 1, bend: 0.3 } as const;
    const emphasis = { ...NO_EMPHASIS, relationships: new Map([['r0', hop]]) };
    expect(lines.lineAt(VIEW, { x: 400, y: 303 }, emphasis)).toBeNull();
    expect(lines.lineAt(VIEW, { x: 400, y: 300 - 0.15 * 200 }, emphasis)).toBe('r0');
  });
});
