import { writeFile } from 'node:fs/promises';
import { datasetGraph, loadZippedDataset } from '../../graph-seed/import-zipped.ts';
import { readZippedDataset } from '../../graph-seed/zipped-dataset.ts';
import type { ImportAnswer } from '../contract/imports.ts';
import { DatabaseError, DatabaseUnavailable } from '../database/database-errors.ts';
import type { GraphLoader } from '../database/graph-database.ts';
import { openLoader } from '../database/open-database.ts';
import { ImportRefused } from '../exchange/import-problems.ts';
import type { ReadGraph } from '../exchange/read-graph-file.ts';
import { loadReadGraph, readFiles } from './load-dataset-file.ts';
import type { ImportJob, ImportOutcome } from './messages.ts';

/**
 * A process that reads one file and ends, so that no file can hold up the server or take its memory. The server
 * kills it when nobody waits for it any more; what it had loaded by then is undone by the engine.
 */

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
  process.send?.(outcome, undefined, undefined, () => process.exit(0));
});

async function run(job: ImportJob): Promise<ImportOutcome> {
  const { path, fileName, limitMb, tables, load } = job;
  try {
    const dataset = await readZippedDataset({ path, name: fileName, limitMb });
    const read =
      dataset === undefined
        ? await readFiles([{ path, name: fileName }], { limitMb, tables })
        : datasetGraph(dataset, fileName);
    const answer =
      load === undefined
        ? drawn(read, job.mostDrawn)
        : await loaded(load, (name, loader) =>
            dataset === undefined
              ? loadReadGraph(read, name, loader)
              : loadZippedDataset(dataset, { name, fileName }, loader),
          );
    await writeFile(job.answerPath, JSON.stringify(answer));
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

function drawn({ graph, report, places }: ReadGraph, mostDrawn: number): ImportAnswer {
  if (graph.nodes.length + graph.relationships.length > mostDrawn) return { report };
  return { report, graph, places: [...places].map(([id, { x, y }]) => ({ id, x, y })) };
}

async function loaded(
  { dataset, database }: NonNullable<ImportJob['load']>,
  load: (dataset: string, loader: GraphLoader) => Promise<ImportAnswer>,
): Promise<ImportAnswer> {
  const loader = openLoader(database);
  try {
    return await load(dataset, loader);
  } finally {
    await loader.close();
  }
}
