import type { Driver } from 'neo4j-driver';
import { DatabaseUnavailable, DataChanged, QueryCancelled, QueryRefused } from '../database-errors.ts';
import type { Neo4jSettings } from '../database-settings.ts';
import type { EngineInfo, GraphDatabase, Identity, Parameters, Row, RunOptions } from '../graph-database.ts';
import { openDriver } from './connect.ts';
import { isConnectionLoss, mapError } from './map-error.ts';
import { OWN_CONSTRAINT } from './own-constraints.ts';
import { type ReadAnswer, readOnce } from './read-once.ts';
import { trailClauses } from './trail-clauses.ts';

const IDENTITY_KEPT_MS = 30_000;
/** A server that could not even be reached in this time is not tried twice. */
const RETRY_WITHIN_MS = 2_000;
const VERSION_QUERY =
  "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version";

/** Reads a Neo4j server or cluster through one driver; answers again by itself when the server comes back. */
export class Neo4jDatabase implements GraphDatabase {
  readonly engine = 'neo4j';
  readonly trails = trailClauses;
  readonly address: string;
  readonly #driver: Driver;
  readonly #settings: Neo4jSettings;
  readonly #queryTimeoutMs: number;
  #identity: { value: Identity; readAt: number } | undefined;
  #closed = false;

  constructor(settings: Neo4jSettings, queryTimeoutMs: number) {
    this.address = settings.uri;
    this.#settings = settings;
    this.#queryTimeoutMs = queryTimeoutMs;
    this.#driver = openDriver(settings);
  }

  async read(cypher: string, parameters?: Parameters, options?: RunOptions): Promise<Row[]> {
    const { rows, bookmarks } = await this.#run(cypher, parameters, options);
    if (options?.at !== undefined && options.at !== revisionOf(bookmarks)) {
      throw new DataChanged('The graph was written to meanwhile. Ask again.');
    }
    return rows;
  }

  async #run(cypher: string, parameters: Parameters = {}, options: RunOptions = {}): Promise<ReadAnswer> {
    const { signal } = options;
    const began = performance.now();
    const deadline = began + (options.timeoutMs ?? this.#queryTimeoutMs);
    const attempt = () => {
      if (this.#closed) throw new DatabaseUnavailable('The database is closed');
      if (signal?.aborted) throw new QueryCancelled('The query was cancelled');
      const timeoutMs = Math.max(1, Math.round(deadline - performance.now()));
      const { database } = this.#settings;
      const bookmarks = options.at?.split(' ') ?? [];
      const request = { cypher, parameters, database, timeoutMs, signal, bookmarks };
      return readOnce(this.#driver, request);
    };
    try {
      return await attempt().catch((error: unknown) => {
        if (!isConnectionLoss(error)) throw error;
        this.#identity = undefined;
        if (performance.now() - began > RETRY_WITHIN_MS) throw error;
        return attempt();
      });
    } catch (error) {
      throw mapError(error, this.address);
    }
  }

  async info(options?: RunOptions): Promise<EngineInfo> {
    const [row] = await this.read(VERSION_QUERY, {}, options);
    return { engine: 'neo4j', version: String(row?.version ?? 'unknown') };
  }

  async identity(options?: RunOptions): Promise<Identity> {
    const known = this.#identity;
    const isFresh = options?.at !== undefined;
    if (known !== undefined && !isFresh && performance.now() - known.readAt < IDENTITY_KEPT_MS)
      return known.value;
    const rows = await this.read(
      'SHOW CONSTRAINTS YIELD name WHERE name = $name RETURN name',
      { name: OWN_CONSTRAINT },
      options,
    ).catch((error: unknown): Row[] => {
      // A user who may not see constraints explores the graph by element ids.
      if (error instanceof QueryRefused) return [];
      throw error;
    });
    const value = rows.length > 0 ? 'own' : 'element';
    this.#identity = { value, readAt: performance.now() };
    return value;
  }

  /**
   * The bookmark of a read, which stands for the last transaction that the server has seen, whoever made it. Members
   * of a cluster that are behind have another one.
   */
  async revision(options?: RunOptions): Promise<string | undefined> {
    const { bookmarks } = await this.#run('RETURN 1', {}, options);
    return revisionOf(bookmarks);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#driver.close();
  }
}

function revisionOf(bookmarks: readonly string[]): string | undefined {
  return bookmarks.length === 0 ? undefined : bookmarks.join(' ');
}
