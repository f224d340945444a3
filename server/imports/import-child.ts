import { writeFile } from 'node:fs/promises';
import { datasetGraph, loadZippedDataset } from '../../graph-seed/import-zipped.ts';
import { readZip } from '../../graph-seed/zipped-dataset.ts';
import type { ImportAnswer } from '../contract/imports.ts';
import { DatabaseError, DatabaseUnavailable } from '../database/database-errors.ts';
import type { GraphLoader } from '../database/graph-database.ts';
import { openLoader } from '../database/open-database.ts';
import { ImportRefused } from '../exchange/import-problems.ts';
import type { ReadGraph } from '../exchange/read-graph-file.ts';
import { databaseLosses } from './database-losses.ts';
import {
  type LoadReadOptions,
  loadReadGraph,
  nameOf,
  readFiles,
  refuseUnstorable,
} from './load-dataset-file.ts';
import type { GraphToRead, ImportJob, ImportMessage, ImportOutcome, ImportProgress } from './messages.ts';

/**
 * A process that reads files and ends, so that no file can hold up the server or take its memory. The one who
 * started it kills it when nobody waits for it any more; what it had loaded by then is undone by the engine.
 */

/** Milliseconds between two words on how far it is. */
const PAUSE = 100;

process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

process.once('message', async (job: ImportJob) => {
  const outcome = await run(job).catch(
    (error: unknown): ImportOutcome => ({
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );
  process.send?.(outcome satisfies ImportMessage, undefined, undefined, () => process.exit(0));
});

/** A graph in memory, and how it becomes a dataset. */
interface Ready {
  graph: GraphToRead;
  read: ReadGraph;
  load(dataset: string, loader: GraphLoader, options: LoadReadOptions): Promise<ImportAnswer>;
}

async function run(job: ImportJob): Promise<ImportOutcome> {
  try {
    const ready: Ready[] = [];
    for (const graph of job.graphs) ready.push(await readOne(graph, job));
    for (const one of ready) await answer(one, job);
    return { kind: 'done' };
  } catch (error) {
    if (error instanceof ImportRefused) {
      return { kind: 'refused', problems: error.problems, total: error.total };
    }
    if (error instanceof DatabaseError) {
      return {
        kind: 'not-loaded',
        unavailable: error instanceof DatabaseUnavailable,
        message: error.message,
      };
    }
    throw error;
  }
}

async function readOne(graph: GraphToRead, { limitMb, tables }: ImportJob): Promise<Ready> {
  const [first] = graph.files;
  const fileName = first === undefined ? '' : nameOf(first);
  const tell = teller('reading', fileName);
  const gathered = teller('gathering', fileName);
  let isAllRead = false;
  tell(0, 0);
  const zip = first === undefined || graph.files.length > 1 ? undefined : await readZip(first, limitMb);
  if (zip !== undefined && 'dataset' in zip) {
    const { dataset } = zip;
    const read = datasetGraph(dataset, fileName);
    return {
      graph,
      read,
      load: (name, loader, options) => loadZippedDataset(dataset, read, { name, ...options }, loader),
    };
  }
  const read = await readFiles(zip === undefined ? graph.files : [zip], {
    limitMb,
    tables,
    onProgress: (done, total) => {
      tell(done, total);
      isAllRead = done >= total;
    },
    // While bytes still come, they say how far it is.
    onGathered: (count) => isAllRead && gathered(count, 0),
  });
  if (graph.dataset !== undefined) refuseUnstorable(read);
  return { graph, read, load: (name, loader, options) => loadReadGraph(read, name, loader, options) };
}

async function answer(
  { graph, read, load }: Ready,
  { database, mostDrawn, tellLosses }: ImportJob,
): Promise<void> {
  const { dataset, replaceEverything, answerPath } = graph;
  let given: ImportAnswer;
  const loader = openLoader(database);
  try {
    if (dataset === undefined) {
      const inDatabase = tellLosses ? databaseLosses(read.graph, loader.keeps) : [];
      given = drawn(read, inDatabase, mostDrawn);
    } else {
      const onProgress = teller('loading', read.report.fileName);
      onProgress(0, 0);
      given = await load(dataset, loader, { replaceEverything, onProgress });
    }
  } finally {
    await loader.close();
  }
  await writeFile(answerPath, JSON.stringify(given));
}

function drawn(read: ReadGraph, inDatabase: string[], mostDrawn: number): ImportAnswer {
  const { graph, places } = read;
  const report = inDatabase.length === 0 ? read.report : { ...read.report, inDatabase };
  if (graph.nodes.length + graph.relationships.length > mostDrawn) return { report };
  return { report, graph, places: [...places].map(([id, { x, y }]) => ({ id, x, y })) };
}

/** Tells how far the work is, now and then, its begin and its end always. */
function teller(phase: ImportProgress['phase'], fileName: string): (done: number, total: number) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    const now = Date.now();
    if (done > 0 && done !== total && now - told < PAUSE) return;
    told = now;
    process.send?.({ kind: 'progress', phase, fileName, done, total } satisfies ImportMessage);
  };
}
