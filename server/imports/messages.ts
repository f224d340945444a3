import type { ImportProblem, TableChoices } from '../contract/imports.ts';
import type { DatabaseSettings } from '../database/database-settings.ts';

/** What the process that reads a file is told to do. */
export interface ImportJob {
  path: string;
  fileName: string;
  limitMb: number;
  tables: TableChoices;
  /** Where the answer is written, as JSON. */
  answerPath: string;
  /** Nodes and relationships together that are given back for the workspace at most. */
  mostDrawn: number;
  /** Into the database under this name; left out, the graph is only given back. */
  load?: { dataset: string; database: DatabaseSettings };
}

/** How the job went; the answer itself is in the file. */
export type ImportOutcome =
  | { kind: 'done' }
  | { kind: 'refused'; problems: readonly ImportProblem[]; total: number }
  | { kind: 'not-loaded'; unavailable: boolean; message: string }
  /** A fault of ours, for the log. */
  | { kind: 'failed'; message: string };
