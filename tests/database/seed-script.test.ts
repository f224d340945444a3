import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsFolder } from '../../graph-seed/documents-folder.ts';
import { readDatasets } from '../../graph-seed/read-dataset.ts';
import { seedIfEmpty } from '../../graph-seed/seed-if-empty.ts';
import { EmbeddedLoader } from '../../server/database/embedded/embedded-loader.ts';
import { readSettings, type Settings } from '../../server/settings.ts';
import { describeOnEngines } from '../fixtures/engines.ts';
import { smallGraph } from '../fixtures/small-graph.ts';

const SCRIPT = fileURLToPath(new URL('../../graph-seed/main.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const ORIGINAL = 'Ada and Bo, told first.\n';

/** Runs the script as a person would; never rejects. */
function seed(args: string[], settings: Record<string, string>, cwd = tmpdir()) {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, ['--import', TSX, SCRIPT, ...args], { cwd, env }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, out, err });
    });
  });
}

function environmentOf({ dataDir, neo4j }: Settings): Record<string, string> {
  const access = neo4j && { NEO4J_URI: neo4j.uri, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password };
  return { DATA_DIR: dataDir, ...access };
}

async function writeDataset(folder: string, quote: string): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, 'text.md'), '# The harbour\n\nAda asked Bo in the harbour.\n');
  await writeFile(
    join(folder, 'graph.yaml'),
    `document:
  id: harbour
  title: The harbour
  text: text.md
  original: {title: First telling, sha256: ${createHash('sha256').update(ORIGINAL).digest('hex')}}
entities:
  - {id: ada, name: Ada, kind: Person, summary: She asks., evidence: [{passage: 1, quote: Ada}]}
  - {id: bo, name: Bo, kind: Person, summary: He answers., evidence: [{passage: 1, quote: Bo}]}
relationships:
  - {id: r1, from: ada, type: ASKED, to: bo, statement: Ada asked Bo., evidence: [{passage: 1, quote: ${quote}}]}
`,
  );
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-seed-'));
  await writeDataset(join(folder, 'good'), 'Ada asked Bo');
  await writeDataset(join(folder, 'bad'), 'Ada told Bo');
  await writeFile(join(folder, 'original.txt'), ORIGINAL);
});
afterAll(() => rm(folder, { recursive: true }));

describeOnEngines('the seed script', smallGraph, (engine) => {
  const environment = () => environmentOf(engine.settings);
  const idsOfEntities = async () =>
    (await engine.database.read('MATCH (n:Entity) RETURN n.id AS id ORDER BY id')).map(({ id }) => id);

  it('loads a folder, the same way twice', async () => {
    for (let round = 0; round < 2; round += 1) {
      const { code, out, err } = await seed([join(folder, 'good')], environment());
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^Loading: \d of 6 /);
      expect(out).toContain('Loaded 1 document with 1 passage, 2 entities and 1 relationship into ');
      expect(await idsOfEntities()).toEqual(['ada', 'bo']);
    }
    const [row] = await engine.database.read('MATCH (:Entity)-[r:ASKED]->() RETURN r.evidence AS evidence');
    expect(row?.evidence).toEqual([
      JSON.stringify({
        document: 'harbour',
        passage: 'harbour.p1',
        start: 0,
        end: 12,
        quote: 'Ada asked Bo',
      }),
    ]);
  });

  it('takes paths from the folder where it is called, and a graph file as well', async () => {
    await engine.load(smallGraph);
    const { code } = await seed(['good/graph.yaml'], environment(), folder);
    expect(code).toBe(0);
    expect(await idsOfEntities()).toEqual(['ada', 'bo']);
  });

  it('loads the original beside the text', async () => {
    const args = [join(folder, 'good'), '--original', join(folder, 'original.txt')];
    expect(await seed(args, environment())).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 original'),
    });
    const documents = await engine.database.read('MATCH (d:SourceDocument) RETURN d.id AS id ORDER BY id');
    expect(documents).toEqual([{ id: 'harbour' }, { id: 'harbour.original' }]);
  });

  it('refuses a dataset with file, line and quote, and keeps the old graph', async () => {
    await engine.load(smallGraph);
    const { code, out, err } = await seed([join(folder, 'bad')], environment());
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/bad\/graph\.yaml:10 {2}.*"Ada told Bo"/);
    expect(err).toMatch(/1 problem found; nothing was loaded\n$/);
    expect(await idsOfEntities()).toEqual(['japan', 'nato', 'uk']);
  });

  it('refuses another text as the original, and keeps the old graph', async () => {
    await engine.load(smallGraph);
    const args = [join(folder, 'good'), '--original', join(folder, 'good', 'text.md')];
    const { code, err } = await seed(args, environment());
    expect(code).toBe(1);
    expect(err).toMatch(/is not the original: its SHA-256 is [0-9a-f]{64}, wanted is [0-9a-f]{64}/);
    expect(await idsOfEntities()).toEqual(['japan', 'nato', 'uk']);
  });
});

describe('the seed script', () => {
  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['an unknown option', ['--force'], {}, /--force[\s\S]*See: npm run seed -- --help\n$/],
    ['a wrong setting', [], { PORT: 'x' }, /^PORT "x" is not allowed: give a whole number.*\n$/],
    [
      'a folder that is not there',
      ['nowhere'],
      {},
      /nowhere:1 {2}.*no such file[\s\S]*nothing was loaded\n$/,
    ],
  ])('ends with 1 and plain words for %s', async (_title, args, settings, message) => {
    const { code, err } = await seed(args, { DATA_DIR: join(folder, 'never'), ...settings });
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);
  });

  it('ends with 1 and plain words when Neo4j is away', async () => {
    const away = { NEO4J_URI: 'bolt://127.0.0.1:1' };
    const { code, err } = await seed([join(folder, 'good')], away);
    expect(code).toBe(1);
    expect(err).toBe('Neo4j does not answer at bolt://127.0.0.1:1; check that it runs, and NEO4J_URI\n');
  });

  it('explains itself', async () => {
    const { code, out } = await seed(['--help'], {});
    expect(code).toBe(0);
    expect(out).toContain('npm run seed -- [FOLDER|FILE ...] [--original PATH] [--replace]');
  });
});

describe('seeding at the start', () => {
  it('loads the documents that come along once, and only into an empty folder', async () => {
    const dataDir = join(folder, 'data');
    const settings = readSettings({ DATA_DIR: dataDir });
    const lines: string[] = [];
    await seedIfEmpty(settings, (line) => lines.push(line));
    const shipped = await readDatasets([documentsFolder()]);
    if ('problems' in shipped) throw new Error('The documents that come along have problems');
    expect(lines.at(-1)).toContain(`${shipped.dataset.entities.length} entities`);
    await new EmbeddedLoader(dataDir).replaceAll(smallGraph);
    lines.length = 0;
    await seedIfEmpty(settings, (line) => lines.push(line));
    expect(lines).toEqual([]);
  });

  it('leaves Neo4j to the script', async () => {
    const lines: string[] = [];
    await seedIfEmpty(readSettings({ NEO4J_URI: 'bolt://127.0.0.1:1' }), (line) => lines.push(line));
    expect(lines).toEqual([]);
  });
});
