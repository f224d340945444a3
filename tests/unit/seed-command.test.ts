import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEA_GRAPH, TEA_TEXT } from '../fixtures/dataset-folder.ts';

const SCRIPT = fileURLToPath(new URL('../../graph-seed/main.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-command-'));
  await mkdir(join(folder, 'tea'));
  await writeFile(join(folder, 'tea', 'graph.yaml'), TEA_GRAPH);
  await writeFile(join(folder, 'tea', 'tea.md'), TEA_TEXT);
  await writeFile(join(folder, 'New day.txt'), 'Ada met Angela Merkel in Vienna.\n');
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the script in the folder, where no database can be opened; never rejects. */
function seed(...args: string[]) {
  return seedWith({}, ...args);
}

function seedWith(settings: Record<string, string>, ...args: string[]) {
  const env = {
    ...settings,
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    DATA_DIR: join(folder, 'tea', 'tea.md'),
  };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--import', TSX, SCRIPT, ...args],
      { cwd: folder, env },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err });
      },
    );
  });
}

/** Each run starts a process, which takes its time on a busy machine. */
describe('the seed script', { timeout: 60_000 }, () => {
  it('reports on a folder without loading it', async () => {
    const { code, out, err } = await seed('--report', 'tea');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Tea \(tea\)\n {2}2 passages with 3 sentences, 3 entities, 3 relationships\n/);
    expect(out).toMatch(/sentences that no relationship uses: 1\n {4}passage 1: Ben brought tea/);
  });

  it('reads a file in a process that may not take more memory than was allowed, and says so', async () => {
    const text = 'x'.repeat(90_000_000);
    await writeFile(join(folder, 'long.json'), `{"nodes": [{"id": "a", "text": "${text}"}], "links": []}`);
    expect(await seedWith({ IMPORT_MEMORY_MB: '128' }, '--report', 'long.json')).toEqual({
      code: 1,
      out: expect.not.stringContaining('nodes'),
      err: 'long.json needs more than 128 MB of memory to be read, which is the most (IMPORT_MEMORY_MB).\n',
    });
    expect((await seed('--report', 'long.json')).out).toContain('long.json (node-link-json): 1 node');
    await rm(join(folder, 'long.json'));
  });

  it('takes no original where no folder of a text is given', async () => {
    await writeFile(join(folder, 'a.csv'), 'source,target\na,b\n');
    const { code, err } = await seed('a.csv', '--original', 'tea/tea.md');
    expect({ code, err }).toEqual({
      code: 1,
      err: '--original goes with the folder of the text that retells it\n',
    });
  });

  it('drafts a text with what the known documents name, into a folder named after it', async () => {
    const { code, out, err } = await seed('draft', 'New day.txt', '--known', 'tea');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Proposed 3 entities and 2 relationships in .*new-day.graph\.yaml: put them right/);
    const graph = await readFile(join(folder, 'new-day', 'graph.yaml'), 'utf8');
    expect(graph).toContain(
      '  - id: ada\n    name: Ada\n    kind: Person\n    summary: A woman who likes tea.\n    proposed: true',
    );
    const refused = await seed('new-day');
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/graph\.yaml:\d+ {2}entity ada: is only proposed/);
    expect(refused.err).toMatch(/5 problems found; nothing was loaded\n$/);
    const again = await seed('draft', 'New day.txt', '--known', 'tea');
    expect(again).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is there already: nothing was written/),
    });
  });

  it('says what draft needs, and what is wrong with what is known', async () => {
    expect(await seed('draft')).toMatchObject({ code: 1, err: 'draft takes one text: draft PATH.txt\n' });
    const unknown = await seed('draft', 'New day.txt', '--known', 'nowhere', '--out', 'x');
    expect(unknown).toMatchObject({ code: 1, err: expect.stringMatching(/nowhere:1 {2}cannot be read/) });
  });
});
