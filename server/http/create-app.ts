import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { operations } from '../contract/operations.ts';
import type { GraphDatabase } from '../database/graph-database.ts';
import type { GraphSearch } from '../queries/search-graph.ts';
import type { ViewStore } from '../shared-views/view-store.ts';
import { builtPage } from './built-page.ts';
import { docsPage } from './docs-page.ts';
import { exportRoute } from './export-route.ts';
import { graphPartsRoute } from './graph-parts-route.ts';
import { graphRoutes } from './graph-routes.ts';
import { healthRoute } from './health-route.ts';
import { type ImportRouteDeps, importRoute } from './import-route.ts';
import { openApiDocument } from './openapi.ts';
import { problemOf, RequestProblem } from './problem-of.ts';
import { viewRoutes } from './view-routes.ts';

export interface AppDeps {
  database: GraphDatabase;
  search: GraphSearch;
  logger: Logger;
  /** Of Throughline itself. */
  version: string;
  /** Where shared views are kept; left out, none are. */
  views?: ViewStore | undefined;
  /** Folder with the built page; left out, only the interface is served. */
  clientDir?: string | undefined;
  imports: Omit<ImportRouteDeps, 'search'>;
  limits: {
    /** Milliseconds that a path question may take. */
    pathTimeoutMs: number;
    /** Relationships, and nodes, that path questions keep in memory at most. */
    heldLinks: number;
    /** Kilobytes that a request's body may have. */
    bodyKb: number;
    /** Requests to /api that one address may make in a minute. */
    perMinute: number;
  };
}

/** Bytes up to which an answer is sent as it is. */
const SMALL_ANSWER = 32 * 1024;

/** The whole HTTP side, apart from listening, so that tests can serve it as they like. */
export function createApp({
  database,
  search,
  logger,
  version,
  views,
  clientDir,
  imports,
  limits,
}: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          // The interface kit sets styles on elements.
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          workerSrc: ["'self'", 'blob:'],
          connectSrc: ["'self'"],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          // Served over plain HTTP on this machine; there is nothing to upgrade to.
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: false,
      // A group of windows of its own costs the start of a process before the page begins, a fifth of the time to its
      // first frame. It would keep from an opener what this page has none of: frames, and messages between windows.
      crossOriginOpenerPolicy: false,
    }),
    // Packing a small answer takes longer than sending it.
    compression({
      filter: (request, response) => isAnswer(request) && isCompressed(request, response),
      threshold: SMALL_ANSWER,
    }),
    compression({ filter: (request, response) => !isAnswer(request) && isCompressed(request, response) }),
  );
  app.use('/api', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.use(healthRoute(database));
  // What is exported is named id by id, so its requests are longer than others.
  app.use(operations.exports.path, express.json({ limit: limits.bodyKb * 16 * 1024, strict: false }));
  app.use(
    '/api',
    rateLimit({
      windowMs: 60_000,
      limit: limits.perMinute,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: () => {
        throw new RequestProblem(
          'too_many_requests',
          `At most ${limits.perMinute} requests a minute are answered. Try again in a moment.`,
        );
      },
    }),
  );
  // A file is its own body, whatever its type says, and is not read into memory.
  app.use(importRoute({ ...imports, search }));
  app.use('/api', express.json({ limit: limits.bodyKb * 1024, strict: false }));
  const { pathTimeoutMs, heldLinks } = limits;
  app.use(
    graphRoutes({ database, search, pathTimeoutMs, heldLinks }),
    exportRoute(database),
    graphPartsRoute(database),
    viewRoutes(views, logger),
  );

  const openApi = openApiDocument(version);
  app.get('/openapi.json', (_request, response) => void response.json(openApi));
  app.get('/api/docs', (_request, response) => void response.type('html').send(docsPage()));
  if (clientDir !== undefined) app.use(builtPage(clientDir));
  app.use((request, response) => {
    const known = Object.values(operations).filter(({ path }) => matches(path, request.path));
    const [first] = known;
    if (first !== undefined) {
      const methods = known.map(({ method }) => method.toUpperCase());
      response.set('Allow', methods.join(', '));
      throw new RequestProblem('method_not_allowed', `Use ${methods.join(' or ')} for ${first.path}.`);
    }
    throw new RequestProblem('route_not_found', 'Nothing is at this address. /api/docs lists what there is.');
  });

  const onError: ErrorRequestHandler = (error, request, response, _next) => {
    const problem = problemOf(statusOf(error) === 404 ? notFound() : error);
    if (problem.code === 'internal_error') logger.error({ err: error, path: request.path }, 'request failed');
    else logger.debug({ code: problem.code, path: request.path, detail: problem.detail }, 'request refused');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (problem.code === 'database_unavailable') response.set('Retry-After', '5');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
  app.use(onError);
  return app;
}

function isAnswer(request: Request): boolean {
  return request.originalUrl.startsWith('/api/');
}

/** Also lines of JSON, which the list of types that `compression` asks does not know. */
function isCompressed(request: Request, response: Response): boolean {
  const type = response.getHeader('Content-Type');
  return String(type).startsWith('application/x-ndjson') || compression.filter(request, response);
}

function matches(path: string, asked: string): boolean {
  const pattern = path.split('/');
  const parts = asked.replace(/\/$/, '').split('/');
  return (
    pattern.length === parts.length && pattern.every((part, i) => part.startsWith(':') || part === parts[i])
  );
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined;
}

function notFound(): RequestProblem {
  return new RequestProblem('route_not_found', 'Nothing is at this address.');
}
