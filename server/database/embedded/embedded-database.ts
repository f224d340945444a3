import { DatabaseUnavailable, DataChanged } from '../database-errors.ts';
import type { EngineInfo, GraphDatabase, Identity, Parameters, Row, RunOptions } from '../graph-database.ts';
import { type GraphPointer, graphFile, pointerRevision, readPointer } from './current-graph.ts';
import { type GraphFile, ProcessPool } from './process-pool.ts';

export interface EmbeddedOptions {
  /** Absolute path of DATA_DIR. */
  dataDir: string;
  processes: number;
  /** For each process. */
  memoryMb: number;
  queryTimeoutMs: number;
}

/**
 * Reads the graph that was loaded into DATA_DIR, through child processes that can be stopped. A graph loaded
 * meanwhile is used from the next query on.
 */
export class EmbeddedDatabase implements GraphDatabase {
  readonly engine = 'embedded';
  readonly address: string;
  readonly #options: EmbeddedOptions;
  readonly #pool: ProcessPool;
  #current: { revision: string; pointer: GraphPointer } | undefined;

  constructor(options: EmbeddedOptions) {
    this.address = options.dataDir;
    this.#options = options;
    this.#pool = new ProcessPool({
      size: options.processes,
      memoryMb: options.memoryMb,
      currentFile: () => this.#currentFile(),
    });
  }

  async read(cypher: string, parameters: Parameters = {}, options: RunOptions = {}): Promise<Row[]> {
    const timeoutMs = options.timeoutMs ?? this.#options.queryTimeoutMs;
    const rows = await this.#pool.run(cypher, parameters, timeoutMs, options.signal);
    if (options.at !== undefined && (await this.revision()) !== options.at) {
      throw new DataChanged('Another graph was loaded meanwhile. Ask again.');
    }
    return rows;
  }

  async info(options?: RunOptions): Promise<EngineInfo> {
    await this.read('RETURN 1 AS one', {}, options);
    const version = this.#pool.version;
    if (version === undefined || this.#current === undefined) {
      throw new DatabaseUnavailable('The embedded engine is being started anew');
    }
    return { engine: 'embedded', version, loadedAt: this.#current.pointer.loadedAt };
  }

  /** What DATA_DIR holds was always loaded by Throughline. */
  async identity(): Promise<Identity> {
    return 'own';
  }

  async revision(): Promise<string | undefined> {
    return pointerRevision(this.#options.dataDir);
  }

  /** Process ids of the children, and of those that run a query now. */
  get pids(): { all: number[]; busy: number[] } {
    return this.#pool.pids;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  #currentFile(): GraphFile {
    const { dataDir } = this.#options;
    const revision = pointerRevision(dataDir);
    if (revision === undefined || revision !== this.#current?.revision) {
      const pointer = revision === undefined ? undefined : readPointer(dataDir);
      this.#current = revision && pointer ? { revision, pointer } : undefined;
    }
    if (this.#current === undefined) {
      throw new DatabaseUnavailable(`No graph is loaded in ${dataDir}; load one with: npm run seed`);
    }
    const { revision: known, pointer } = this.#current;
    return { revision: known, path: graphFile(dataDir, pointer.file) };
  }
}
