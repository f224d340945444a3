import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { GRAPH_FILE_NAMES } from './parse-document.ts';

/** Files that hold one graph of another program, or of an export. */
export interface GraphFiles {
  paths: readonly string[];
}

/** What was asked for: datasets with their texts, and graphs in files of exchange formats. */
export interface Asked {
  datasets: readonly string[];
  graphs: readonly GraphFiles[];
}

const TABLE = /\.(csv|tsv)$/i;
const HEAD = 65_536;

/**
 * Tells datasets from files of exchange formats. Tables that are given together are one graph, and so are those in a
 * folder that is no dataset. What is not there is left to the reader of datasets, which says so.
 */
export async function sortPaths(paths: readonly string[]): Promise<Asked> {
  const datasets: string[] = [];
  const graphs: GraphFiles[] = [];
  const tables: string[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (info?.isDirectory()) {
      const inside = await tablesIn(path);
      if (inside.length > 0) graphs.push({ paths: inside });
      else datasets.push(path);
    } else if (info === undefined || (await isDatasetFile(path))) datasets.push(path);
    else if (TABLE.test(path)) tables.push(path);
    else graphs.push({ paths: [path] });
  }
  if (tables.length > 0) graphs.push({ paths: tables });
  return { datasets, graphs };
}

/** The tables in a folder that holds nothing of a dataset. */
async function tablesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).toSorted();
  if (names.some((name) => GRAPH_FILE_NAMES.some((graphFile) => graphFile === name))) return [];
  return names.filter((name) => TABLE.test(name)).map((name) => join(folder, name));
}

/** A file called `graph.json` may be a dataset, or what another program calls so. */
async function isDatasetFile(path: string): Promise<boolean> {
  if (!GRAPH_FILE_NAMES.some((name) => name === basename(path))) return false;
  if (!path.endsWith('.json')) return true;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const head = buffer.subarray(0, bytesRead).toString('utf8');
    return /"(document|entities)"\s*:/.test(head) || !/"(nodes|meta)"\s*:/.test(head);
  } finally {
    await file.close();
  }
}
