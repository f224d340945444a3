import type { GraphDatabase, RunOptions } from '../database/graph-database.ts';

/** What every question needs: the engine, and how to stop. */
export interface QueryContext {
  database: GraphDatabase;
  options?: RunOptions;
}
