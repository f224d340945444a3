import type { Graph, GraphNode, Relationship } from '../../server/contract/graph.ts';
import type { PropertyFilter } from './property-filter.ts';

/** A place on the plane, in layout units. */
export interface Position {
  x: number;
  y: number;
}

/** The one path, or other answer in numbered links, that is lit. */
export interface PathOnShow {
  nodeIds: readonly string[];
  relationshipIds: readonly string[];
  /** What it is, in words, for what is made of it. */
  title?: string;
}

/** What may be hidden by name. */
export type FilterKind = 'labels' | 'types' | 'statuses' | 'documents';

/** What has properties. */
export type PropertyOwner = 'nodes' | 'relationships';

/** Names that are hidden, by what they name, and what properties must be, by their names. */
export interface Filters extends Record<FilterKind, Set<string>> {
  properties: Record<PropertyOwner, Map<string, PropertyFilter>>;
  /** Whether nodes are hidden too that have no link left of those they had. */
  unlinked: boolean;
}

/**
 * What a colour or a size tells: `degree`, `in-degree`, `out-degree`, `pagerank`, `betweenness`, `community` (colour
 * only), or `property:` and the name of a number property of nodes.
 */
export type MeasureName = string;

/** What the looks of nodes tell; null is the usual: colour by kind, size by the number of links. */
export interface Appearance {
  colour: MeasureName | null;
  size: MeasureName | null;
}

/** Ids of what came from a file and is in no database. */
export interface OwnIds {
  nodes: Set<string>;
  relationships: Set<string>;
}

/** Everything that a step changes and undo restores. */
export interface WorkspaceContent {
  nodes: Map<string, GraphNode>;
  relationships: Map<string, Relationship>;
  /** Which of them are only here. */
  own: OwnIds;
  positions: Map<string, Position>;
  /** Nodes that were placed by hand; a layout leaves them where they are. */
  pinned: Set<string>;
  /** Of each node that an expansion brought: the node that was expanded. */
  broughtBy: Map<string, string>;
  /** Nodes put aside one by one, beside what the filters hide. */
  hiddenNodes: Set<string>;
  /** Relationships put aside one by one, when only a part was to stay. */
  hiddenRelationships: Set<string>;
  filters: Filters;
  appearance: Appearance;
  path: PathOnShow | null;
}

/** Hidden until asked for: what the text does not say. */
const STATUSES_OFF_AT_FIRST = ['background'];

export function emptyContent(): WorkspaceContent {
  return {
    nodes: new Map(),
    relationships: new Map(),
    own: { nodes: new Set(), relationships: new Set() },
    positions: new Map(),
    pinned: new Set(),
    broughtBy: new Map(),
    hiddenNodes: new Set(),
    hiddenRelationships: new Set(),
    filters: {
      labels: new Set(),
      types: new Set(),
      statuses: new Set(STATUSES_OFF_AT_FIRST),
      documents: new Set(),
      properties: { nodes: new Map(), relationships: new Map() },
      unlinked: false,
    },
    appearance: { colour: null, size: null },
    path: null,
  };
}

/** What of a graph a workspace does not have, or has put aside. */
export function lackingIn(content: WorkspaceContent, { nodes, relationships }: Graph): Graph {
  const { hiddenNodes, hiddenRelationships } = content;
  return {
    nodes: nodes.filter(({ id }) => !content.nodes.has(id) || hiddenNodes.has(id)),
    relationships: relationships.filter(
      ({ id }) => !content.relationships.has(id) || hiddenRelationships.has(id),
    ),
  };
}
