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
}

/** Positions in layout units, y pointing up, the middle of the graph at the origin. */
export type Positions = Map<string, Position>;
