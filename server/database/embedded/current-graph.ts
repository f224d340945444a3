import { readFileSync, statSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LoadRefused } from '../database-errors.ts';

/** DATA_DIR/current.json: which file of DATA_DIR/graphs is the graph. */
const pointerSchema = z.object({
  file: z.string().regex(/^[\w-]+\.grafeo$/),
  loadedAt: z.string(),
  nodeCount: z.int(),
  relationshipCount: z.int(),
});
export type GraphPointer = z.infer<typeof pointerSchema>;

export function graphsFolder(dataDir: string): string {
  return join(dataDir, 'graphs');
}

export function graphFile(dataDir: string, file: string): string {
  return join(graphsFolder(dataDir), file);
}

/** Undefined when no graph was loaded yet, or when the pointer or its file is damaged or gone. */
export function readPointer(dataDir: string): GraphPointer | undefined {
  try {
    const pointer = pointerSchema.parse(JSON.parse(readFileSync(pointerFile(dataDir), 'utf8')));
    statSync(graphFile(dataDir, pointer.file));
    return pointer;
  } catch {
    return undefined;
  }
}

/** Changes with every swap, undefined without a graph; costs one `stat`. */
export function pointerRevision(dataDir: string): string | undefined {
  try {
    const { ino, mtimeMs, size } = statSync(pointerFile(dataDir));
    return `${ino} ${mtimeMs} ${size}`;
  } catch {
    return undefined;
  }
}

/** Makes DATA_DIR/graphs. Rejects with `LoadRefused` when the folder cannot be written. */
export async function makeGraphsFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(graphsFolder(dataDir), { recursive: true });
    const probe = graphFile(dataDir, `writable-${process.pid}`);
    await (await open(probe, 'w')).close();
    await rm(probe, { force: true });
  } catch (error) {
    throw notWritable(dataDir, error);
  }
}

export function notWritable(dataDir: string, error: unknown): LoadRefused {
  const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return new LoadRefused(
    `The data folder ${dataDir} cannot be written${reason}; set DATA_DIR to a folder that can`,
  );
}

/** Makes `pointer` the graph in one step that also survives a power cut: readers see the old one or the new. */
export async function swapPointer(dataDir: string, pointer: GraphPointer): Promise<void> {
  await flush(graphFile(dataDir, pointer.file));
  const target = pointerFile(dataDir);
  const beside = `${target}.${process.pid}`;
  const handle = await open(beside, 'w');
  try {
    await handle.writeFile(`${JSON.stringify(pointer, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, target);
}

/** Removes every graph file but `kept`; what another process still holds goes with the next load. */
export async function removeOtherGraphs(dataDir: string, kept: string | undefined): Promise<void> {
  const names = await readdir(graphsFolder(dataDir));
  const others = names.filter((name) => name !== kept);
  await Promise.allSettled(
    others.map((name) => rm(graphFile(dataDir, name), { recursive: true, force: true })),
  );
}

function pointerFile(dataDir: string): string {
  return join(dataDir, 'current.json');
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
