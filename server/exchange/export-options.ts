import type { ViewedNode } from '../contract/exports.ts';
import type { Relationship } from '../contract/graph.ts';
import type { GraphSource, Observer } from './graph-source.ts';

/** The words that something in the graph rests on, and where they stand. */
export interface Citation {
  quote: string;
  /** Number of the passage in its document, from 1; left out when the document is not in the graph. */
  passage?: number;
  document: string;
}

/** A relationship as a reader is told of it. */
export interface Told {
  sentence: string;
  speakerName?: string;
  citations: readonly Citation[];
}

/** What a report tells beside the graph. */
export interface Report {
  question?: string | undefined;
  searched?: string | undefined;
  /** Chains of nodes with a relationship for each hop, told in this order. */
  paths: readonly { nodeIds: readonly string[]; relationshipIds: readonly string[] }[];
  /** Of some relationships, whose ends are named, by their id; one that is missing is told by its properties. */
  tell(
    relationships: readonly Relationship[],
    ends: readonly { id: string; caption: string }[],
  ): Promise<ReadonlyMap<string, Told>>;
}

/** What a file says about itself. */
export interface ExportOptions {
  title: string;
  /** ISO 8601, with date and time. */
  exportedAt: string;
  report?: Report;
  /** Where and how nodes are drawn. */
  view?: readonly ViewedNode[];
}

/** What a file of a format keeps of a graph and what not, in plain sentences. */
export interface Faithfulness {
  nodeCount: number;
  relationshipCount: number;
  /** What the file does not hold. */
  losses: readonly string[];
  /** What it holds in a way that Throughline reads back, and other programs see as something plainer. */
  notes: readonly string[];
}

/** Writes one graph: looks at all of it first, then gives the file in pieces. */
export interface GraphWriter {
  observers: readonly Observer[];
  /** Once every node and relationship was observed. Rejects with `GraphChanged`. */
  write(source: GraphSource, faithfulness: Faithfulness): AsyncIterable<string | Uint8Array>;
}
