import { readFileSync } from 'node:fs';
import { createServer, get, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { seedIfEmpty } from '../graph-seed/seed-if-empty.ts';
import { openDatabase } from './database/open-database.ts';
import { createApp } from './http/create-app.ts';
import { ownAddress, prepareFirstGraph } from './http/prepare-first-graph.ts';
import { ImportRunner } from './imports/import-runner.ts';
import { GraphSearch } from './queries/search-graph.ts';
import { readSettings, type Settings } from './settings.ts';
import { ViewStore } from './shared-views/view-store.ts';

/** Milliseconds that running requests have to end after a stop was asked for. */
const GRACE = 1_000;

function projectFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  // Compiled, this file lies one folder deeper.
  return here.endsWith(join('dist', 'server')) ? join(here, '..', '..') : join(here, '..');
}

function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return String(version);
}

async function listen(server: Server, { port, host }: Settings): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = address !== null && typeof address === 'object' ? address.port : port;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${actual}`;
}

/** Resolves once the server answers a request of its own at the address that it is bound to. */
async function answersItself(server: Server): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    get(ownAddress(server, '/api/health'), (answer) => {
      answer.resume();
      answer.once('end', resolve);
    }).once('error', reject);
  });
}

function explainStartFailure(error: unknown, settings: Settings | undefined): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (settings !== undefined && code === 'EADDRINUSE') {
    return `Port ${settings.port} on ${settings.host} is taken. Set PORT to a free one, such as PORT=${settings.port + 1}.`;
  }
  if (settings !== undefined && code === 'EACCES') {
    return `Port ${settings.port} on ${settings.host} may not be used. Set PORT to a number above 1024.`;
  }
  if (settings !== undefined && (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')) {
    return `HOST "${settings.host}" is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them.`;
  }
  return error instanceof Error ? error.message : String(error);
}

/** Starts the server and prints its address once it answers; stops it at SIGINT or SIGTERM. */
async function main(): Promise<void> {
  let settings: Settings | undefined;
  try {
    settings = readSettings(process.env);
    const folder = projectFolder();
    const logger = pino({ level: settings.logLevel }, pino.destination({ dest: 2, sync: true }));
    const database = openDatabase(settings);
    const app = createApp({
      database,
      search: new GraphSearch(database, settings.searchIndexLimit),
      logger,
      version: versionOf(folder),
      views:
        settings.sharedViewsMb === 0
          ? undefined
          : new ViewStore(join(settings.dataDir, 'views'), settings.sharedViewsMb * 1_048_576),
      clientDir: join(folder, 'dist', 'client'),
      imports: {
        runner: new ImportRunner({
          database: settings,
          limitMb: settings.importLimitMb,
          memoryMb: settings.importMemoryMb,
        }),
        writeToken: settings.writeToken,
        perMinute: settings.importRatePerMinute,
      },
      limits: {
        pathTimeoutMs: settings.pathTimeoutMs,
        heldLinks: settings.pathIndexLimit,
        bodyKb: settings.bodyLimitKb,
        perMinute: settings.rateLimitPerMinute,
      },
    });
    const server = createServer(app);
    stopOnSignals(server, () => database.close());
    try {
      const address = await listen(server, settings);
      await seedIfEmpty(settings, (line) => console.log(line));
      await answersItself(server);
      console.log(`Throughline is at ${address}`);
      prepareFirstGraph(server);
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    console.error(explainStartFailure(error, settings));
    process.exit(1);
  }
}

function stopOnSignals(server: Server, closeDatabase: () => Promise<void>): void {
  let stopping = false;
  const stop = () => {
    // Ctrl+C reaches a whole process group, and npm passes it on once more: the second is not impatience.
    if (stopping) return;
    stopping = true;
    const overdue = setTimeout(() => process.exit(0), GRACE + 500);
    overdue.unref();
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE).unref();
    closeDatabase().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

await main();
