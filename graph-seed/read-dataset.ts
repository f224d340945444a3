import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import type { DatasetProblem } from './dataset.ts';
import { type DatasetResult, parseDataset } from './parse-dataset.ts';
import { type DatasetFolder, GRAPH_FILE_NAMES } from './parse-document.ts';

/**
 * Reads datasets from disk. Each path is a document's folder, its graph file, or a folder that holds several
 * such folders. Answers with the one dataset of all of them, or with every problem found.
 */
export async function readDatasets(paths: readonly string[]): Promise<DatasetResult> {
  const folders: DatasetFolder[] = [];
  const problems: DatasetProblem[] = [];
  for (const path of paths) {
    try {
      const found = await documentFolders(path);
      if (found.length === 0) {
        const names = GRAPH_FILE_NAMES.join(', ');
        problems.push({
          file: path,
          line: 1,
          message: `holds no dataset: neither it nor a folder in it has ${names}`,
        });
      }
      for (const folder of found) folders.push(await readFolder(folder));
    } catch (error) {
      if (!isFileError(error)) throw error;
      problems.push({ file: error.path ?? path, line: 1, message: `cannot be read: ${reason(error)}` });
    }
  }
  const result = parseDataset(uniqueFolders(folders));
  if (problems.length === 0) return result;
  if ('dataset' in result) return { problems, total: problems.length };
  return { problems: [...problems, ...result.problems], total: problems.length + result.total };
}

async function documentFolders(path: string): Promise<string[]> {
  const info = await stat(path);
  if (info.isFile() && isGraphFile(basename(path))) return [dirname(path)];
  if (!info.isDirectory()) return [];
  const names = (await readdir(path)).toSorted();
  if (names.some(isGraphFile)) return [path];
  const folders: string[] = [];
  for (const name of names) {
    const inside = join(path, name);
    if (!(await stat(inside)).isDirectory()) continue;
    if ((await readdir(inside)).some(isGraphFile)) folders.push(inside);
  }
  return folders;
}

/** Reads the graph file and the texts beside it; links that lead out of the folder count as absent. */
async function readFolder(path: string): Promise<DatasetFolder> {
  const root = await realpath(path);
  const files = new Map<string, Uint8Array>();
  for (const name of (await readdir(path)).toSorted()) {
    if (!isGraphFile(name) && !/\.(md|txt)$/i.test(name)) continue;
    const target = await realpath(join(path, name));
    if (!target.startsWith(root + sep) || !(await stat(target)).isFile()) continue;
    files.set(name, await readFile(target));
  }
  return { path, files };
}

/** The same folder given twice is read once. */
function uniqueFolders(folders: readonly DatasetFolder[]): DatasetFolder[] {
  return [...new Map(folders.map((folder) => [join(folder.path, sep), folder])).values()];
}

function isGraphFile(name: string): boolean {
  return GRAPH_FILE_NAMES.some((graphFile) => graphFile === name);
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

function reason(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'there is no such file or folder';
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'no permission';
  return error.code ?? error.message;
}
