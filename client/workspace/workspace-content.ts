import type { GraphNode, Relationship } from '../../server/contract/graph.ts';

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

/** Names that are hidden, by what they name. */
export type Filters = Record<FilterKind, Set<string>>;

/** Everything that a step changes and undo restores. */
export interface WorkspaceContent {
  nodes: Map<string, GraphNode>;
  relationships: Map<string, Relationship>;
  positions: Map<string, Position>;
  /** Nodes that were placed by hand; a layout leaves them where they are. */
  pinned: Set<string>;
  /** Nodes put aside one by one, beside what the filters hide. */
  hiddenNodes: Set<string>;
  /** Relationships put aside one by one, when only a part was to stay. */
  hiddenRelationships: Set<string>;
  filters: Filters;
  path: PathOnShow | null;
}

/** Hidden until asked for: what the text does not say. */
const STATUSES_OFF_AT_FIRST = ['background'];

export function emptyContent(): WorkspaceContent {
  return {
    nodes: new Map(),
    relationships: new Map(),
    positions: new Map(),
    pinned: new Set(),
    hiddenNodes: new Set(),
    hiddenRelationships: new Set(),
    filters: {
      labels: new Set(),
      types: new Set(),
      statuses: new Set(STATUSES_OFF_AT_FIRST),
      documents: new Set(),
    },
    path: null,
  };
}
