import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveContent } from '../../client/workspace/saved/save-content.ts';
import { emptyContent } from '../../client/workspace/workspace-content.ts';
import { anyViewSchema, sharedViewSchema, viewOf } from '../../server/contract/saved-view.ts';
import type { GraphDatabase } from '../../server/database/graph-database.ts';
import { ViewStore } from '../../server/shared-views/view-store.ts';
import { jsonPost, type ServedApp, serveApp } from '../fixtures/served-app.ts';

/** Views need no database: asking for it fails the test. */
const NO_DATABASE = new Proxy({} as GraphDatabase, {
  get: (_, name) => {
    throw new Error(`the database was asked for ${String(name)}`);
  },
});
const view = (note: string) =>
  viewOf({ ...saveContent(emptyContent(), { decimals: 0, withCaptions: false }), note });

describe('shared views', () => {
  const apps: ServedApp[] = [];
  let folder: string;
  const serve = async (store?: ViewStore) => {
    const app = await serveApp(NO_DATABASE, { bodyKb: 2048 }, undefined, store);
    apps.push(app);
    return app;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'views-'));
  });
  afterAll(async () => {
    for (const app of apps) await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are kept once under the name of their content, and given back', async () => {
    const views = join(folder, 'kept');
    const app = await serve(new ViewStore(views, 1_000_000));
    const { id } = await app.post('/api/views', view('one'), sharedViewSchema);
    expect(await app.post('/api/views', view('one'), sharedViewSchema)).toEqual({ id });
    const other = await app.post('/api/views', view('two'), sharedViewSchema);
    expect(other.id).not.toBe(id);
    expect(await app.get(`/api/views/${id}`, anyViewSchema)).toEqual(view('one'));
    expect((await readdir(views)).sort()).toEqual([`${id}.json`, `${other.id}.json`].sort());
  });

  it('are refused where they are no views, unknown, or damaged', async () => {
    const views = join(folder, 'refused');
    const app = await serve(new ViewStore(views, 1_000_000));
    const refusal = async (body: unknown) => (await app.refused('/api/views', jsonPost(body))).detail;
    expect(await refusal({ meta: { kind: 'x', version: 1 }, data: {} })).toMatch(
      /meta\.kind: must be one of/,
    );
    expect(await refusal({ ...view(''), meta: { kind: 'throughline-view', version: 9 } })).toMatch(
      /meta\.version/,
    );
    expect(await refusal({ ...view(''), data: { nodes: ['a'] } })).toMatch(/data\.places/);
    expect((await app.refused('/api/views/AAAAAAAAAAAAAAAAAAAAAA')).code).toBe('not_found');
    expect((await app.refused('/api/views/..%2F..%2Fpackage')).code).toBe('invalid_request');
    await mkdir(views, { recursive: true });
    await writeFile(join(views, 'BBBBBBBBBBBBBBBBBBBBBB.json'), '{"meta":');
    expect((await app.refused('/api/views/BBBBBBBBBBBBBBBBBBBBBB')).code).toBe('not_found');
  });

  it('stay within their limits: one, all together, and in a minute', async () => {
    const views = join(folder, 'limits');
    const app = await serve(new ViewStore(views, 3000));
    const large = view('');
    large.data.captions = Array.from({ length: 1200 }, () => 'x'.repeat(1000));
    expect(await app.refused('/api/views', jsonPost(large))).toMatchObject({
      code: 'payload_too_large',
      detail: expect.stringContaining('1024 kB'),
    });
    await app.post('/api/views', view('a'.repeat(2000)), sharedViewSchema);
    expect((await app.refused('/api/views', jsonPost(view('b'.repeat(2000))))).code).toBe('views_full');
    // What is there already needs no more room, and a restarted server counts what is there.
    await app.post('/api/views', view('a'.repeat(2000)), sharedViewSchema);
    const again = await serve(new ViewStore(views, 3000));
    expect((await again.refused('/api/views', jsonPost(view('b'.repeat(2000))))).code).toBe('views_full');
    expect(await readdir(views)).toHaveLength(1);
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => fetch(`${again.address}/api/views`, jsonPost(view('a'.repeat(2000))))),
    );
    expect(answers.map(({ status }) => status)).toContain(429);
  });

  it('are refused in plain words where they cannot be written', async () => {
    const file = join(folder, 'no-folder');
    await writeFile(file, '');
    const app = await serve(new ViewStore(join(file, 'views'), 3000));
    expect(await app.refused('/api/views', jsonPost(view('')))).toMatchObject({
      code: 'views_full',
      detail: expect.stringContaining('cannot keep views now'),
    });
  });

  it('are off where the server keeps none, and it says so', async () => {
    const app = await serve();
    expect((await app.refused('/api/views', jsonPost(view('')))).code).toBe('views_off');
    expect((await app.refused('/api/views/AAAAAAAAAAAAAAAAAAAAAA')).code).toBe('views_off');
  });
});
