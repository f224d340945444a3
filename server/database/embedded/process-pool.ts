import { DatabaseError, DatabaseUnavailable, QueryCancelled, QueryTimeout } from '../database-errors.ts';
import type { Parameters, Row } from '../graph-database.ts';
import { ChildDied } from './child-died.ts';
import { QueryProcess } from './query-process.ts';

const QUEUE_LIMIT = 500;
/** A cancelled query may end by itself for so long before its process is killed: most are nearly done. */
const CANCEL_GRACE_MS = 150;

interface Job {
  cypher: string;
  parameters: Parameters;
  timeoutMs: number;
  lives: number;
  settled: boolean;
  resolve(rows: Row[]): void;
  reject(error: DatabaseError): void;
}

interface Worker {
  process: QueryProcess | undefined;
  /** Of the graph that it has opened. */
  revision: string;
  job: Job | undefined;
}

export interface GraphFile {
  path: string;
  /** Another text for every graph that was swapped in. */
  revision: string;
}

interface PoolOptions {
  size: number;
  memoryMb: number;
  /** The graph to open now; throws `DatabaseUnavailable` when there is none. */
  currentFile(): GraphFile;
}

/**
 * Child processes that answer queries, each one at a time; further queries wait in order. A process past a
 * limit is killed and replaced while the others go on. Processes start with the first query and move to
 * another graph file once they are idle.
 */
export class ProcessPool {
  readonly #options: PoolOptions;
  readonly #workers = new Set<Worker>();
  readonly #ending = new Set<Promise<void>>();
  readonly #queue: Job[] = [];
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Rejects with a `DatabaseError`. The time in the queue is limited to `timeoutMs` as well. */
  run(cypher: string, parameters: Parameters, timeoutMs: number, signal?: AbortSignal): Promise<Row[]> {
    return new Promise<Row[]>((resolve, reject) => {
      if (signal?.aborted) return reject(new QueryCancelled('The query was cancelled'));
      if (this.#closed) return reject(new DatabaseUnavailable('The database is closed'));
      if (this.#queue.length >= QUEUE_LIMIT) {
        return reject(new DatabaseUnavailable('Too many queries are waiting; try again in a moment'));
      }
      const onAbort = () => this.#cancel(job);
      const settle = (finish: () => void) => {
        if (job.settled) return;
        job.settled = true;
        clearTimeout(waiting);
        signal?.removeEventListener('abort', onAbort);
        finish();
      };
      const job: Job = {
        cypher,
        parameters,
        timeoutMs,
        lives: 2,
        settled: false,
        resolve: (rows) => settle(() => resolve(rows)),
        reject: (error) => settle(() => reject(error)),
      };
      const waiting = setTimeout(() => {
        if (this.#unqueue(job))
          job.reject(new QueryTimeout(`The query found no free process in ${timeoutMs} ms`));
      }, timeoutMs);
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#queue.push(job);
      this.#dispatch();
    });
  }

  /** Of a process that runs now; undefined while none does. */
  get version(): string | undefined {
    return [...this.#workers].find((worker) => worker.process?.alive)?.process?.version;
  }

  /** Process ids: of all that are open, and of those that run a query. */
  get pids(): { all: number[]; busy: number[] } {
    const workers = [...this.#workers];
    const pidsOf = (some: Worker[]) => some.flatMap((worker) => worker.process?.pid ?? []);
    return { all: pidsOf(workers), busy: pidsOf(workers.filter(({ job }) => job !== undefined)) };
  }

  /** Ends every process; what waits or runs rejects with `DatabaseUnavailable`. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#rejectQueue(new DatabaseUnavailable('The database is closed'));
    for (const worker of this.#workers)
      this.#retire(worker, new DatabaseUnavailable('The database is closed'));
    while (this.#ending.size > 0) await Promise.all(this.#ending);
  }

  #dispatch(): void {
    if (this.#closed || this.#queue.length === 0) return;
    let file: GraphFile;
    try {
      file = this.#options.currentFile();
    } catch (error) {
      this.#rejectQueue(asDatabaseError(error));
      return;
    }
    for (const worker of this.#workers) {
      const idle = worker.process !== undefined && worker.job === undefined;
      if (idle && (worker.revision !== file.revision || !worker.process?.alive)) this.#retire(worker);
    }
    while (this.#workers.size < this.#options.size) this.#start(file);
    for (const worker of this.#workers) {
      if (worker.process === undefined || worker.job !== undefined) continue;
      const job = this.#queue.shift();
      if (job === undefined) return;
      void this.#execute(worker, worker.process, job);
    }
  }

  #start(file: GraphFile): void {
    const worker: Worker = { process: undefined, revision: file.revision, job: undefined };
    this.#workers.add(worker);
    this.#untilGone(
      QueryProcess.start(file.path, this.#options.memoryMb).then(
        (started) => {
          worker.process = started;
          this.#untilGone(started.exited);
          if (this.#closed) this.#retire(worker);
          this.#dispatch();
        },
        (error: unknown) => {
          this.#workers.delete(worker);
          // The file may have been swapped and removed while it was being opened.
          if (this.#latestRevision() !== file.revision) this.#dispatch();
          else if (this.#workers.size === 0) this.#rejectQueue(asDatabaseError(error));
        },
      ),
    );
  }

  #untilGone(end: Promise<void>): void {
    this.#ending.add(end);
    void end.then(() => this.#ending.delete(end));
  }

  async #execute(worker: Worker, process: QueryProcess, job: Job): Promise<void> {
    worker.job = job;
    job.lives -= 1;
    const late = setTimeout(
      () => process.kill(new QueryTimeout(`The query took longer than ${job.timeoutMs} ms and was stopped`)),
      job.timeoutMs,
    );
    try {
      job.resolve(await process.run(job.cypher, job.parameters));
    } catch (error) {
      this.#failed(job, error);
    } finally {
      clearTimeout(late);
      worker.job = undefined;
      if (!process.alive || process.bloated) this.#replace(worker);
      this.#dispatch();
    }
  }

  #failed(job: Job, error: unknown): void {
    if (!(error instanceof ChildDied)) {
      job.reject(asDatabaseError(error));
      return;
    }
    if (job.settled) return;
    if (job.lives > 0 && !this.#closed) {
      this.#queue.unshift(job);
      return;
    }
    job.reject(
      new DatabaseUnavailable('The embedded engine ended while it ran the query; it was started anew'),
    );
  }

  #cancel(job: Job): void {
    this.#unqueue(job);
    job.reject(new QueryCancelled('The query was cancelled'));
    setTimeout(() => {
      for (const worker of this.#workers) if (worker.job === job) worker.process?.kill();
    }, CANCEL_GRACE_MS);
  }

  #replace(worker: Worker): void {
    this.#retire(worker);
    if (this.#closed) return;
    try {
      this.#start(this.#options.currentFile());
    } catch {
      // No graph at the moment: the next query says so.
    }
  }

  #retire(worker: Worker, reason?: DatabaseError): void {
    worker.process?.kill(reason);
    this.#workers.delete(worker);
  }

  #unqueue(job: Job): boolean {
    const place = this.#queue.indexOf(job);
    if (place >= 0) this.#queue.splice(place, 1);
    return place >= 0;
  }

  #rejectQueue(error: DatabaseError): void {
    for (const job of this.#queue.splice(0)) job.reject(error);
  }

  #latestRevision(): string | undefined {
    try {
      return this.#options.currentFile().revision;
    } catch {
      return undefined;
    }
  }
}

function asDatabaseError(error: unknown): DatabaseError {
  return error instanceof DatabaseError ? error : new DatabaseUnavailable('The embedded engine failed');
}
