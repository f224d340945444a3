import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportAnswer, TableChoices } from '../contract/imports.ts';
import type { GraphLoader, TakenIds } from '../database/graph-database.ts';
import { importLimits } from '../exchange/import-limits.ts';
import { ImportProblems } from '../exchange/import-problems.ts';
import { type ImportSource, type ReadGraph, readGraphFile } from '../exchange/read-graph-file.ts';
import { refuseTooLarge } from '../exchange/refuse-too-large.ts';
import { databaseLosses } from './database-losses.ts';
import { checkStorable, toDatasetRecords } from './to-records.ts';

export interface FileToRead {
  path: string;
  /** As a person knows it, with its ending. */
  name?: string | undefined;
  /** What is in it, where it is an archive that was unpacked before. */
  unpacked?: ImportSource['unpacked'];
}

/** As a person knows the file. */
export function nameOf({ path, name = basename(path) }: FileToRead): string {
  return name;
}

export interface ReadFileOptions {
  limitMb: number;
  tables?: TableChoices | undefined;
  /** Gets how many bytes of all files were read, of how many. */
  onProgress?: ((bytes: number, total: number) => void) | undefined;
  /** Gets how many nodes and relationships were found so far. */
  onGathered?: ((count: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Reads a graph from files of this machine. Rejects with `ImportRefused`. */
export async function readFiles(files: readonly FileToRead[], options: ReadFileOptions): Promise<ReadGraph> {
  const { limitMb, onProgress, ...rest } = options;
  const limits = importLimits(limitMb);
  // Nothing is read in vain; a file that grows meanwhile is stopped as it is read.
  let total = 0;
  for (const file of files) {
    const { size } = await stat(file.path);
    refuseTooLarge(size, limits, new ImportProblems(nameOf(file)));
    total += size;
  }
  let before = 0;
  let current = 0;
  const sources = files.map((file) => ({
    name: nameOf(file),
    unpacked: file.unpacked,
    chunks: chunksOf(
      file.path,
      (bytes) => {
        current = bytes;
        onProgress?.(before + current, total);
      },
      () => {
        before += current;
        current = 0;
      },
    ),
  }));
  return readGraphFile(sources, { limits, ...rest });
}

async function* chunksOf(
  path: string,
  onBytes: (bytes: number) => void,
  onEnd: () => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    bytes += chunk.length;
    onBytes(bytes);
    yield chunk;
  }
  onEnd();
}

/** The name of a dataset for a file: without folders and endings. */
export function datasetNameOf(fileName: string): string {
  const stem = basename(fileName.replaceAll('\\', '/')).replace(
    /(\.(zip|gz|json|gexf|graphml|xml|csv|tsv|txt|edges|edgelist|cypher|cql))+$/i,
    '',
  );
  return stem.trim().slice(0, 100) || 'import';
}

/** Throws `ImportRefused` for what no database can hold. */
export function refuseUnstorable({ graph, report }: ReadGraph): void {
  const problems = new ImportProblems(report.fileName);
  checkStorable(graph, problems);
  problems.throwIfAny();
}

/** The ids in use where everything gives way to what is loaded. */
export const NOTHING_TAKEN: TakenIds = { nodes: new Set(), relationships: new Set() };

export interface LoadReadOptions {
  /** Removes all else in the database in the same breath. */
  replaceEverything?: boolean | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Loads a graph that was read as a dataset of its own, in place of one of the same name; everything else stays.
 * Rejects with a `DatabaseError`; the database is then as it was.
 */
export async function loadReadGraph(
  { graph, report }: ReadGraph,
  dataset: string,
  loader: GraphLoader,
  { replaceEverything = false, onProgress }: LoadReadOptions = {},
): Promise<ImportAnswer> {
  let made: { notes: string[]; nodePrefix: string } = { notes: [], nodePrefix: '' };
  const make = (taken: TakenIds) => {
    const records = toDatasetRecords(graph, dataset, report.title ?? dataset, taken);
    made = records;
    return records;
  };
  let replaced = replaceEverything;
  if (replaceEverything) {
    await loader.replaceAll(make(NOTHING_TAKEN), { replaceEverything, onProgress });
  } else replaced = (await loader.putDataset(dataset, make, { onProgress })).replaced;
  return {
    report: { ...report, notes: [...report.notes, ...made.notes, ...databaseLosses(graph, loader.keeps)] },
    dataset: {
      name: dataset,
      replaced,
      nodeCount: graph.nodes.length,
      relationshipCount: graph.relationships.length,
      nodePrefix: made.nodePrefix,
    },
  };
}
