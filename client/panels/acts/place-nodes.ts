import type { Graph, GraphNode, Relationship } from '../../../server/contract/graph.ts';
import { computeLayout, computeNewcomers } from '../../layout/compute-layout.ts';
import type { LayoutName, LayoutNode, LayoutRequest, ReportShare } from '../../layout/layout-model.ts';
import { radiusOfDegree } from '../../scene/stage-graph.ts';
import { countDegrees } from '../../workspace/count-content.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import type { Position, WorkspaceContent } from '../../workspace/workspace-content.ts';

type Gathered = Pick<WorkspaceContent, 'nodes' | 'relationships'>;

/** Places a whole graph anew, but for the nodes that are held; in layout units. */
export function placeAll(
  graph: Gathered,
  held: ReadonlyMap<string, Position>,
  signal?: AbortSignal,
): Promise<Map<string, Position>> {
  return arrangeAll('force', graph, held, signal ? { signal } : {});
}

interface Manner {
  signal?: AbortSignal;
  /** Hears how much is done, 0 to 1. */
  report?: ReportShare;
  /** The middle of a radial layout. */
  centre?: string;
}

/** As `placeAll`, by any of the layouts. */
export function arrangeAll(
  name: LayoutName,
  graph: Gathered,
  held: ReadonlyMap<string, Position>,
  { centre, ...manner }: Manner = {},
): Promise<Map<string, Position>> {
  const request = { ...layoutRequest(graph), fixed: Object.fromEntries(held) };
  return computeLayout(name, centre === undefined ? request : { ...request, centre }, manner);
}

/** Places what a graph brings to the canvas by its neighbours there; what is there does not move. */
export async function placeNewcomers(
  content: WorkspaceContent,
  graph: Graph,
  signal?: AbortSignal,
): Promise<Map<string, Position>> {
  if (graph.nodes.every((node) => content.positions.has(node.id))) return new Map();
  const together = joined(content, graph);
  if (content.positions.size === 0) return placeAll(together, new Map(), signal);
  const { nodes, links } = requestOf(together);
  return computeNewcomers({ nodes, links, placed: content.positions }, signal);
}

/** A graph as maps by id, for `placeAll`. */
export function gathered(graph: Graph): Gathered {
  return joined({ nodes: new Map(), relationships: new Map() }, graph);
}

function joined(content: Gathered, graph: Graph): Gathered {
  const nodes = new Map<string, GraphNode>(content.nodes);
  const relationships = new Map<string, Relationship>(content.relationships);
  for (const node of graph.nodes) nodes.set(node.id, node);
  for (const relationship of graph.relationships) {
    if (nodes.has(relationship.source) && nodes.has(relationship.target)) {
      relationships.set(relationship.id, relationship);
    }
  }
  return { nodes, relationships };
}

/** What a layout is asked about a graph, for the room that the canvas has. */
export function layoutRequest(graph: Gathered): LayoutRequest {
  return { ...requestOf(graph), aspect: aspectOfCanvas() };
}

function requestOf({ nodes, relationships }: Gathered) {
  const degrees = countDegrees(relationships);
  return {
    nodes: [...nodes.values()].map(
      (node): LayoutNode => ({
        id: node.id,
        caption: node.caption,
        radius: radiusOfDegree(degrees.get(node.id) ?? 0),
        kind: kindOfNode(node),
      }),
    ),
    links: [...relationships.values()].map(({ source, target }) => ({ source, target })),
  };
}

/** Width over height of the room that the drawing has. */
function aspectOfCanvas(): number {
  const room = document.querySelector('[data-canvas]')?.getBoundingClientRect();
  return room && room.height > 0 && room.width > 0 ? room.width / room.height : 1.6;
}
