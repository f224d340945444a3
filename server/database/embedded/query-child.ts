import { setImmediate as nextTurn } from 'node:timers/promises';
import grafeo, { type GrafeoError, type QueryResult } from '@grafeo-db/js';
import type { Row } from '../graph-database.ts';
import { engineParameter } from './map-parameters.ts';
import { plainValue } from './map-values.ts';
import type { ChildMessage, RunMessage } from './messages.ts';

/**
 * A process of the embedded engine: opens the graph file named by its first argument for reading, runs one
 * query after another and reports its memory meanwhile. The engine cannot stop a query, so the server kills
 * this process instead; it only reads, and nothing is lost.
 */

const MEMORY_REPORT_MS = 100;
const ROWS_PER_MESSAGE = 1000;

function send(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve());
  });
}

// Ctrl+C reaches every process of the terminal; the server decides when its children end.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
// The server is gone. A plain exit would wait for a running query.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

function open(file: string | undefined) {
  try {
    return grafeo.GrafeoDB.openReadOnly(file ?? '');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const database = open(process.argv[2]);
if (typeof database === 'string') {
  await send({ kind: 'unopened', message: database });
  process.exit(1);
}

process.on('message', (message: RunMessage) => void run(message));
await send({ kind: 'ready', version: database.version(), rss: process.memoryUsage.rss() });

async function run({ cypher, parameters }: RunMessage): Promise<void> {
  const report = setInterval(
    () => void send({ kind: 'memory', rss: process.memoryUsage.rss() }),
    MEMORY_REPORT_MS,
  );
  try {
    const result = await query(cypher, parameters);
    for (let start = 0; start < result.length; start += ROWS_PER_MESSAGE) {
      await send({ kind: 'rows', rows: rowsOf(result, start, start + ROWS_PER_MESSAGE) });
      await nextTurn();
    }
    await send({ kind: 'done', rss: process.memoryUsage.rss() });
  } catch (error) {
    const { message, gqlStatus }: GrafeoError = error instanceof Error ? error : new Error(String(error));
    await send({ kind: 'failed', message, gqlStatus });
  } finally {
    clearInterval(report);
  }
}

function query(cypher: string, parameters: unknown): Promise<QueryResult> {
  if (typeof database === 'string') throw new Error(database);
  return database.executeCypher(cypher, engineParameter(parameters));
}

function rowsOf(result: QueryResult, start: number, end: number): Row[] {
  const { columns } = result;
  const rows: Row[] = [];
  for (let index = start; index < Math.min(end, result.length); index += 1) {
    const raw = result.get(index);
    rows.push(Object.fromEntries(columns.map((column) => [column, plainValue(raw[column] ?? null)])));
  }
  return rows;
}
