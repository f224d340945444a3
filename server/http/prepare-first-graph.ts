import { get, type RequestOptions, type Server } from 'node:http';
import { MOST_FIRST_NODES } from '../contract/first-requests.ts';

/** Where a listening server reaches itself. */
export function ownAddress(server: Server, path: string): RequestOptions {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server listens nowhere');
  const loopback = bound.family === 'IPv6' ? '::1' : '127.0.0.1';
  const everywhere = bound.address === '0.0.0.0' || bound.address === '::';
  return { host: everywhere ? loopback : bound.address, port: bound.port, path };
}

/**
 * Asks for the graph that a page begins with before the first page does, so that the engine has read it by then.
 * Returns at once; what fails here fails again, and is told, when a page asks.
 */
export function prepareFirstGraph(server: Server): void {
  get(ownAddress(server, `/api/graph/parts?limit=${MOST_FIRST_NODES}`), (answer) => answer.resume()).once(
    'error',
    () => {},
  );
}
