import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { posix } from 'node:path';
import { importLimits } from '../server/exchange/import-limits.ts';
import { ImportProblems, ImportRefused } from '../server/exchange/import-problems.ts';
import { refuseTooLarge } from '../server/exchange/refuse-too-large.ts';
import { unzipped } from '../server/exchange/unpack.ts';
import { type FileToRead, nameOf } from '../server/imports/load-dataset-file.ts';
import type { Dataset } from './dataset.ts';
import { parseDataset } from './parse-dataset.ts';
import { type DatasetFolder, GRAPH_FILE_NAMES } from './parse-document.ts';

/** The list of a zip's files stands at its end; far more than a hundred names fit in this. */
const TAIL = 256 * 1024;
const TEXT = /\.(md|txt)$/i;

/**
 * Reads the dataset folders in a zip. A folder is a dataset where it has a graph.yaml, or a graph.json beside a text.
 * A zip that only looked like one is given back unpacked; undefined where the file is plainly something else. The zip
 * has the limits of any other. Rejects with `ImportRefused`.
 */
export async function readZip(
  file: FileToRead,
  limitMb: number,
): Promise<{ dataset: Dataset } | Required<FileToRead> | undefined> {
  const { path } = file;
  if (!(await namesGraphFile(path))) return undefined;
  const limits = importLimits(limitMb);
  const problems = new ImportProblems(nameOf(file));
  refuseTooLarge((await stat(path)).size, limits, problems);
  const chunks = createReadStream(path, { highWaterMark: 256 * 1024 });
  const files = await unzipped(chunks, limits, problems);
  const folders = datasetFolders(files);
  if (folders.length === 0) return { path, name: nameOf(file), unpacked: files };
  const result = parseDataset(folders);
  if ('problems' in result) throw new ImportRefused(result.problems, result.total);
  return { dataset: result.dataset };
}

/** A quick look that spares most archives from being unpacked twice. */
async function namesGraphFile(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = await file.read(Buffer.alloc(2), 0, 2, 0);
    if (head.buffer.toString('latin1') !== 'PK') return false;
    const length = Math.min(size, TAIL);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return GRAPH_FILE_NAMES.some((graphFile) => buffer.includes(graphFile));
  } finally {
    await file.close();
  }
}

function datasetFolders(files: readonly { name: string; chunks: Uint8Array[] }[]): DatasetFolder[] {
  const folders = new Map<string, Map<string, Uint8Array>>();
  for (const { name, chunks } of files) {
    const path = name.replaceAll('\\', '/');
    const own = posix.basename(path);
    if (!isGraphFile(own) && !TEXT.test(own)) continue;
    const folder = folders.get(posix.dirname(path)) ?? new Map<string, Uint8Array>();
    folder.set(own, Buffer.concat(chunks));
    folders.set(posix.dirname(path), folder);
  }
  return [...folders]
    .map(([path, inside]) => ({ path: path === '.' ? '' : path, files: inside }))
    .filter(({ files: inside }) => isDataset([...inside.keys()]));
}

function isDataset(names: readonly string[]): boolean {
  const graphFiles = names.filter(isGraphFile);
  // Other programs call their files graph.json too.
  return graphFiles.some((name) => name !== 'graph.json' || graphFiles.length < names.length);
}

const isGraphFile = (name: string) => GRAPH_FILE_NAMES.some((graphFile) => graphFile === name);
