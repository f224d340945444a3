import neo4j, { type Driver, type Record, type Session } from 'neo4j-driver';
import { type DatabaseError, QueryCancelled, QueryTimeout } from '../database-errors.ts';
import type { Parameters, Row } from '../graph-database.ts';
import { driverParameter } from './map-parameters.ts';
import { plainValue } from './map-values.ts';

/** How much longer the server's own limit is: the client's comes first and names the setting's value. */
const SERVER_LIMIT_LATER_MS = 1_000;
/** Sent in one go: every row is wanted, and asking for more of them takes a round trip each time. */
const ALL_ROWS = -1;

export interface ReadRequest {
  cypher: string;
  parameters: Parameters;
  database: string | undefined;
  timeoutMs: number;
  signal: AbortSignal | undefined;
  /** The server waits until it has applied the transactions that these stand for. */
  bookmarks: readonly string[];
}

export interface ReadAnswer {
  rows: Row[];
  /** Of the last transaction that the server had committed by the end. */
  bookmarks: readonly string[];
}

/**
 * Runs a query once in a READ session, which refuses every write, as a transaction of its own: one message there and
 * one answer back, with nothing to begin or to end. Past the time limit or once aborted it rejects at once with
 * `QueryTimeout` or `QueryCancelled`, and the session is closed under the running query: that sends RESET, which
 * ends the work on the server. Rejects with the driver's own errors otherwise.
 */
export function readOnce(driver: Driver, request: ReadRequest): Promise<ReadAnswer> {
  const { signal, timeoutMs } = request;
  const session = driver.session({
    defaultAccessMode: neo4j.session.READ,
    fetchSize: ALL_ROWS,
    bookmarks: [...request.bookmarks],
    ...(request.database === undefined ? {} : { database: request.database }),
  });
  return new Promise((resolve, reject) => {
    const close = () => void session.close().catch(() => {});
    const stop = (error: DatabaseError) => {
      reject(error);
      close();
    };
    const onAbort = () => stop(new QueryCancelled('The query was cancelled'));
    const late = setTimeout(
      () => stop(new QueryTimeout(`The query took longer than ${timeoutMs} ms and was stopped`)),
      timeoutMs,
    );
    signal?.addEventListener('abort', onAbort, { once: true });
    runQuery(session, request)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(late);
        signal?.removeEventListener('abort', onAbort);
        // Nobody needs to wait for that.
        close();
      });
  });
}

async function runQuery(
  session: Session,
  { cypher, parameters, timeoutMs }: ReadRequest,
): Promise<ReadAnswer> {
  const mapped = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, driverParameter(value)]),
  );
  const result = session.run(cypher, mapped, { timeout: timeoutMs + SERVER_LIMIT_LATER_MS });
  const rows: Row[] = [];
  // Each record as it comes, so that others are let in between.
  await new Promise<void>((resolve, reject) => {
    result.subscribe({
      onNext: (record) => {
        // What is thrown here would break the connection.
        try {
          rows.push(rowOf(record));
        } catch (error) {
          reject(error);
        }
      },
      onCompleted: () => resolve(),
      onError: reject,
    });
  });
  return { rows, bookmarks: session.lastBookmarks() };
}

function rowOf(record: Record): Row {
  return Object.fromEntries(record.keys.map((key) => [String(key), plainValue(record.get(key))]));
}
