import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { smallGraph } from '../fixtures/small-graph.ts';

const SCRIPT = `export const words = '${'many words '.repeat(500)}';\n`;

describeOnEmbedded('the built page', smallGraph, (engine) => {
  let app: ServedApp;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-page-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Page</title>');
    await writeFile(join(folder, 'assets/page.js'), SCRIPT);
    await writeFile(join(folder, 'assets/page.js.br'), brotliCompressSync(SCRIPT));
    await writeFile(join(folder, 'assets/gone.js.br'), brotliCompressSync(SCRIPT));
    app = await serveApp(engine.database, {}, folder);
    await rm(join(folder, 'assets/gone.js.br'));
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = async (path: string, accepted: string) => {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(app.address + path, { headers: { 'accept-encoding': accepted } }, resolve).once('error', reject);
    });
    return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) };
  };

  it('sends script as the build packed it, to be kept for ever', async () => {
    const { status, headers, body } = await ask('/assets/page.js', 'gzip, br');
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe('br');
    expect(headers['content-type']).toMatch(/^text\/javascript/);
    expect(headers['cache-control']).toContain('immutable');
    expect(headers.vary).toMatch(/accept-encoding/i);
    expect(body.equals(brotliCompressSync(SCRIPT))).toBe(true);
    expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
  });

  it.each(['identity', 'gzip;q=0, br;q=0', ''])(
    'sends it unpacked to who takes nothing else: %j',
    async (accepted) => {
      const { status, headers, body } = await ask('/assets/page.js', accepted);
      expect(status).toBe(200);
      expect(headers['content-encoding']).toBeUndefined();
      expect(headers.vary).toMatch(/accept-encoding/i);
      expect(body.toString()).toBe(SCRIPT);
    },
  );

  it('says in plain words what is not there, also where it once was', async () => {
    for (const name of ['gone.js', 'never.js']) {
      const { status, headers, body } = await ask(`/assets/${name}`, 'br');
      expect(status).toBe(404);
      expect(headers['content-encoding']).toBeUndefined();
      expect(JSON.parse(body.toString())).toMatchObject({ status: 404, code: 'route_not_found' });
    }
  });
});
