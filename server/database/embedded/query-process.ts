import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type DatabaseError,
  DatabaseUnavailable,
  QueryOutOfMemory,
  QueryRefused,
} from '../database-errors.ts';
import type { Parameters, Row } from '../graph-database.ts';
import { ChildDied } from './child-died.ts';
import type { ChildMessage, RunMessage } from './messages.ts';

const START_TIMEOUT_MS = 20_000;
const MEGABYTE = 1024 * 1024;

/** From the sources the child is TypeScript as well, and needs its loader. */
const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const CHILD_FILE = fileURLToPath(new URL(`./query-child${EXTENSION}`, import.meta.url));
const LOADER =
  EXTENSION === '.ts' ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];

interface Waiting {
  rows: Row[];
  resolve(rows: Row[]): void;
  reject(error: Error): void;
}

/** One child process with the graph file opened for reading; runs one query at a time. */
export class QueryProcess {
  readonly #child: ChildProcess;
  readonly #memoryLimit: number;
  readonly #exited: Promise<void>;
  #waiting: Waiting | undefined;
  #endedBecause: Error | undefined;
  #baseRss = 0;
  #rss = 0;
  #version = '';

  private constructor(file: string, memoryMb: number) {
    this.#memoryLimit = memoryMb * MEGABYTE;
    // The engine leaves its scratch folder behind when it is killed.
    const scratch = mkdtempSync(join(tmpdir(), 'throughline-'));
    this.#child = fork(CHILD_FILE, [file], {
      env: { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch },
      execArgv: [...LOADER, `--max-old-space-size=${memoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#exited = new Promise((resolve) => {
      this.#child.once('exit', () => resolve());
      this.#child.once('error', () => resolve());
    });
    void this.#exited.then(() => {
      rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
      this.#end(new ChildDied(this.#rss));
    });
  }

  /**
   * Opens `file` in a new process. Rejects with `DatabaseUnavailable` when the file cannot be opened or does
   * not fit into `memoryMb`.
   */
  static async start(file: string, memoryMb: number): Promise<QueryProcess> {
    const started = new QueryProcess(file, memoryMb);
    try {
      await started.#ready();
      return started;
    } catch (error) {
      started.kill();
      throw error;
    }
  }

  get alive(): boolean {
    return this.#endedBecause === undefined;
  }

  get version(): string {
    return this.#version;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Whether earlier queries left so much memory behind that the next one could be killed for it. */
  get bloated(): boolean {
    return this.#rss - this.#baseRss > (this.#memoryLimit - this.#baseRss) / 2;
  }

  /**
   * Rejects with `QueryRefused`, with `QueryOutOfMemory` past the limit, with `ChildDied`, or with the reason
   * given to `kill`.
   */
  run(cypher: string, parameters: Parameters): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      if (this.#endedBecause !== undefined) return reject(this.#endedBecause);
      this.#waiting = { rows: [], resolve, reject };
      const message: RunMessage = { cypher, parameters };
      try {
        this.#child.send(message, (error) => {
          if (error !== null) this.kill();
        });
      } catch (error) {
        // Something in the parameters cannot travel to another process.
        this.#waiting = undefined;
        reject(new QueryRefused(error instanceof Error ? error.message : String(error)));
      }
    });
  }

  /** Ends the process and its query at once; the query rejects with `reason`. */
  kill(reason: DatabaseError | ChildDied = new ChildDied(this.#rss)): void {
    this.#child.kill('SIGKILL');
    this.#end(reason);
  }

  /** Resolves once the process is gone. */
  get exited(): Promise<void> {
    return this.#exited;
  }

  #ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new DatabaseUnavailable('The embedded engine did not start in time')),
        START_TIMEOUT_MS,
      );
      void this.#exited.then(() => {
        clearTimeout(late);
        reject(new DatabaseUnavailable('The embedded engine could not be started'));
      });
      this.#child.on('message', (message: ChildMessage) => {
        if (message.kind !== 'ready' && message.kind !== 'unopened') return this.#receive(message);
        clearTimeout(late);
        if (message.kind === 'unopened') {
          reject(new DatabaseUnavailable(`The graph cannot be opened: ${message.message}`));
        } else if (message.rss > this.#memoryLimit) {
          const needed = Math.ceil(message.rss / MEGABYTE);
          reject(new DatabaseUnavailable(`Opening the graph takes ${needed} MB; raise EMBEDDED_MEMORY_MB`));
        } else {
          this.#version = message.version;
          this.#baseRss = message.rss;
          resolve();
        }
      });
    });
  }

  #receive(message: Exclude<ChildMessage, { kind: 'ready' | 'unopened' }>): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    if (message.kind === 'rows') {
      for (const row of message.rows) waiting.rows.push(row);
      return;
    }
    if (message.kind === 'failed') {
      this.#waiting = undefined;
      waiting.reject(refusal(message.message, message.gqlStatus));
      return;
    }
    this.#rss = message.rss;
    if (message.kind === 'memory') {
      if (message.rss > this.#memoryLimit) this.kill(outOfMemory(this.#memoryLimit));
      return;
    }
    this.#waiting = undefined;
    waiting.resolve(waiting.rows);
  }

  #end(reason: Error): void {
    if (this.#endedBecause !== undefined) return;
    // Killed by the system or by its own heap limit: another try would end the same way.
    const ate = reason instanceof ChildDied && reason.lastRss > this.#memoryLimit / 2;
    this.#endedBecause = ate ? outOfMemory(this.#memoryLimit) : reason;
    this.#waiting?.reject(this.#endedBecause);
    this.#waiting = undefined;
  }
}

function outOfMemory(limit: number): QueryOutOfMemory {
  return new QueryOutOfMemory(
    `The query needed more than ${Math.round(limit / MEGABYTE)} MB and was stopped; ask for less, or raise EMBEDDED_MEMORY_MB`,
  );
}

/** The engine's message without its internal code. */
function refusal(message: string, gqlStatus: string | undefined): DatabaseError {
  if (gqlStatus === '25G03') return new QueryRefused('The query writes; only reading is allowed');
  return new QueryRefused(message.replace(/^(?:\w+ error: )?GRAFEO-\w+: /, ''));
}
