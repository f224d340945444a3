import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDataset } from '../../graph-seed/parse-dataset.ts';
import { readDatasets } from '../../graph-seed/read-dataset.ts';
import {
  datasetFolder,
  datasetOf,
  parseTea,
  problemsOf,
  TEA_GRAPH,
  TEA_TEXT,
} from '../fixtures/dataset-folder.ts';

describe('a good dataset', () => {
  it('has its passages, entities and relationships, with the offsets of every quote', () => {
    const { documents, entities, relationships } = datasetOf(parseTea());
    expect(documents).toEqual([
      {
        id: 'tea',
        title: 'Tea',
        date: '2023-01-21',
        passages: [
          {
            id: 'tea.p1',
            number: 1,
            text: 'Ada met Ben in Oslo. Ben brought tea, and Ada paid for the tea.',
          },
          { id: 'tea.p2', number: 2, text: 'Ada wants to open a tea house.' },
        ],
      },
    ]);
    expect(entities[0]).toEqual({
      id: 'ada',
      name: 'Ada',
      kind: 'Person',
      aliases: ['Ada of Oslo'],
      summary: 'A woman who likes tea.',
      documents: ['tea'],
      properties: {},
      evidence: [{ document: 'tea', passage: 'tea.p1', start: 0, end: 7, quote: 'Ada met' }],
    });
    expect(relationships[0]).toMatchObject({
      source: 'ada',
      target: 'ben',
      status: 'asserted',
      date: '2023',
    });
    expect(relationships[1]).toMatchObject({
      status: 'planned',
      speaker: 'ada',
      properties: { seats: 12, kinds: ['green', 'black'] },
      evidence: [{ passage: 'tea.p2', start: 0, end: 29 }],
    });
    expect(relationships[2]).toMatchObject({
      status: 'background',
      properties: { reason: 'Everybody knows it.' },
      evidence: [],
    });
  });

  it('is what the minimal example of the curating guide is', async () => {
    const guide = await readFile(new URL('../../graph-seed/CURATING.md', import.meta.url), 'utf8');
    const example = /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
    const folder = datasetFolder({ 'graph.yaml': example, 'tea.md': 'Ada Berg wants to open a tea house.' });
    expect(datasetOf(parseDataset([folder])).relationships).toHaveLength(1);
  });

  it('reads the same from graph.json', () => {
    const graph = {
      document: { id: 'tea', title: 'Tea', text: 'tea.md' },
      entities: [{ id: 'ada', name: 'Ada', kind: 'Person', summary: 'She likes tea.' }],
    };
    const folder = datasetFolder({ 'graph.json': JSON.stringify(graph), 'tea.md': TEA_TEXT });
    expect(datasetOf(parseDataset([folder])).entities).toHaveLength(1);
  });

  it.each([
    ['a byte order mark', `\uFEFF${TEA_TEXT}`],
    ['Windows line endings', TEA_TEXT.replaceAll('\n', '\r\n')],
    ['several blank lines with spaces', TEA_TEXT.replaceAll('\n\n', '\n \n\t\n\n')],
    ['no title', TEA_TEXT.replace('# Tea\n\n', '')],
  ])('takes a text with %s for the same passages', (_, text) => {
    expect(datasetOf(parseTea(undefined, text))).toEqual(datasetOf(parseTea()));
  });

  it('counts offsets in UTF-16 code units, whatever stands before the quote', () => {
    const text = '😀 שלום 日本 — Ada met Ben in Oslo.\n\nAda wants to open a tea house.';
    const { entities, documents } = datasetOf(parseTea(undefined, text));
    const [evidence] = entities[0]?.evidence ?? [];
    expect(evidence).toMatchObject({ start: 13, end: 20 });
    expect(documents[0]?.passages[0]?.text.slice(13, 20)).toBe('Ada met');
  });

  it('tells places of the same words apart by their occurrence', () => {
    const change = ['quote: Ada met }', 'quote: tea, occurrence: 2 }'] as [string, string];
    expect(datasetOf(parseTea(change)).entities[0]?.evidence[0]).toMatchObject({ start: 59, end: 62 });
  });

  it('finds any piece of a passage where it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        (quote, before) => {
          const text = `Ada met Ben in Oslo ${before.replace(/\s/g, '')}${quote}`.replace(/\s+/g, ' ').trim();
          const words = quote.replace(/\s+/g, ' ').trim();
          fc.pre(words !== '' && text.split(words).length === 2);
          fc.pre(!/\s/.test(words) && text.indexOf(words, text.indexOf(words) + 1) === -1);
          const graph = {
            document: { id: 'x', title: 'x', text: 'x.txt' },
            entities: [
              { id: 'a', name: 'A', kind: 'Person', summary: 's', evidence: [{ passage: 1, quote: words }] },
            ],
          };
          const folder = datasetFolder({ 'graph.json': JSON.stringify(graph), 'x.txt': text });
          const { documents, entities } = datasetOf(parseDataset([folder]));
          const [evidence] = entities[0]?.evidence ?? [];
          expect(documents[0]?.passages[0]?.text.slice(evidence?.start, evidence?.end)).toBe(words);
        },
      ),
    );
  });
});

describe('several documents', () => {
  const second = `document: { id: cake, title: Cake, text: cake.md }
entities:
  - { id: ada, name: Ada, kind: Person, aliases: [The baker], summary: A baker., evidence: [{ passage: 1, quote: Ada baked }] }
  - { id: ben, name: Ben, kind: Person, summary: He eats., properties: { age: 40 } }
relationships:
  - { id: r1, from: ada, type: COOPERATES_WITH, to: ben, date: 2023, statement: They bake., evidence: [{ passage: 1, quote: Ada baked a cake with Ben }] }
`;
  const together = (change: [string, string] = ['', '']) =>
    parseDataset([
      datasetFolder({ 'graph.yaml': TEA_GRAPH, 'tea.md': TEA_TEXT }),
      datasetFolder(
        { 'graph.yaml': second.replace(...change), 'cake.md': 'Ada baked a cake with Ben.' },
        'cake',
      ),
    ]);

  it('meet in the entities and relationships that they share', () => {
    const { documents, entities, relationships } = datasetOf(together());
    expect(documents.map(({ id }) => id)).toEqual(['tea', 'cake']);
    expect(entities.map(({ id }) => id)).toEqual(['ada', 'ben', 'house']);
    expect(entities[0]).toMatchObject({
      aliases: ['Ada of Oslo', 'The baker'],
      summary: 'A woman who likes tea.',
      documents: ['tea', 'cake'],
      evidence: [{ passage: 'tea.p1' }, { passage: 'cake.p1' }],
    });
    expect(entities[1]?.properties).toEqual({ age: 40 });
    expect(relationships[0]).toMatchObject({
      documents: ['tea', 'cake'],
      evidence: [{ document: 'tea' }, { document: 'cake' }],
    });
  });

  it.each([
    [
      'another kind',
      ['kind: Person, aliases', 'kind: Place, aliases'],
      3,
      'entity ada: kind is "Place", but "Person" in tea/graph.yaml',
    ],
    [
      'another name',
      ['name: Ben', 'name: Benjamin'],
      4,
      'entity ben: name is "Benjamin", but "Ben" in tea/graph.yaml',
    ],
    [
      'other ends',
      ['from: ada', 'from: ben'],
      6,
      'relationship r1: from is "ben", but "ada" in tea/graph.yaml',
    ],
    [
      'another date',
      ['date: 2023, ', ''],
      6,
      'relationship r1: date is missing, but "2023" in tea/graph.yaml',
    ],
    [
      'the same document id',
      ['id: cake', 'id: tea'],
      1,
      'the document of cake/graph.yaml: the id "tea" is already that of the document of tea/graph.yaml',
    ],
    [
      'an entity with the id of a document',
      ['id: ada,', 'id: tea,'],
      3,
      'entity tea: the id is already that of the document of tea/graph.yaml',
    ],
  ] as [string, [string, string], number, string][])('may not disagree: %s', (_, change, line, message) => {
    expect(problemsOf(together(change))).toContainEqual({ file: 'cake/graph.yaml', line, message });
  });
});

describe('reading from disk', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'datasets-'));
    for (const [name, graph] of [
      ['tea', TEA_GRAPH],
      ['other', TEA_GRAPH.replace('id: tea', 'id: other')],
    ] as const) {
      await mkdir(join(root, 'many', name), { recursive: true });
      await writeFile(join(root, 'many', name, 'graph.yaml'), graph);
      await writeFile(join(root, 'many', name, 'tea.md'), TEA_TEXT);
    }
    await mkdir(join(root, 'linked'));
    await writeFile(join(root, 'linked', 'graph.yaml'), TEA_GRAPH);
    await symlink(join(root, 'many', 'tea', 'tea.md'), join(root, 'linked', 'tea.md'));
  });
  afterAll(() => rm(root, { recursive: true }));

  it('takes a folder, its graph file, or a folder of folders', async () => {
    const folder = join(root, 'many', 'tea');
    const one = datasetOf(await readDatasets([folder]));
    expect(datasetOf(await readDatasets([join(folder, 'graph.yaml')]))).toEqual(one);
    expect(datasetOf(await readDatasets([folder, `${folder}/`]))).toEqual(one);
    expect(datasetOf(await readDatasets([join(root, 'many')])).documents).toHaveLength(2);
  });

  it('does not follow a link out of the folder', async () => {
    const [problem] = problemsOf(await readDatasets([join(root, 'linked')]));
    expect(problem?.message).toMatch(/there is no file "tea.md"/);
  });

  it('says plainly what cannot be read', async () => {
    const [nowhere, text] = [join(root, 'nowhere'), join(root, 'many', 'tea', 'tea.md')];
    expect(problemsOf(await readDatasets([nowhere, text]))).toEqual([
      { file: nowhere, line: 1, message: 'cannot be read: there is no such file or folder' },
      { file: text, line: 1, message: expect.stringMatching(/^holds no dataset/) },
    ]);
  });
});
