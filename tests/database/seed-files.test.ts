import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Settings } from '../../server/settings.ts';
import { TEA_GRAPH, TEA_TEXT } from '../fixtures/dataset-folder.ts';
import { describeOnEngines } from '../fixtures/engines.ts';
import { smallGraph } from '../fixtures/small-graph.ts';

const SCRIPT = fileURLToPath(new URL('../../graph-seed/main.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Runs the script as a person would; never rejects. */
function seed(args: string[], settings: Record<string, string>) {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--import', TSX, SCRIPT, ...args],
      { cwd: tmpdir(), env },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err });
      },
    );
  });
}

function environmentOf({ dataDir, neo4j }: Settings): Record<string, string> {
  const access = neo4j && { NEO4J_URI: neo4j.uri, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password };
  return { DATA_DIR: dataDir, ...access };
}

const TIES = `<gexf version="1.2"><graph defaultedgetype="directed"><nodes>
<node id="n1" label="Ärger"/><node id="n2" label="Rat"/></nodes>
<edges><edge id="e1" source="n1" target="n2" label="SEEKS"/></edges></graph></gexf>`;

let folder: string;
const file = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-files-'));
  await writeFile(file('ties.gexf'), TIES);
  await writeFile(file('people.csv'), 'id;label\nn1;Anna\nn9;Bo\n');
  await writeFile(file('knows.csv'), 'source,target\nn1,n9\n');
  await writeFile(file('bad.csv'), 'source,target\nn1\n,n9\n');
  const many = Array.from({ length: 120_000 }, (_, at) => `${at},${at + 1}`).join('\n');
  await writeFile(
    file('tea.zip'),
    zipSync({ 'tea/graph.yaml': strToU8(TEA_GRAPH), 'tea/tea.md': strToU8(TEA_TEXT) }),
  );
  const wrong = TEA_GRAPH.replace('quote: Ada met Ben', 'quote: Ada met Bob');
  await writeFile(file('wrong.zip'), zipSync({ 'graph.yaml': strToU8(wrong), 'tea.md': strToU8(TEA_TEXT) }));
  await writeFile(
    file('links.zip'),
    zipSync({ 'graph.json': strToU8('{"nodes":[{"id":"z1"}],"links":[]}') }),
  );
  await writeFile(file('many.csv'), `source,target\n${many}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

const PATIENCE_MS = 180_000;

describeOnEngines('seeding with files of other programs', smallGraph, (engine) => {
  const run = (...args: string[]) => seed(args, environmentOf(engine.settings));
  const count = async () => {
    const [row] = await engine.database.read('MATCH (n:Entity) RETURN count(n) AS count');
    return Number(row?.count);
  };

  it(
    'puts a file beside what is there, replaces it by name, and tells what it left open',
    async () => {
      const before = await count();
      const first = await run(file('ties.gexf'));
      expect(first).toMatchObject({ code: 0, err: '' });
      expect(first.out).toContain('ties.gexf (gexf): 2 nodes, 1 relationship\nDataset "ties" added in ');
      expect((await run(file('ties.gexf'))).out).toContain('Dataset "ties" replaced in ');
      expect(await count()).toBe(before + 2);
      const rows = await engine.database.read(
        'MATCH (a:Entity)-[r:SEEKS]->(b:Entity) RETURN a.id AS a, a.name AS name, r.id AS r, b.dataset AS dataset',
      );
      expect(rows).toEqual([{ a: 'n1', name: 'Ärger', r: 'e1', dataset: 'ties' }]);

      const tables = await run(file('people.csv'), file('knows.csv'), '--dataset', 'people');
      expect(tables.out).toContain('Ids of nodes begin with "people/"');
      expect(await count()).toBe(before + 4);
    },
    PATIENCE_MS,
  );

  it(
    'takes a zipped folder of a text and its graph beside what is there, and a zip that only looks like one',
    async () => {
      const before = await count();
      const first = await run(file('tea.zip'));
      expect(first).toMatchObject({ code: 0, err: '' });
      expect(first.out).toContain('tea.zip (dataset): 3 nodes, 3 relationships\n');
      expect(first.out).toContain('Dataset "tea" added in ');
      expect(await count()).toBe(before + 3);
      const rows = await engine.database.read(
        'MATCH (d:SourceDocument)-[:HAS_PASSAGE]->(p:Passage) WHERE d.dataset = $name RETURN d.title AS title, p.text AS text ORDER BY text',
        { name: 'tea' },
      );
      expect(rows).toEqual([
        { title: 'Tea', text: 'Ada met Ben in Oslo. Ben brought tea, and Ada paid for the tea.' },
        { title: 'Tea', text: 'Ada wants to open a tea house.' },
      ]);
      expect((await run(file('tea.zip'))).out).toContain('Dataset "tea" replaced in ');
      const other = await run(file('tea.zip'), file('links.zip'));
      expect(other.out).toContain('links.zip (node-link-json): 1 node, 0 relationships');
      expect(await count()).toBe(before + 4);

      const wrong = await run(file('links.zip'), file('wrong.zip'));
      expect(wrong.code).toBe(1);
      expect(wrong.err).toMatch(/graph\.yaml:\d+ {2}.*Ada met Bob/);
      expect(wrong.err).toContain('1 problem found; nothing was loaded');
      expect(await count()).toBe(before + 4);
    },
    PATIENCE_MS,
  );

  it(
    'loads nothing of a file with problems, and names each',
    async () => {
      const before = await count();
      const { code, err } = await run(file('ties.gexf'), file('bad.csv'));
      expect(code).toBe(1);
      expect(err).toContain('bad.csv:2  has cells: 1, but the first row has 2');
      expect(err).toContain('bad.csv:3  source: is empty; it must name a node');
      expect(err).toContain('2 problems found; nothing was loaded');
      expect(await count()).toBe(before);
    },
    PATIENCE_MS,
  );

  it(
    'stays as it was when it is cancelled, and can be loaded into again',
    async () => {
      const before = await count();
      const env = { PATH: process.env.PATH ?? '', ...environmentOf(engine.settings) };
      const child = spawn(process.execPath, ['--import', TSX, SCRIPT, file('many.csv')], { env });
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      let err = '';
      child.stderr.on('data', (chunk) => {
        err += chunk;
      });
      // What it says first is how far it has come.
      await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended]);
      child.kill('SIGINT');
      expect(await ended).toBe(130);
      expect(err).toContain('Cancelled; the graph that was there is still there');
      expect(await count()).toBe(before);
      expect((await run(file('ties.gexf'))).code).toBe(0);
    },
    PATIENCE_MS,
  );
});
