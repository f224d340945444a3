import { MultiDirectedGraph } from 'graphology';
import { expect, it } from 'vitest';
import { PALETTES } from '../../client/look/palette.ts';
import { createLabelMemory } from '../../client/scene/label-pen.ts';
import { nearRelationships } from '../../client/scene/near-relationships.ts';
import { NodeGrid } from '../../client/scene/node-grid.ts';
import { NO_EMPHASIS } from '../../client/scene/resolve-emphasis.ts';
import { applyGraph, type EdgeAttributes, type NodeAttributes } from '../../client/scene/stage-graph.ts';

/** Nodes in a row, 100 units apart, each tied to the next. */
function sceneOf(count: number) {
  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  const nodes = Array.from({ length: count }, (_, index) => ({
    ...{ id: `n${index}`, caption: `N ${index}`, label: 'Person', degree: 2 },
    ...{ x: 100 * index, y: 0 },
  }));
  const relationships = nodes.slice(1).map(({ id }, index) => ({
    ...{ id: `r${index}`, source: `n${index}`, target: id, type: 'KNOWS' },
  }));
  applyGraph(graph, { nodes, relationships }, 'light');
  const rest = { palette: PALETTES.light, memory: createLabelMemory(), covered: [], card: null };
  return { graph, grid: new NodeGrid(graph), emphasis: NO_EMPHASIS, ...rest };
}

/** 800 pixels wide, the node n0 at its left rim. */
const viewAt = (scale: number) => ({
  ...{ width: 800, height: 600, originX: 0, originY: 300, nodeScale: 1 },
  scale,
});

it('words what ties the nodes in view when the camera is near, those between two of them first', () => {
  // n0 to n4 are in view.
  expect(nearRelationships(viewAt(2), sceneOf(50))).toEqual(['r0', 'r1', 'r2', 'r3', 'r4']);
});

it('words nothing from afar, in a crowd, or while something stands out', () => {
  expect(nearRelationships(viewAt(1), sceneOf(50))).toEqual([]);
  const many = { ...viewAt(2), width: 20_000 };
  expect(nearRelationships(many, sceneOf(100))).toEqual([]);
  const dimmed = { ...sceneOf(50), emphasis: { ...NO_EMPHASIS, rest: 0.15 } };
  expect(nearRelationships(viewAt(2), dimmed)).toEqual([]);
});
