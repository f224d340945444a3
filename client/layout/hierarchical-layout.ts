import { Graph, layout } from '@dagrejs/dagre';
import { componentsOf } from './components.ts';
import { fillAspect } from './fill-aspect.ts';
import type { Room } from './label-room.ts';
import { roomIn } from './label-room.ts';
import { layersOf } from './layers.ts';
import {
  DEFAULT_ASPECT,
  type Layout,
  type LayoutLink,
  type LayoutNode,
  type Position,
} from './layout-model.ts';
import { type Island, packIslands } from './pack-islands.ts';
import { placeLayers } from './place-layers.ts';

/** Up to so much the library lays out within a few seconds; it weighs every crossing. */
const WEIGHED = { nodes: 300, links: 700 };
const LAYER_GAP = 46;
const NODE_GAP = 10;

/** Layers from top to bottom, so that as many links as can be point down. */
export const hierarchicalLayout: Layout = {
  arrange({ nodes, links, aspect = DEFAULT_ASPECT }, report) {
    const roomOf = roomIn(nodes.length);
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const islands: (Island & { ids: readonly string[] })[] = [];
    let done = 0;
    for (const ids of componentsOf([...byId.keys()], links)) {
      const members = ids.flatMap((id) => byId.get(id) ?? []);
      const own = new Set(ids);
      const inner = links.filter(
        ({ source, target }) => source !== target && own.has(source) && own.has(target),
      );
      const positions = layOutIsland(members, inner, roomOf, aspect);
      islands.push({
        ids,
        positions: ids.map((id) => positions.get(id) ?? { x: 0, y: 0 }),
        rooms: members.map(roomOf),
      });
      done += ids.length;
      report(done / nodes.length);
    }
    packIslands(islands, aspect);
    fillAspect(
      islands.flatMap(({ positions }) => positions),
      aspect,
    );
    return new Map(
      islands.flatMap(({ ids, positions }) =>
        ids.map((id, index) => [id, positions[index] ?? { x: 0, y: 0 }] as const),
      ),
    );
  },
};

function layOutIsland(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  roomOf: (node: LayoutNode) => Room,
  aspect: number,
): Map<string, Position> {
  if (nodes.length <= WEIGHED.nodes && links.length <= WEIGHED.links) return byLibrary(nodes, links, roomOf);
  return placeLayers(layersOf(nodes, links), nodes, links, roomOf, aspect);
}

/** Layers, order and places by dagre, which follows Gansner et al. 1993. */
function byLibrary(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  roomOf: (node: LayoutNode) => Room,
): Map<string, Position> {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', ranksep: LAYER_GAP, nodesep: NODE_GAP, edgesep: NODE_GAP });
  graph.setDefaultEdgeLabel(() => ({}));
  const rooms = nodes.map(roomOf);
  // Numbers for ids: the library keeps nodes in plain objects, where some ids would be lost.
  const indexes = new Map(nodes.map(({ id }, index) => [id, String(index)]));
  nodes.forEach((_, index) => {
    const { halfWidth, up, down } = rooms[index] ?? { halfWidth: 0, up: 0, down: 0 };
    graph.setNode(String(index), { width: 2 * halfWidth, height: up + down });
  });
  for (const { source, target } of links) {
    const from = indexes.get(source);
    const to = indexes.get(target);
    if (from !== undefined && to !== undefined) graph.setEdge(from, to);
  }
  layout(graph);
  return new Map(
    nodes.map(({ id }, index) => {
      const { x, y } = graph.node(String(index)) as Position;
      const { up, down } = rooms[index] ?? { up: 0, down: 0 };
      return [id, { x, y: -y + (down - up) / 2 }];
    }),
  );
}
