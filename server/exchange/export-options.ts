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
  /** By the id of the relationship. */
  told: ReadonlyMap<string, Told>;
}

/** What a file says about itself. */
export interface ExportOptions {
  title: string;
  /** ISO 8601, with date and time. */
  exportedAt: string;
  report?: Report;
}
