import { createWriteStream } from 'node:fs';
import { lstat, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A wish that cannot be met; its message is for the person who typed it. */
export class ExportRefused extends Error {
  override name = 'ExportRefused';
}

export interface ExportTarget {
  /** As it is told. */
  name: string;
  /** Writes all pieces and then, in one step, is the file. */
  write(pieces: AsyncIterable<string | Uint8Array>, signal: AbortSignal): Promise<void>;
  /** Removes what a stopped writing left. */
  discard(): Promise<void>;
}

/**
 * The file at `out`, or the standard output for `-`. The file is written beside its place under another name, so that
 * there is never half a file; where `out` is a link, the file that it points to is. Into a device or a pipe is written
 * straight, for it must stay what it is. Rejects with `ExportRefused` for a folder, and where a file is there, unless
 * `force`.
 */
export async function openTarget(out: string, force: boolean): Promise<ExportTarget> {
  if (out === '-') return standardOutput();
  const given = fromCaller(out);
  const path = await pointedTo(given);
  const refuseOther = async () => {
    const kind = await kindAt(path);
    if (kind === 'folder') throw new ExportRefused(`${given} is a folder; name a file in it`);
    if (kind === 'file' && !force) throw new ExportRefused(`${given} is there already; --force replaces it`);
    return kind;
  };
  if ((await refuseOther()) === 'device') {
    return {
      name: given,
      write: (pieces, signal) => writeTo(createWriteStream(path, { flags: 'r+' }), pieces, signal, given),
      discard: async () => {},
    };
  }
  if ((await kindAt(dirname(path))) !== 'folder') {
    throw new ExportRefused(`${given} cannot be written: there is no folder ${dirname(path)}`);
  }
  const beside = `${path}.part-${process.pid}`;
  return {
    name: given,
    async write(pieces, signal) {
      await writeTo(createWriteStream(beside, { flags: 'wx' }), pieces, signal, given);
      await refuseOther();
      await rename(beside, path);
    },
    discard: () => rm(beside, { force: true }),
  };
}

function standardOutput(): ExportTarget {
  const { stdout } = process;
  // What is not heard here would end the process with a trace, also after the last piece was taken.
  stdout.on('error', () => {});
  return {
    name: 'the standard output',
    async write(pieces, signal) {
      try {
        await pipeline(Readable.from(pieces, { objectMode: false }), stdout, { signal, end: false });
        await new Promise<void>((resolved, rejected) =>
          stdout.write('', (error) => (error ? rejected(error) : resolved())),
        );
      } catch (error) {
        if (signal.aborted) throw error;
        throw new ExportRefused('The standard output was closed before all was written');
      }
    },
    discard: async () => {},
  };
}

async function writeTo(
  stream: Writable,
  pieces: AsyncIterable<string | Uint8Array>,
  signal: AbortSignal,
  name: string,
): Promise<void> {
  try {
    await pipeline(Readable.from(pieces, { objectMode: false }), stream, { signal });
  } catch (error) {
    throw isFileProblem(error) ? new ExportRefused(`${name} cannot be written: ${error.message}`) : error;
  }
}

type Kind = 'file' | 'folder' | 'device' | 'nothing';

async function kindAt(path: string): Promise<Kind> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return 'nothing';
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? 'file' : 'device';
}

/** Where a link leads to, though nothing may be there yet; any other path as it is. */
async function pointedTo(path: string): Promise<string> {
  const isLink = await lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  if (!isLink) return path;
  return realpath(path).catch(async () => resolve(dirname(path), await readlink(path)));
}

function isFileProblem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

/** npm runs scripts from the project's folder; a path counts from where the person typed it. */
function fromCaller(path: string): string {
  const folder = process.env.npm_lifecycle_event === 'export' ? process.env.INIT_CWD : undefined;
  return resolve(folder ?? process.cwd(), path);
}
