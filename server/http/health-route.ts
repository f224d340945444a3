import { Router } from 'express';
import type { Health } from '../contract/health.ts';
import { operations } from '../contract/operations.ts';
import { DatabaseError } from '../database/database-errors.ts';
import type { GraphDatabase } from '../database/graph-database.ts';
import { countGraph } from '../queries/count-graph.ts';
import { handleOperation } from './handle-operation.ts';

/** Milliseconds that the database has to answer before it counts as away. */
const PATIENCE = 3_000;

/** Asks the database how it is. A database that is away is an answer, not a failure. */
export async function readHealth(database: GraphDatabase, signal?: AbortSignal): Promise<Health> {
  const { engine } = database;
  // The embedded engine lies in a folder of this machine, which is nobody else's business.
  const place = engine === 'neo4j' ? { address: database.address } : {};
  const options = { signal, timeoutMs: PATIENCE };
  try {
    const { version } = await database.info(options);
    return { status: 'ok', engine, version, ...place, ...(await countGraph({ database, options })) };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return {
      status: 'degraded',
      engine,
      version: null,
      nodeCount: null,
      relationshipCount: null,
      ...place,
      detail: error.message,
    };
  }
}

export function healthRoute(database: GraphDatabase): Router {
  const router = Router();
  handleOperation(router, operations.health, ({ signal }) => readHealth(database, signal));
  return router;
}
