import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ImportAnswer, type ImportReport, importAnswerSchema } from '../server/contract/imports.ts';
import { type ImportRefused, problemLine } from '../server/exchange/import-problems.ts';
import { ImportRunner, type ImportRunnerOptions } from '../server/imports/import-runner.ts';
import { datasetNameOf } from '../server/imports/load-dataset-file.ts';
import type { ImportProgress } from '../server/imports/messages.ts';
import type { GraphFiles } from './graph-files.ts';
import { ImportTeller } from './import-teller.ts';
import type { ProgressOutput } from './show-progress.ts';

export interface ImportFilesOptions {
  runner: ImportRunnerOptions;
  /** Left out, the files are only read, and their reports told. */
  load?: {
    /** In place of the name of the file. */
    dataset?: string | undefined;
    /** The first graph in place of everything else, not only of a dataset of its name. */
    replaceEverything: boolean;
  };
  output: ProgressOutput;
  signal: AbortSignal;
  /** Gets the lines that say what came of a graph, once all are done or one failed. */
  say: (lines: readonly string[]) => void;
}

/**
 * Reads every graph, then loads each as a dataset beside what is there, in one process whose memory is bounded.
 * Rejects as `ImportRunner.run` does; what is wrong with a file is found before anything is loaded.
 */
export async function importFiles(
  files: readonly GraphFiles[],
  { runner, load, output, signal, say }: ImportFilesOptions,
): Promise<void> {
  const scratch = await ImportRunner.scratch();
  try {
    const graphs = files.map(({ paths }, at) => ({
      files: paths.map((path) => ({ path })),
      answerPath: join(scratch.path, `${at}.json`),
      dataset: load === undefined ? undefined : (load.dataset ?? datasetNameOf(paths[0] ?? '')),
      replaceEverything: at === 0 && load?.replaceEverything === true,
    }));
    const teller = new ImportTeller(output);
    const timer = setInterval(() => teller.tick(), 1000);
    const onProgress = (progress: ImportProgress) => teller.tell(progress);
    try {
      await new ImportRunner(runner).run({ graphs, tellLosses: true, onProgress }, signal);
    } finally {
      clearInterval(timer);
      teller.end();
      for (const { answerPath, replaceEverything } of graphs) {
        const answer = await answerIn(answerPath);
        if (answer !== undefined) say(answerLines(answer, replaceEverything));
      }
    }
  } finally {
    await scratch.remove();
  }
}

/** Undefined where the work did not come so far. */
async function answerIn(path: string): Promise<ImportAnswer | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : importAnswerSchema.parse(JSON.parse(text));
}

function answerLines({ report, dataset }: ImportAnswer, replacedAll: boolean): string[] {
  const lines = graphLines(report);
  if (dataset === undefined) return lines;
  const how = replacedAll ? 'loaded in place of all else' : dataset.replaced ? 'replaced' : 'added';
  return [...lines, `Dataset "${dataset.name}" ${how}`];
}

/** What a file holds, and what of it was left open. */
function graphLines({
  fileName,
  format,
  writtenBy,
  nodeCount,
  relationshipCount,
  notes,
  inDatabase = [],
}: ImportReport): string[] {
  const by = writtenBy === undefined ? '' : ` by ${writtenBy}`;
  return [
    `${fileName} (${format}${by}): ${counted(nodeCount, 'node')}, ${counted(relationshipCount, 'relationship')}`,
    ...[...notes, ...inDatabase].map((note) => `  ${note}`),
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
