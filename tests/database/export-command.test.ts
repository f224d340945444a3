import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exchangeFileSchema } from '../../server/contract/exports.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';
import { until } from '../fixtures/running-work.ts';
import { treatyGraph } from '../fixtures/treaty-graph.ts';

const SCRIPT = fileURLToPath(new URL('../../server/export/main.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

describeOnEmbedded('npm run export', treatyGraph, (engine) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-export-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Runs the command in the folder; `meanwhile` gets the running process. */
  async function run(
    args: readonly string[],
    meanwhile: (child: ChildProcess) => Promise<void> = async () => {},
  ) {
    const child = spawn(process.execPath, ['--import', TSX, SCRIPT, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: engine.settings.dataDir },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.stderr.on('data', (text) => {
      err += text;
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    await meanwhile(child);
    return { code: await ended, out, err };
  }

  it('writes every entity and what ties them, without documents and passages', async () => {
    const { code, err } = await run(['--out', 'all.json', '--title', 'Treaty']);
    expect([code, err]).toEqual([0, expect.stringContaining('Wrote 8 nodes and 10 relationships from ')]);
    const { meta, data } = exchangeFileSchema.parse(
      JSON.parse(await readFile(join(folder, 'all.json'), 'utf8')),
    );
    expect(meta.title).toBe('Treaty');
    expect(data.nodes.map(({ id }) => id).sort()).toEqual([
      'atlantis',
      'japan',
      'kishida',
      'lemuria',
      'nato',
      'raa',
      'spending',
      'uk',
    ]);
    expect(data.relationships.map(({ id }) => id).sort()).toEqual([
      'r1',
      'r2',
      'r3',
      'r4',
      'r5',
      'r6',
      'r7',
      'r8',
      'r9',
      's1',
    ]);
    expect(data.relationships.find(({ id }) => id === 'r1')?.properties.evidence).toHaveLength(1);
  });

  it('writes a part to the standard output, and tells what the format does not hold on the other', async () => {
    const { code, out, err } = await run([
      '--out',
      '-',
      '--format',
      'gexf',
      '--nodes',
      'japan,raa',
      '--nodes',
      'uk',
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^<\?xml[\s\S]*<\/gexf>\n$/);
    expect(out.match(/<edge /g)).toHaveLength(2);
    expect(err).toContain('3 nodes have several labels');
  });

  it('writes a path as a report, and what a query returns', async () => {
    expect((await run(['--out', 'path.md', '--path', 'japan,kishida,nato'])).code).toBe(0);
    const report = await readFile(join(folder, 'path.md'), 'utf8');
    expect(report).toContain('The shortest paths: Japan – Fumio Kishida – NATO');
    expect(report).toContain('Kishida leads Japan.');
    expect(report).not.toContain('signed');

    const query = 'MATCH (a)-[r:SIGNED]->(b) RETURN r';
    expect((await run(['--out', 'query.json', '--query', query])).code).toBe(0);
    const { data } = exchangeFileSchema.parse(JSON.parse(await readFile(join(folder, 'query.json'), 'utf8')));
    expect(data.nodes.map(({ id }) => id).sort()).toEqual(['japan', 'raa', 'uk']);
    expect(data.relationships.map(({ id }) => id).sort()).toEqual(['r1', 'r2']);
  });

  it('leaves a file that is there alone, unless told to replace it', async () => {
    await writeFile(join(folder, 'old.md'), 'old');
    const refused = await run(['--out', 'old.md']);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('--force replaces it')]);
    expect(await readFile(join(folder, 'old.md'), 'utf8')).toBe('old');
    expect((await run(['--out', 'old.md', '--force'])).code).toBe(0);
    expect(await readFile(join(folder, 'old.md'), 'utf8')).toContain('“Japan signed it”');
  });

  it.each([
    [[], 'Say where to: --out FILE'],
    [['--out', 'x.doc'], 'Give --format json | gexf'],
    [['--out', 'x', '--format', 'doc'], 'There is no format "doc"'],
    [['--out', 'x.json', '--nodes', 'nope'], 'Not in the graph: nope'],
    [['--out', 'x.json', '--nodes', ''], '--nodes names no node'],
    [['--out', 'x.json', '--path', 'japan,lemuria'], 'separate islands'],
    [['--out', 'x.json', '--query', 'MATCH (n RETURN n'], 'query'],
    [['--out', 'x.json', '--path', 'japan,uk', '--nodes', 'uk'], 'Give one of --nodes, --path and --query'],
    [['--out', 'no/such/folder/x.json'], 'cannot be written: there is no folder '],
    [['--out', '.', '--format', 'json', '--force'], 'is a folder'],
    [['--oput', 'x.json'], 'npm run export -- --help'],
  ])('refuses %j in plain words, and writes nothing', async (args, words) => {
    const before = await readdir(folder);
    const { code, err } = await run(args);
    expect([code, err]).toEqual([1, expect.stringContaining(words)]);
    expect(err).not.toContain('    at ');
    expect(await readdir(folder)).toEqual(before);
  });

  it.skipIf(process.platform === 'win32')(
    'writes into a pipe and through a link, and leaves both what they are',
    async () => {
      const [pipe, link] = [join(folder, 'pipe'), join(folder, 'link.json')];
      execFileSync('mkfifo', [pipe]);
      const read = readFile(pipe, 'utf8');
      expect((await run(['--out', 'pipe', '--format', 'json', '--force'])).code).toBe(0);
      expect(JSON.parse(await read).data.nodes).toHaveLength(8);
      expect((await lstat(pipe)).isFIFO()).toBe(true);

      await symlink('linked.json', link);
      expect((await run(['--out', 'link.json'])).code).toBe(0);
      expect((await run(['--out', 'link.json'])).err).toContain('is there already');
      expect((await run(['--out', 'link.json', '--force'])).code).toBe(0);
      expect((await lstat(link)).isSymbolicLink()).toBe(true);
      expect(JSON.parse(await readFile(join(folder, 'linked.json'), 'utf8')).data.nodes).toHaveLength(8);
    },
  );

  it('tells in plain words that nobody takes its output any more', async () => {
    const { code, err } = await run(['--out', '-', '--format', 'graphml'], async (child) => {
      child.stdout?.destroy();
    });
    expect([code, err]).toEqual([1, 'The standard output was closed before all was written\n']);
  });

  it('is stopped by Ctrl+C and leaves no half file', async () => {
    await engine.load(randomGraph(randomNumbers(3), 5_000, 30_000));
    const before = await readdir(folder);
    const { code, err } = await run(['--out', 'big.graphml'], async (child) => {
      await until(
        async () => (await readdir(folder)).some((name) => name.includes('.part-')),
        'Nothing was written',
      );
      child.kill('SIGINT');
    });
    expect([code, err]).toEqual([130, expect.stringContaining('Stopped. Nothing was written.')]);
    expect(await readdir(folder)).toEqual(before);
  });
});
