import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportReport } from '../server/contract/imports.ts';
import type { GraphLoader } from '../server/database/graph-database.ts';
import { type ImportRefused, problemLine } from '../server/exchange/import-problems.ts';
import type { ReadGraph } from '../server/exchange/read-graph-file.ts';
import { datasetNameOf, loadReadGraph, readFiles } from '../server/imports/load-dataset-file.ts';
import type { GraphFiles } from './graph-files.ts';
import { lateProgress, type ProgressOutput, showProgress } from './show-progress.ts';

/** A graph that was read and is to be loaded. */
export interface NamedGraph {
  dataset: string;
  read: ReadGraph;
}

interface ReadOptions {
  limitMb: number;
  /** In place of the name of the file. */
  dataset?: string | undefined;
  output: ProgressOutput;
  signal: AbortSignal;
}

/** Reads every graph before any is loaded, so that a problem in one leaves all as it was. Rejects with `ImportRefused`. */
export async function readGraphFiles(
  files: readonly GraphFiles[],
  options: ReadOptions,
): Promise<NamedGraph[]> {
  const { limitMb, dataset, output, signal } = options;
  const graphs: NamedGraph[] = [];
  for (const { paths } of files) {
    const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const show = lateProgress(showProgress(output, `Reading ${basename(paths[0] ?? '')}, bytes`));
    const read = await readFiles(
      paths.map((path) => ({ path })),
      { limitMb, signal, onProgress: (bytes) => show(bytes, total) },
    );
    graphs.push({ dataset: dataset ?? datasetNameOf(paths[0] ?? ''), read });
  }
  return graphs;
}

interface LoadOptions {
  output: ProgressOutput;
  signal: AbortSignal;
  /** In place of everything else, not only of a dataset of this name. */
  replaceEverything: boolean;
}

/** Loads a graph as a dataset beside what is there, and says in lines what came of it. */
export async function loadNamedGraph(
  { dataset, read }: NamedGraph,
  loader: GraphLoader,
  { output, signal, replaceEverything }: LoadOptions,
): Promise<string[]> {
  const show = lateProgress(showProgress(output));
  const onProgress = (done: number, total: number) => {
    // What throws here ends the load, and the engine takes back what was written.
    signal.throwIfAborted();
    show(done, total);
  };
  const answer = await loadReadGraph(read, dataset, loader, { replaceEverything, onProgress });
  const how = replaceEverything
    ? 'loaded in place of all else'
    : answer.dataset?.replaced
      ? 'replaced'
      : 'added';
  return [...graphLines(answer.report), `Dataset "${dataset}" ${how}`];
}

/** What a file holds, and what of it was left open. */
export function graphLines({
  fileName,
  format,
  writtenBy,
  nodeCount,
  relationshipCount,
  notes,
}: ImportReport): string[] {
  const by = writtenBy === undefined ? '' : ` by ${writtenBy}`;
  return [
    `${fileName} (${format}${by}): ${counted(nodeCount, 'node')}, ${counted(relationshipCount, 'relationship')}`,
    ...notes.map((note) => `  ${note}`),
  ];
}

/** The problems of a file as lines, with one that sums up. */
export function refusalLines({ problems, total }: ImportRefused): string[] {
  const shown = total > problems.length ? `, of which the first ${problems.length} are shown` : '';
  return [...problems.map(problemLine), `${counted(total, 'problem')} found${shown}; nothing was loaded`];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
