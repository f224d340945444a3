/** Where a Neo4j is and how to log in. */
export interface Neo4jSettings {
  /** Without credentials. */
  uri: string;
  user: string;
  password: string;
  /** The user's home database when undefined. */
  database: string | undefined;
}

/** What the engines need to know; the part of the server's settings that concerns them. */
export interface DatabaseSettings {
  /** Neo4j when given, else the embedded engine. */
  neo4j: Neo4jSettings | undefined;
  /** Absolute path; the embedded engine's data. */
  dataDir: string;
  embeddedProcesses: number;
  /** For each process. */
  embeddedMemoryMb: number;
  queryTimeoutMs: number;
}
