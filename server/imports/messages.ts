import type { FileProgress, ImportProblem, TableChoices } from '../contract/imports.ts';
import type { DatabaseSettings } from '../database/database-settings.ts';
import type { FileToRead } from './load-dataset-file.ts';

/** One graph that is to be read. */
export interface GraphToRead {
  /** One file, or tables that belong together. */
  files: readonly FileToRead[];
  /** Where its answer is written, as JSON. */
  answerPath: string;
  /** Into the database under this name; left out, the graph is only given back. */
  dataset?: string | undefined;
  /** Loaded in place of everything else, not only of a dataset of this name. */
  replaceEverything?: boolean | undefined;
}

/** What the process that reads files is told to do. All graphs are read before the first is loaded. */
export interface ImportJob {
  graphs: readonly GraphToRead[];
  limitMb: number;
  tables: TableChoices;
  /** Nodes and relationships of a graph together that are given back at most. */
  mostDrawn: number;
  /** Says of graphs that are only read what the database would not keep. */
  tellLosses: boolean;
  database: DatabaseSettings;
}

/** How far the process is: bytes that were read, or nodes and relationships that were found, or loaded. */
export interface ImportProgress extends FileProgress {
  /** Of the first file of the graph. */
  fileName: string;
}

/** How the job went; the answers themselves are in their files. */
export type ImportOutcome =
  | { kind: 'done' }
  | { kind: 'refused'; problems: readonly ImportProblem[]; total: number }
  | { kind: 'not-loaded'; unavailable: boolean; message: string }
  /** A fault of ours, for the log. */
  | { kind: 'failed'; message: string };

/** What the process says. */
export type ImportMessage = ({ kind: 'progress' } & ImportProgress) | ImportOutcome;
