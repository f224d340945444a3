import type { GraphDatabase, Identity } from '../database/graph-database.ts';

/** A database as it is at one revision: reading it rejects with `DataChanged` once it is at another. */
export function atRevision(database: GraphDatabase, revision: string, identity: Identity): GraphDatabase {
  return {
    engine: database.engine,
    address: database.address,
    ...(database.trails === undefined ? {} : { trails: database.trails }),
    read: (cypher, parameters, options) => database.read(cypher, parameters, { ...options, at: revision }),
    identity: async () => identity,
    revision: (options) => database.revision(options),
    info: (options) => database.info(options),
    close: () => database.close(),
  };
}
