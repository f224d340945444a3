import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { build } from 'vite';
import { openLoader } from '../../../server/database/open-database.ts';
import { readSettings } from '../../../server/settings.ts';
import { graphologyFile, recordsOf, type SeededGraph } from './seeded-graph.ts';

const ROOT = join(import.meta.dirname, '../../..');

export interface Running {
  address: string;
  stop(): Promise<void>;
}

/** Our built server on the embedded engine, with the graph loaded. */
export async function startOurs(graph: SeededGraph): Promise<Running> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const loader = openLoader(readSettings({ DATA_DIR: dataDir }));
  await loader.replaceAll(recordsOf(graph));
  await loader.close();
  const server = spawn(process.execPath, [join(ROOT, 'dist/server/main.js')], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      NEO4J_URI: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    address: await addressOf(server),
    stop: async () => {
      server.kill('SIGTERM');
      await new Promise((resolve) => server.once('exit', resolve));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (text) => {
      said += text;
      const [, address] = /is at (http:\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    server.once('exit', () => reject(new Error(`the server did not start: ${said}`)));
  });
}

/** The page with nothing but sigma, and the graph as a file beside it. */
export async function startBare(graph: SeededGraph): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bare-'));
  await build({
    root: join(import.meta.dirname, 'bare'),
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
  });
  const file = graphologyFile(graph);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://bare');
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
    try {
      if (pathname === '/graph.json') response.setHeader('content-type', 'application/json').end(file);
      else {
        const path = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
        response.setHeader('content-type', type).end(await readFile(path));
      }
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the bare page has no port');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
