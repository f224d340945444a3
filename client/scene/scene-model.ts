import type { Scheme } from '../look/palette.ts';
import type { Box } from './box.ts';

/** A node as the canvas knows it. Positions are in layout units: at natural size a unit is a pixel, y points up. */
export interface SceneNode {
  id: string;
  caption: string;
  /** The most specific label; decides colour and pictogram. */
  label: string;
  degree: number;
  x: number;
  y: number;
  pinned?: boolean;
  /** In pixels at natural size; by the number of relationships unless given. */
  radius?: number;
  /** `#rrggbb` for each scheme; by the label unless given. The pictogram stays that of the label. */
  fill?: Readonly<Record<Scheme, string>>;
}

export interface SceneRelationship {
  id: string;
  source: string;
  target: string;
  type: string;
  status?: string;
}

export interface SceneGraph {
  nodes: readonly SceneNode[];
  relationships: readonly SceneRelationship[];
}

/** What stands out for the moment; it changes nothing in the graph. */
export interface Emphasis {
  selectedNode?: string | undefined;
  selectedRelationship?: string | undefined;
  /** Nodes chosen together; ringed, and nothing is dimmed for them. */
  chosen?: ReadonlySet<string> | undefined;
  /** Hops are numbered in the order of `relationshipIds`; all else is dimmed to 12 %. */
  path?: { nodeIds: readonly string[]; relationshipIds: readonly string[] } | undefined;
  /** Ids of nodes and relationships at full strength, the others dimmed. */
  lit?: ReadonlySet<string> | undefined;
}

/** Where a node is, in layout units. */
export interface PlacedNode {
  id: string;
  x: number;
  y: number;
}

/** What a menu is asked for; neither means the background. */
export interface MenuSubject {
  node?: string;
  relationship?: string;
}

export interface StageEvents {
  onNodeClick?(id: string, modifiers: { shift: boolean }): void;
  onRelationshipClick?(id: string): void;
  onBackgroundClick?(): void;
  onNodeDoubleClick?(id: string): void;
  /** A key was pressed while the canvas has the focus. True when it was meant for something, so the canvas leaves it. */
  onKey?(key: string): boolean;
  /** After a drag: where the nodes were put that were dragged together. */
  onNodesMoved?(nodes: readonly PlacedNode[]): void;
  /** Whether the next press draws a line around nodes. */
  isLassoing?(): boolean;
  /** A line was drawn around these nodes; `add` where they are to be added to those chosen. */
  onLasso?(ids: readonly string[], manner: { add: boolean }): void;
  /** A right click or a long press; `at` is in pixels of the page. */
  onMenu?(subject: MenuSubject, at: { x: number; y: number }): void;
  /** After each frame that was drawn: the camera may have moved. Called often, so it must be quick. */
  onFrame?(): void;
  /** The camera was moved by hand, or by the keys and buttons that stand for it. */
  onCameraByHand?(): void;
  /** What lies over the stage, in its pixels: names and, where it can be, nodes are kept out from under it. */
  covered?(): readonly Box[];
  /** The canvas cannot be drawn; `reason` is a sentence for the user. */
  onUnavailable?(reason: string): void;
}

/** What a colour or size tells where it is not the usual. */
export interface LookTold {
  words: string;
  /** Colours from little to much, or the one colour; none for sizes. */
  fills: readonly Readonly<Record<Scheme, string>>[];
  by: 'colour' | 'size';
}

/** A picture to be saved. */
export interface PictureOptions {
  scheme: Scheme;
  /** All that is drawn, or what is in view. */
  extent: 'view' | 'whole';
  title?: string;
  /** A line below: where it comes from. */
  source?: string;
  /** Words for the ways links stand in the text, for the legend. */
  statuses?: Readonly<Record<string, string>>;
  looks?: readonly LookTold[];
}

export interface PngOptions extends PictureOptions {
  scale: 1 | 2 | 3 | 4;
}

/** Middle and size of what is in view, in layout units. */
export interface VisibleBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the camera looks: the middle, in layout units, and how many pixels one of them is. */
export interface CameraPlace {
  x: number;
  y: number;
  scale: number;
}

export interface StageHandle {
  /**
   * Brings the whole graph into view. Animated unless told otherwise or motion is to be reduced. Tells whether the camera
   * had to move.
   */
  fit(options?: { animate?: boolean }): boolean;
  /** Brings these nodes and relationships into view. Tells whether the camera had to move; otherwise it stays. */
  show(ids: readonly string[]): boolean;
  /** Where the camera is, or will be when it has arrived; null while nothing is drawn. */
  cameraPlace(): CameraPlace | null;
  returnTo(place: CameraPlace): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Places the names anew, since something else lies over the stage now. */
  placeNames(): void;
  /** What is drawn now. */
  scene(): SceneGraph;
  /** Null while nothing is drawn. */
  visibleBox(): VisibleBox | null;
  /** Shows all of the box, at once. */
  showBox(box: VisibleBox): void;
  /** A PNG; rejects with plain words where it would be too large. */
  toPng(options: PngOptions): Promise<Blob>;
  /** An SVG; rejects with plain words where it would be too large. */
  toSvg(options: PictureOptions): Promise<string>;
  /** Pixels from the top left corner of the stage; null when the node is not drawn. */
  nodeOnScreen(id: string): { x: number; y: number } | null;
}
