export interface Position {
  x: number;
  y: number;
}

export interface LayoutNode {
  id: string;
  /** Radius in layout units. */
  radius: number;
  /** Its name; room is kept for it. */
  caption: string;
  /** Its most specific label, for the layout by kind. */
  kind?: string;
}

export interface LayoutLink {
  source: string;
  target: string;
}

export interface LayoutRequest {
  nodes: readonly LayoutNode[];
  links: readonly LayoutLink[];
  /** Nodes that stay where they are. */
  fixed?: Readonly<Record<string, Position>>;
  /** Width over height of the room to be filled; 1.6 unless given. */
  aspect?: number;
  /** The same request with the same seed gives the same positions. */
  seed?: number;
  /** The node that the radial layout goes around; the best connected unless given. */
  centre?: string;
}

/** A drawn graph that others join. */
export interface NewcomersRequest {
  /** All nodes, those that are there and those that join. */
  nodes: readonly LayoutNode[];
  links: readonly LayoutLink[];
  /** The places of those that are there. */
  placed: ReadonlyMap<string, Position>;
}

/** Positions in layout units, y pointing up, the middle of the graph at the origin. */
export type Positions = Map<string, Position>;

/** Tells how much of a layout is done, 0 to 1. */
export type ReportShare = (share: number) => void;

/** One way to arrange a graph. */
export interface Layout {
  /** Places for all nodes; what is to stay put is put back by whoever calls. Pure: nothing random but by the seed. */
  arrange(request: LayoutRequest, report: ReportShare): Positions;
}

/** Radians from one to the next of what is spread evenly over a disc. */
export const GOLDEN_ANGLE = 2.399963;

/** The names of the layouts, for those who must not load them. */
export const LAYOUT_NAMES = ['force', 'hierarchical', 'radial', 'by-kind', 'circular', 'grid'] as const;
export type LayoutName = (typeof LAYOUT_NAMES)[number];

export const DEFAULT_ASPECT = 1.6;
