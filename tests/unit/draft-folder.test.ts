import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DraftRefused, draftFolder } from '../../graph-seed/draft/draft-command.ts';
import { parseDataset } from '../../graph-seed/parse-dataset.ts';
import { readDatasets } from '../../graph-seed/read-dataset.ts';
import { datasetFolder, datasetOf, problemsOf } from '../fixtures/dataset-folder.ts';
import { TEA } from '../fixtures/two-documents.ts';

const TEXT = `\uFEFF# A "new" day: tea & cake\r
\r
😀 On 3 May 2020 Ada visited Angela Merkel in Vienna. Merkel signed the Treaty of Vienna, it said: "no".\r
\r
Ada of Oslo praises Merkel. Ada, Ada and Ada met Angela Merkel. 日本 שלום\r
`;

let root: string;
let path: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'throughline-draft-'));
  path = join(root, 'new-day.txt');
  await writeFile(path, TEXT);
});
afterAll(() => rm(root, { recursive: true }));

const known = datasetOf(parseDataset([TEA]));
const draft = async (name: string, dataset: typeof known | undefined = known) => {
  const out = join(root, name);
  await draftFolder({ path, out, known: dataset });
  return { out, graph: await readFile(join(out, 'graph.yaml'), 'utf8') };
};

describe('a draft', () => {
  it('is refused when seeding until every proposal is accepted, and only for that', async () => {
    const { out, graph } = await draft('refused');
    const problems = problemsOf(await readDatasets([out]));
    expect(problems).toHaveLength(graph.match(/^ *proposed: true$/gm)?.length ?? 0);
    expect(problems.length).toBeGreaterThan(5);
    for (const { message, line } of problems) {
      expect(message).toMatch(/^(entity|relationship) \S+: is only proposed/);
      expect(graph.split('\n')[line - 1]).toMatch(/^ *proposed: true$/);
    }
  });

  it('is a dataset once it is accepted, and meets the known documents in what they share', async () => {
    const { out, graph } = await draft('accepted');
    await writeFile(join(out, 'graph.yaml'), graph.replace(/^ *proposed: true\n/gm, ''));
    const alone = datasetOf(await readDatasets([out]));
    expect(alone.documents[0]).toMatchObject({ id: 'accepted', title: 'A "new" day: tea & cake' });
    const text = await readFile(join(out, 'accepted.txt'), 'utf8');
    const graphFile = graph.replace(/^ *proposed: true\n/gm, '');
    const both = parseDataset([
      TEA,
      datasetFolder({ 'graph.yaml': graphFile, 'accepted.txt': text }, 'accepted'),
    ]);
    const ada = datasetOf(both).entities.find(({ id }) => id === 'ada');
    expect(ada).toMatchObject({ name: 'Ada', documents: ['tea', 'accepted'] });
    const own = ada?.evidence.filter(({ document }) => document === 'accepted').map(({ quote }) => quote);
    expect(own).toEqual(['Ada', 'Ada of Oslo', 'Ada', 'Ada', 'Ada']);
  });

  it('proposes what sentences that name two entities may say, with their words, dates and types', async () => {
    const { out, graph } = await draft('sentences');
    await writeFile(join(out, 'graph.yaml'), graph.replace(/^ *proposed: true\n/gm, ''));
    const { relationships } = datasetOf(await readDatasets([out]));
    const said = relationships.map(({ source, type, target, date }) =>
      [source, type, target, date].join(' '),
    );
    expect(said).toEqual([
      'ada NAMED_WITH angela-merkel 2020-05-03',
      'angela-merkel NAMED_WITH vienna 2020-05-03',
      'angela-merkel SIGNED treaty-of-vienna ',
      'ada PRAISES angela-merkel ',
      'ada NAMED_WITH angela-merkel ',
    ]);
    expect(relationships[2]?.evidence[0]?.quote).toBe('Merkel signed the Treaty of Vienna, it said: "no".');
    expect(graph).toContain(
      '# Dates and numbers of the text:\n# passage 1, 6 to 16: 3 May 2020 (2020-05-03)',
    );
  });

  it('writes offsets beside the quotes, and takes the ids of others for nothing of its own', async () => {
    const vienna = known.entities.map((entity) => ({
      ...entity,
      id: entity.id === 'ben' ? 'vienna' : entity.id,
    }));
    const { graph } = await draft('offsets', { ...known, entities: vienna });
    expect(graph).toContain('- { passage: 1, quote: Ada } # 17 to 20');
    expect(graph).toMatch(/id: vienna-2\n +name: Vienna/);
  });

  it('works with nothing known', async () => {
    const out = join(root, 'nothing-known');
    const counts = await draftFolder({ path, out, known: undefined });
    expect(counts.entities).toBeGreaterThan(2);
    expect(problemsOf(await readDatasets([out])).every(({ message }) => message.includes('proposed'))).toBe(
      true,
    );
  });

  it('never writes over a folder, and makes none for a text that cannot be drafted', async () => {
    const { graph, out } = await draft('once');
    await expect(draft('once')).rejects.toThrow(/is there already: nothing was written/);
    expect(await readFile(join(out, 'graph.yaml'), 'utf8')).toBe(graph);
    const before = await readdir(root);
    for (const [name, content, message] of [
      ['latin.txt', Buffer.from('Ren\xe9e', 'latin1'), /latin.txt is not UTF-8 text \(line 1\)/],
      ['empty.txt', '# Only a title\n', /empty.txt holds no text/],
      ['long.txt', 'word '.repeat(400_001), /has 2000005 characters; a draft takes at most 2000000/],
    ] as const) {
      const bad = join(root, name);
      await writeFile(bad, content);
      const refused = draftFolder({ path: bad, out: join(root, 'bad'), known });
      await expect(refused).rejects.toThrow(message);
      await expect(refused).rejects.toBeInstanceOf(DraftRefused);
      await rm(bad);
    }
    await expect(draftFolder({ path: join(root, 'no.txt'), out: join(root, 'bad'), known })).rejects.toThrow(
      /no.txt cannot be read \(ENOENT\)/,
    );
    await expect(draft('tea')).rejects.toThrow(/There is a document tea already/);
    expect(await readdir(root)).toEqual(before);
  });
});
