import {
  DatabaseError,
  DatabaseUnavailable,
  QueryCancelled,
  QueryOutOfMemory,
  QueryRefused,
  QueryTimeout,
} from '../database-errors.ts';

/** The driver's own code for everything that went wrong before a server answered. */
const NOT_SPECIFIED = 'N/A';
const CONNECTION_LOST = new Set(['ServiceUnavailable', 'SessionExpired']);

interface CodedError extends Error {
  code: string;
  gqlStatus: string | undefined;
}

function asCoded(error: unknown): CodedError | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const gqlStatus = 'gqlStatus' in error && typeof error.gqlStatus === 'string' ? error.gqlStatus : undefined;
  return Object.assign(error, { code: error.code, gqlStatus });
}

/** Whether the server or the way to it went away, so that reading once more is safe and may succeed. */
export function isConnectionLoss(error: unknown): boolean {
  return CONNECTION_LOST.has(asCoded(error)?.code ?? '');
}

/** What the driver or the server reported, as an error of the port; told apart by code, then by gqlStatus. */
export function mapError(error: unknown, address: string): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const coded = asCoded(error);
  if (coded === undefined) return new QueryRefused(error instanceof Error ? error.message : String(error));
  return byCode(coded, address) ?? byStatus(coded) ?? new DatabaseError(coded.message);
}

function byCode({ code, message }: CodedError, address: string): DatabaseError | undefined {
  if (CONNECTION_LOST.has(code) || code === NOT_SPECIFIED) {
    return new DatabaseUnavailable(`Neo4j does not answer at ${address}; check that it runs, and NEO4J_URI`);
  }
  const [, kind = '', category = '', title = ''] = code.split('.');
  if (title === 'AuthenticationRateLimit') {
    return new DatabaseUnavailable(
      'Neo4j refuses further logins for a moment; check NEO4J_USER and NEO4J_PASSWORD',
    );
  }
  if (title === 'Unauthorized' || title === 'CredentialsExpired' || title === 'TokenExpired') {
    return new DatabaseUnavailable('Neo4j refused the login; check NEO4J_USER and NEO4J_PASSWORD');
  }
  if (category === 'Security') return new QueryRefused(message);
  if (title === 'DatabaseNotFound') {
    return new DatabaseUnavailable('Neo4j has no such database; check NEO4J_DATABASE');
  }
  if (title.startsWith('TransactionTimedOut')) {
    return new QueryTimeout('The query took too long and was stopped');
  }
  if (title === 'Terminated' || title === 'LockClientStopped')
    return new QueryCancelled('The query was stopped');
  if (title.includes('OutOfMemory') || title === 'TransactionMemoryLimit') {
    return new QueryOutOfMemory('The query needed more memory than Neo4j grants it; ask for less');
  }
  if (category === 'Statement' || category === 'Procedure' || category === 'Schema') {
    return new QueryRefused(message);
  }
  if (kind === 'TransientError' || title === 'DatabaseUnavailable' || category === 'Cluster') {
    return new DatabaseUnavailable('Neo4j cannot answer at the moment; try again');
  }
  return undefined;
}

/** By the classes of ISO GQL: 08 connection, 22 data, 25 transaction state, 42 syntax or access. */
function byStatus({ gqlStatus = '', message }: CodedError): DatabaseError | undefined {
  if (gqlStatus.startsWith('08'))
    return new DatabaseUnavailable('Neo4j cannot answer at the moment; try again');
  if (/^(22|25|42)/.test(gqlStatus)) return new QueryRefused(message);
  return undefined;
}
