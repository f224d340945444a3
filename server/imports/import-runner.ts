import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TableChoices } from '../contract/imports.ts';
import { DatabaseUnavailable, LoadRefused } from '../database/database-errors.ts';
import type { DatabaseSettings } from '../database/database-settings.ts';
import { ImportRefused } from '../exchange/import-problems.ts';
import { nameOf } from './load-dataset-file.ts';
import type { GraphToRead, ImportJob, ImportMessage, ImportOutcome, ImportProgress } from './messages.ts';

/** From the sources the child is TypeScript as well, and needs its loader. */
const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const CHILD_FILE = fileURLToPath(new URL(`./import-child${EXTENSION}`, import.meta.url));
const LOADER =
  EXTENSION === '.ts' ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];

/** Files that are read at once, and that wait beyond. */
const AT_ONCE = 2;
const MOST_WAITING = 8;
/** Nodes and relationships that a canvas can still show. */
const MOST_DRAWN = 50_000;

export interface ImportRunnerOptions {
  database: DatabaseSettings;
  /** Largest file, in megabytes. */
  limitMb: number;
  /** Most memory for reading one file, in megabytes. */
  memoryMb: number;
}

/** Too many files wait to be read. */
export class ImportsBusy extends Error {
  override name = 'ImportsBusy';
}

/** The process that read a file ended by itself: it needed more memory than it may have. */
export class ImportOutOfMemory extends Error {
  override name = 'ImportOutOfMemory';
}

export interface ImportRequest {
  /** All of them are read before the first is loaded. */
  graphs: readonly GraphToRead[];
  tables?: TableChoices | undefined;
  /** Says of graphs that are only read what the database would not keep. */
  tellLosses?: boolean | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** Reads files in processes of their own, a few at a time. */
export class ImportRunner {
  readonly options: ImportRunnerOptions;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(options: ImportRunnerOptions) {
    this.options = options;
  }

  /** A folder for the files of one request; remove it with what is in it. */
  static async scratch(): Promise<{ path: string; remove(): Promise<void> }> {
    const path = await mkdtemp(join(tmpdir(), 'throughline-import-'));
    return { path, remove: () => rm(path, { recursive: true, force: true }) };
  }

  /**
   * Resolves once the answer of every graph is in its file. Rejects with `ImportRefused`, with `LoadRefused` or
   * `DatabaseUnavailable`, `ImportsBusy`, `ImportOutOfMemory` or the signal's reason; aborting stops the work. What
   * was loaded before a later graph failed stays, and its answer is written.
   */
  async run(
    { graphs, tables = {}, tellLosses = false, onProgress }: ImportRequest,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#turn(signal);
    try {
      const { database, limitMb, memoryMb } = this.options;
      const job = { graphs, tables, limitMb, mostDrawn: MOST_DRAWN, tellLosses, database };
      refuseFailure(await runChild(job, { memoryMb, onProgress }, signal));
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#running >= AT_ONCE) {
      if (this.#waiting.length >= MOST_WAITING)
        throw new ImportsBusy('Too many files are being read. Try again soon.');
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running += 1;
    if (!signal.aborted) return;
    this.#running -= 1;
    this.#waiting.shift()?.();
    signal.throwIfAborted();
  }
}

interface ChildOptions {
  memoryMb: number;
  onProgress: ImportRequest['onProgress'];
}

function runChild(
  job: ImportJob,
  { memoryMb, onProgress }: ChildOptions,
  signal: AbortSignal,
): Promise<ImportOutcome> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD_FILE, [], {
      execArgv: [...LOADER, `--max-old-space-size=${memoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let outcome: ImportOutcome | undefined;
    let phase: ImportProgress['phase'] = 'reading';
    let fileName = job.graphs[0]?.files.map(nameOf)[0] ?? 'the file';
    const stop = () => child.kill('SIGKILL');
    signal.addEventListener('abort', stop, { once: true });
    child.on('message', (message: ImportMessage) => {
      if (message.kind !== 'progress') outcome = message;
      else {
        ({ phase, fileName } = message);
        onProgress?.(message);
      }
    });
    child.once('error', reject);
    child.once('exit', () => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(signal.reason);
      else if (outcome !== undefined) resolve(outcome);
      else {
        const work = phase === 'loading' ? 'loaded' : 'read';
        const most = `${memoryMb} MB of memory to be ${work}, which is the most (IMPORT_MEMORY_MB)`;
        reject(new ImportOutOfMemory(`${fileName} needs more than ${most}.`));
      }
    });
    child.send(job);
  });
}

function refuseFailure(outcome: ImportOutcome): void {
  if (outcome.kind === 'refused') throw new ImportRefused(outcome.problems, outcome.total);
  if (outcome.kind === 'not-loaded') {
    throw outcome.unavailable ? new DatabaseUnavailable(outcome.message) : new LoadRefused(outcome.message);
  }
  if (outcome.kind === 'failed') throw new Error(outcome.message);
}
