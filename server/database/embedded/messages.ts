import type { Parameters, Row } from '../graph-database.ts';

/** What the server sends to a process of the embedded engine: one query at a time. */
export interface RunMessage {
  cypher: string;
  parameters: Parameters;
}

/** What a process of the embedded engine reports; `rss` in bytes. */
export type ChildMessage =
  | { kind: 'ready'; version: string; rss: number }
  | { kind: 'unopened'; message: string }
  | { kind: 'memory'; rss: number }
  | { kind: 'rows'; rows: Row[] }
  | { kind: 'done'; rss: number }
  | { kind: 'failed'; message: string; gqlStatus: string | undefined };
