import { Gunzip, Unzip, UnzipInflate } from 'fflate';
import { type ImportLimits, MOST_EXPANSION, MOST_FILES } from './import-limits.ts';
import type { ImportProblems } from './import-problems.ts';

/** A file as it comes. */
export interface ImportSource {
  /** With its ending. */
  name: string;
  chunks: AsyncIterable<Uint8Array>;
  /** The files in it, where it is an archive that was unpacked before; its chunks are then not read. */
  unpacked?: readonly UnpackedFile[] | undefined;
}

/** A file of an archive, whole. */
export interface UnpackedFile {
  name: string;
  chunks: Uint8Array[];
}

/** Expansion is no sign of malice below this. */
const SMALL = 16 * 1024 * 1024;

/** Counts what comes out of an archive, and stops what would fill the memory. */
class Unpacked {
  #in = 0;
  #out = 0;
  readonly #limits: ImportLimits;
  readonly #problems: ImportProblems;

  constructor(limits: ImportLimits, problems: ImportProblems) {
    this.#limits = limits;
    this.#problems = problems;
  }

  read(bytes: number): void {
    this.#in += bytes;
  }

  unpacked(bytes: number): void {
    this.#out += bytes;
    const { unpackedBytes } = this.#limits;
    if (this.#out > unpackedBytes) {
      const most = Math.floor(unpackedBytes / 1024 / 1024);
      this.#problems.stop(`unpacks to more than ${most} MB, which is the most`);
    }
    if (this.#out > SMALL && this.#out > MOST_EXPANSION * this.#in) {
      this.#problems.stop(`unpacks to more than ${MOST_EXPANSION} times its size; that is no honest file`);
    }
  }
}

/** The bytes inside a gzip file, as they come. */
export async function* gunzipped(
  chunks: AsyncIterable<Uint8Array>,
  limits: ImportLimits,
  problems: ImportProblems,
): AsyncGenerator<Uint8Array> {
  const counted = new Unpacked(limits, problems);
  const ready: Uint8Array[] = [];
  let done = false;
  const gunzip = new Gunzip((chunk, final) => {
    counted.unpacked(chunk.length);
    ready.push(chunk);
    done ||= final;
  });
  for await (const chunk of chunks) {
    for (const part of inParts(chunk)) {
      counted.read(part.length);
      unpacking(problems, () => gunzip.push(part));
      yield* ready.splice(0);
    }
  }
  unpacking(problems, () => gunzip.push(new Uint8Array(), true));
  yield* ready;
  if (!done) problems.stop('ends too early: the gzip file is cut short');
}

/** The files in a zip, whole, in their order; what operating systems add to one is left out. */
export async function unzipped(
  chunks: AsyncIterable<Uint8Array>,
  limits: ImportLimits,
  problems: ImportProblems,
): Promise<UnpackedFile[]> {
  const counted = new Unpacked(limits, problems);
  const files: { name: string; chunks: Uint8Array[]; whole: boolean }[] = [];
  const unzip = new Unzip((file) => {
    const base = file.name.split(/[\\/]/).at(-1) ?? '';
    if (base === '' || base.startsWith('.') || file.name.startsWith('__MACOSX/')) return;
    if (files.length >= MOST_FILES)
      problems.stop(`has more than ${MOST_FILES} files in it, which is the most`);
    const into = { name: file.name, chunks: [] as Uint8Array[], whole: false };
    files.push(into);
    file.ondata = (error, chunk, final) => {
      if (error) throw error;
      counted.unpacked(chunk.length);
      into.chunks.push(chunk);
      into.whole = final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for await (const chunk of chunks) {
    for (const part of inParts(chunk)) {
      counted.read(part.length);
      unpacking(problems, () => unzip.push(part));
    }
  }
  unpacking(problems, () => unzip.push(new Uint8Array(), true));
  const cut = files.find(({ whole }) => !whole);
  if (cut) problems.stop(`ends too early: the file ${JSON.stringify(cut.name)} in it is cut short`);
  return files;
}

/** Small parts, so that little is unpacked between two looks at the limits. */
function* inParts(chunk: Uint8Array): Generator<Uint8Array> {
  const size = 16 * 1024;
  for (let at = 0; at < chunk.length; at += size) yield chunk.subarray(at, at + size);
}

function unpacking(problems: ImportProblems, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    problems.stop(`cannot be unpacked: ${error.message}`);
  }
}
