import { createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
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
 * there is never half a file. Rejects with `ExportRefused` where a file is there, unless `force`.
 */
export async function openTarget(out: string, force: boolean): Promise<ExportTarget> {
  if (out === '-') {
    return {
      name: 'the standard output',
      write: (pieces, signal) =>
        pipeline(Readable.from(pieces, { objectMode: false }), process.stdout, { signal, end: false }),
      discard: async () => {},
    };
  }
  const path = fromCaller(out);
  const refuseOther = async () => {
    if (!force && (await exists(path)))
      throw new ExportRefused(`${path} is there already; --force replaces it`);
  };
  await refuseOther();
  const beside = `${path}.part-${process.pid}`;
  return {
    name: path,
    async write(pieces, signal) {
      try {
        await pipeline(
          Readable.from(pieces, { objectMode: false }),
          createWriteStream(beside, { flags: 'wx' }),
          {
            signal,
          },
        );
        await refuseOther();
        await rename(beside, path);
      } catch (error) {
        throw isFileProblem(error) ? new ExportRefused(`${path} cannot be written: ${error.message}`) : error;
      }
    },
    discard: () => rm(beside, { force: true }),
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function isFileProblem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

/** npm runs scripts from the project's folder; a path counts from where the person typed it. */
function fromCaller(path: string): string {
  const folder = process.env.npm_lifecycle_event === 'export' ? process.env.INIT_CWD : undefined;
  return resolve(folder ?? process.cwd(), path);
}
