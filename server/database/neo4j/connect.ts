import neo4j, { type Driver } from 'neo4j-driver';
import type { Neo4jSettings } from '../database-settings.ts';

const CONNECT_TIMEOUT_MS = 3_000;
const ACQUIRE_TIMEOUT_MS = 10_000;
/** A pooled connection unused for so long is tried before a query is trusted to it. */
const LIVENESS_CHECK_MS = 20_000;

/** A driver; connects with the first query, and never throws because the server is away. */
export function openDriver({ uri, user, password }: Neo4jSettings): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    connectionTimeout: CONNECT_TIMEOUT_MS,
    connectionAcquisitionTimeout: ACQUIRE_TIMEOUT_MS,
    connectionLivenessCheckTimeout: LIVENESS_CHECK_MS,
    telemetryDisabled: true,
    userAgent: 'throughline',
  });
}
