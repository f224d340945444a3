import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { operations } from '../../server/contract/operations.ts';
import type { GraphDatabase, Row, RunOptions } from '../../server/database/graph-database.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { readSettings } from '../../server/settings.ts';
import { jsonPost, serveApp } from '../fixtures/served-app.ts';

/** An engine that never answers, and remembers that it was told to stop. */
function silentDatabase() {
  let stopped = 0;
  const never = (options?: RunOptions) =>
    new Promise<never>((_, reject) => {
      options?.signal?.addEventListener('abort', () => {
        stopped += 1;
        reject(options.signal?.reason);
      });
    });
  const database: GraphDatabase = {
    engine: 'embedded',
    address: 'nowhere',
    read: (_cypher, _parameters, options): Promise<Row[]> => never(options),
    info: never,
    identity: async () => 'own',
    revision: async () => undefined,
    close: async () => undefined,
  };
  return { database, stopped: () => stopped };
}

describe('limits of the HTTP interface', () => {
  it('stops the engine when the one who asked goes away', async () => {
    const { database, stopped } = silentDatabase();
    const app = await serveApp(database);
    const controller = new AbortController();
    const asked = fetch(`${app.address}/api/nodes/japan`, { signal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve, 100));
    controller.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(stopped).toBe(1);
    await app.close();
  });

  it('refuses more requests a minute than allowed, but still says how it is', async () => {
    const { database } = silentDatabase();
    const app = await serveApp(database, { perMinute: 3 });
    for (let i = 0; i < 3; i++) await app.refused('/api/paths', jsonPost({}));
    const problem = await app.refused('/api/paths', jsonPost({}));
    expect(problem).toMatchObject({ status: 429, code: 'too_many_requests' });
    await app.close();
  });

  it('answers degraded, and every question with a plain problem, while Neo4j is away', async () => {
    const settings = readSettings({ NEO4J_URI: 'bolt://127.0.0.1:9', NEO4J_PASSWORD: 'not-to-be-shown' });
    const database = openDatabase(settings);
    const app = await serveApp(database);
    const health = await app.get('/api/health', operations.health.response);
    expect(health).toMatchObject({ status: 'degraded', engine: 'neo4j', nodeCount: null });
    expect(health.detail).toContain('bolt://127.0.0.1:9');
    for (const path of [
      '/api/schema',
      '/api/graph',
      '/api/nodes/japan',
      '/api/search?q=japan',
      '/api/documents',
    ]) {
      const problem = await app.refused(path);
      expect(problem).toMatchObject({ status: 503, code: 'database_unavailable' });
      expect(problem.detail).not.toContain('not-to-be-shown');
    }
    await app.close();
    await database.close();
  });

  it('keeps going when sent nonsense instead of HTTP', async () => {
    const { database } = silentDatabase();
    const app = await serveApp(database);
    const { port } = new URL(app.address);
    await new Promise<void>((resolve) => {
      const odd = request({
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: '/api/paths',
        headers: { 'content-length': '5' },
      });
      odd.on('error', () => resolve());
      odd.on('close', () => resolve());
      odd.write('{');
      odd.destroy();
    });
    expect(await app.refused('/api/nope')).toMatchObject({ code: 'route_not_found' });
    await app.close();
  });
});
