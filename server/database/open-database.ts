import type { DatabaseSettings } from './database-settings.ts';
import { EmbeddedDatabase } from './embedded/embedded-database.ts';
import { EmbeddedLoader } from './embedded/embedded-loader.ts';
import type { GraphDatabase, GraphLoader } from './graph-database.ts';
import { Neo4jDatabase } from './neo4j/neo4j-database.ts';
import { Neo4jLoader } from './neo4j/neo4j-loader.ts';

/** The engine that the settings name, for reading. Connects with the first query and never throws. */
export function openDatabase(settings: DatabaseSettings): GraphDatabase {
  if (settings.neo4j !== undefined) return new Neo4jDatabase(settings.neo4j, settings.queryTimeoutMs);
  return new EmbeddedDatabase({
    dataDir: settings.dataDir,
    processes: settings.embeddedProcesses,
    memoryMb: settings.embeddedMemoryMb,
    queryTimeoutMs: settings.queryTimeoutMs,
  });
}

/** The same engine, for loading. */
export function openLoader(settings: DatabaseSettings): GraphLoader {
  return settings.neo4j === undefined
    ? new EmbeddedLoader(settings.dataDir)
    : new Neo4jLoader(settings.neo4j);
}
