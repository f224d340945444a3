import type { Status } from '../../server/contract/evidence.ts';
import type { LookTold, SceneGraph, VisibleBox } from '../scene/scene-model.ts';

/** Words of the text, and where they stand. */
export interface PageQuote {
  words: string;
  place: string;
}

export interface PageNode {
  id: string;
  caption: string;
  kind: string;
  /** The kind as people say it. */
  kindWords: string;
  summary: string;
  /** Other names, for the search. */
  alsoCalled: readonly string[];
  /** The other properties, by name. */
  facts: readonly (readonly [string, string])[];
  quotes: readonly PageQuote[];
}

export interface PageLink {
  id: string;
  source: string;
  target: string;
  type: string;
  sentence: string;
  status: Status | null;
  /** How it stands in the text, and since when. */
  standing: string;
  quotes: readonly PageQuote[];
}

/** Everything that a page without a server shows; plain data, so that it can stand in the page as JSON. */
export interface PageData {
  title: string;
  source: string;
  scene: SceneGraph;
  nodes: readonly PageNode[];
  links: readonly PageLink[];
  path: { nodeIds: readonly string[]; relationshipIds: readonly string[]; title: string } | null;
  selected: string | null;
  camera: VisibleBox | null;
  /** How links stand in the text, in order, with their number. */
  statuses: readonly { status: Status; words: string; count: number }[];
  /** Kinds, in order, with their number. */
  kinds: readonly { kind: string; words: string; count: number }[];
  /** What colours and sizes tell where it is not the usual. */
  looks: readonly LookTold[];
  counts: string;
}
