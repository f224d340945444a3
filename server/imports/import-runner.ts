import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TableChoices } from '../contract/imports.ts';
import type { DatabaseSettings } from '../database/database-settings.ts';
import type { ImportJob, ImportOutcome } from './messages.ts';

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

/** How an import ended that did not fail. */
export type ImportEnd = Exclude<ImportOutcome, { kind: 'failed' }>;

export interface ImportRequest {
  path: string;
  fileName: string;
  tables: TableChoices;
  answerPath: string;
  /** Into the database under this name. */
  dataset?: string | undefined;
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

  /** Rejects with `ImportsBusy`, `ImportOutOfMemory` or the signal's reason; aborting stops the work. */
  async run(request: ImportRequest, signal: AbortSignal): Promise<ImportEnd> {
    await this.#turn(signal);
    try {
      const { dataset, ...rest } = request;
      const { database, limitMb, memoryMb } = this.options;
      const load = dataset === undefined ? {} : { load: { dataset, database } };
      return await runChild({ ...rest, limitMb, mostDrawn: MOST_DRAWN, ...load }, memoryMb, signal);
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

function runChild(job: ImportJob, memoryMb: number, signal: AbortSignal): Promise<ImportEnd> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD_FILE, [], {
      execArgv: [...LOADER, `--max-old-space-size=${memoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let outcome: ImportOutcome | undefined;
    const stop = () => child.kill('SIGKILL');
    signal.addEventListener('abort', stop, { once: true });
    child.once('message', (message: ImportOutcome) => {
      outcome = message;
    });
    child.once('error', reject);
    child.once('exit', () => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(signal.reason);
      else if (outcome?.kind === 'failed') reject(new Error(outcome.message));
      else if (outcome !== undefined) resolve(outcome);
      else reject(new ImportOutOfMemory(`The file needs more than ${memoryMb} MB of memory to be read.`));
    });
    child.send(job);
  });
}
