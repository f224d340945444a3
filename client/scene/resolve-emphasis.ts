import type { EdgeShape } from './edge-shape.ts';
import type { NodeRing } from './node-shaders.ts';
import type { Emphasis } from './scene-model.ts';

export interface NodeEmphasis {
  ring: NodeRing;
  /** Its label is drawn whatever it covers. */
  labelled: boolean;
}

export interface RelationshipEmphasis {
  tone: 'accent' | 'ink';
  /** Width in pixels at natural size. */
  width: number;
  /** Its type is written beside it. */
  labelled: boolean;
  /** Number of the hop, from 1. */
  hop?: number;
  /** Its line runs in another curve than the graph's, so that it passes no other node of the path. */
  bend?: number;
}

export interface ResolvedEmphasis {
  nodes: ReadonlyMap<string, NodeEmphasis>;
  relationships: ReadonlyMap<string, RelationshipEmphasis>;
  /** Strength of all else, 0 to 1; 1 when nothing is dimmed. */
  rest: number;
}

export const NO_EMPHASIS: ResolvedEmphasis = { nodes: new Map(), relationships: new Map(), rest: 1 };

/** A relationship's shape as it is drawn with this look. */
export function drawnEdge<Edge extends EdgeShape>(edge: Edge, look: RelationshipEmphasis | undefined): Edge {
  return look?.bend === undefined ? edge : { ...edge, bend: look.bend };
}

/** What the pointer is on. */
export interface Hover {
  node?: string | undefined;
  relationship?: string | undefined;
}

/** What has to be known of the graph. */
export interface Neighbourhood {
  hasNode(id: string): boolean;
  hasRelationship(id: string): boolean;
  ends(relationship: string): readonly [string, string];
  relationshipsOf(node: string): readonly string[];
  /** The bend with which a relationship keeps clear of these nodes; undefined where its own does. */
  bendAround(relationship: string, nodes: readonly string[]): number | undefined;
}

const REST_BESIDE_PATH = 0.12;
const REST_BESIDE_HOVER = 0.15;
/** With more lit relationships than this their words would be noise. */
const LIT_WORDS_AT_MOST = 8;
/** More names than this around one node would be noise. */
const LABELLED_AT_MOST = 12;

/**
 * Joins what is selected, traced, lit and under the pointer into what each node and relationship looks like.
 * The stronger look wins: path, then selection, then hover, then lit.
 */
export function resolveEmphasis(emphasis: Emphasis, hover: Hover, graph: Neighbourhood): ResolvedEmphasis {
  const nodes = new Map<string, NodeEmphasis>();
  const relationships = new Map<string, RelationshipEmphasis>();
  let rest = 1;

  const lightNode = (id: string, ring: NodeRing, labelled: boolean) => {
    if (!graph.hasNode(id)) return;
    const before = nodes.get(id);
    nodes.set(id, {
      ring: before && before.ring !== 'none' && ring !== 'strong' ? before.ring : ring,
      labelled: labelled || before?.labelled === true,
    });
  };
  const lightRelationship = (id: string, look: RelationshipEmphasis) => {
    if (graph.hasRelationship(id) && !relationships.has(id)) relationships.set(id, look);
  };
  const lightAround = (node: string) => {
    const around = graph.relationshipsOf(node);
    const labelled = around.length <= LABELLED_AT_MOST;
    for (const id of around) {
      lightRelationship(id, { tone: 'ink', width: 1.5, labelled });
      for (const end of graph.ends(id)) lightNode(end, 'none', labelled);
    }
  };

  const { path, selectedNode, selectedRelationship, chosen, lit } = emphasis;
  if (path) {
    rest = REST_BESIDE_PATH;
    path.relationshipIds.forEach((id, index) => {
      const bend = graph.hasRelationship(id) ? graph.bendAround(id, path.nodeIds) : undefined;
      const look = { tone: 'accent', width: 3, labelled: true, hop: index + 1 } as const;
      lightRelationship(id, bend === undefined ? look : { ...look, bend });
    });
    for (const id of path.nodeIds) lightNode(id, 'thin', true);
  }
  if (selectedRelationship !== undefined && graph.hasRelationship(selectedRelationship)) {
    lightRelationship(selectedRelationship, { tone: 'accent', width: 2.5, labelled: true });
    for (const end of graph.ends(selectedRelationship)) lightNode(end, 'none', true);
  }
  if (selectedNode !== undefined && graph.hasNode(selectedNode)) {
    lightNode(selectedNode, 'strong', true);
    if (!path) lightAround(selectedNode);
  }
  const named = (chosen?.size ?? 0) <= LABELLED_AT_MOST;
  for (const id of chosen ?? []) lightNode(id, 'thin', named);
  if (hover.node !== undefined && graph.hasNode(hover.node)) {
    rest = Math.min(rest, REST_BESIDE_HOVER);
    lightNode(hover.node, 'none', true);
    lightAround(hover.node);
  }
  if (hover.relationship !== undefined && graph.hasRelationship(hover.relationship)) {
    lightRelationship(hover.relationship, { tone: 'ink', width: 2, labelled: true });
    for (const end of graph.ends(hover.relationship)) lightNode(end, 'none', true);
  }
  if (lit) {
    rest = Math.min(rest, REST_BESIDE_HOVER);
    const worded = [...lit].filter((id) => graph.hasRelationship(id)).length <= LIT_WORDS_AT_MOST;
    for (const id of lit) {
      lightNode(id, 'none', false);
      lightRelationship(id, { tone: 'ink', width: 1.5, labelled: worded });
    }
  }
  return { nodes, relationships, rest };
}

/** Ids whose look differs between two states: all that has to be drawn anew. */
export function changedIds<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): string[] {
  const same = (first: T | undefined, second: T | undefined) =>
    first !== undefined && second !== undefined && JSON.stringify(first) === JSON.stringify(second);
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (id) => !same(before.get(id), after.get(id)),
  );
}
