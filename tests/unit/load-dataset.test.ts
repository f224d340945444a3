import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../graph-seed/dataset.ts';
import { toRecords } from '../../graph-seed/load-dataset.ts';
import { readOriginal, splitOriginal, WrongOriginal } from '../../graph-seed/read-original.ts';

const ORIGINAL = 'One paragraph, told first.\r\n\r\n  \r\n A second one. \n';

const dataset: Dataset = {
  documents: [
    {
      id: 'harbour',
      title: 'The harbour',
      date: '2023-01',
      original: { title: 'The first telling', sha256: createHash('sha256').update(ORIGINAL).digest('hex') },
      passages: [{ id: 'harbour.p1', number: 1, text: 'Ada asked Bo.' }],
    },
  ],
  entities: [
    {
      id: 'ada',
      name: 'Ada',
      kind: 'Person',
      aliases: ['A.'],
      summary: 'Asks.',
      documents: ['harbour'],
      properties: { born: 1900, name: 'not this' },
      evidence: [{ document: 'harbour', passage: 'harbour.p1', start: 0, end: 3, quote: 'Ada' }],
    },
    {
      id: 'bo',
      name: 'Bo',
      kind: 'Person',
      aliases: [],
      summary: 'Answers.',
      documents: ['harbour'],
      properties: {},
      evidence: [],
    },
  ],
  relationships: [
    {
      id: 'r1',
      source: 'ada',
      target: 'bo',
      type: 'ASKED',
      statement: 'Ada asked Bo.',
      status: 'attributed',
      speaker: 'ada',
      documents: ['harbour'],
      properties: { how: 'kindly' },
      evidence: [
        {
          document: 'harbour',
          passage: 'harbour.p1',
          start: 0,
          end: 12,
          quote: 'Ada asked Bo',
          original: [0, 5],
        },
      ],
    },
  ],
};

describe('a dataset as records', () => {
  const { nodes, relationships } = toRecords(dataset);

  it('has an entity with its kind, its own properties and its evidence as texts', () => {
    expect(nodes[0]).toEqual({
      id: 'ada',
      labels: ['Entity', 'Person'],
      properties: {
        id: 'ada',
        name: 'Ada',
        aliases: ['A.'],
        summary: 'Asks.',
        documents: ['harbour'],
        born: 1900,
        evidence: [JSON.stringify(dataset.entities[0]?.evidence[0])],
      },
    });
  });

  it('has a relationship without what is not known', () => {
    expect(relationships[0]).toEqual({
      id: 'r1',
      type: 'ASKED',
      source: 'ada',
      target: 'bo',
      properties: {
        id: 'r1',
        statement: 'Ada asked Bo.',
        status: 'attributed',
        speaker: 'ada',
        document: 'harbour',
        documents: ['harbour'],
        how: 'kindly',
        evidence: [JSON.stringify(dataset.relationships[0]?.evidence[0])],
      },
    });
  });

  it('has the document and its passages', () => {
    expect(nodes.slice(2)).toEqual([
      {
        id: 'harbour',
        labels: ['SourceDocument'],
        properties: {
          id: 'harbour',
          title: 'The harbour',
          date: '2023-01',
          passageCount: 1,
          digest: expect.stringMatching(/^[0-9a-f]{16}$/),
        },
      },
      {
        id: 'harbour.p1',
        labels: ['Passage'],
        properties: { id: 'harbour.p1', document: 'harbour', number: 1, text: 'Ada asked Bo.' },
      },
    ]);
    expect(relationships.slice(1)).toEqual([
      {
        id: 'harbour.p1.of',
        type: 'HAS_PASSAGE',
        source: 'harbour',
        target: 'harbour.p1',
        properties: { id: 'harbour.p1.of', number: 1 },
      },
    ]);
  });
});

describe('the digest of a document', () => {
  const digestOf = (graph: Dataset) =>
    toRecords(graph).nodes.find(({ labels }) => labels[0] === 'SourceDocument')?.properties.digest;

  it('is the same for the same dataset and another for any change that keeps the counts', () => {
    const [first, second] = dataset.entities;
    if (first === undefined || second === undefined) throw new Error('two entities are needed');
    expect(digestOf(structuredClone(dataset))).toBe(digestOf(dataset));
    const changed = [
      { ...dataset, entities: [{ ...first, summary: 'Asks again.' }, second] },
      { ...dataset, entities: [{ ...first, kind: 'Country' }, second] },
      { ...dataset, relationships: dataset.relationships.map((r) => ({ ...r, statement: 'Ada asks Bo.' })) },
    ];
    expect(new Set([...changed, dataset].map(digestOf)).size).toBe(4);
  });
});

describe('an original', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-original-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const fileWith = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };

  it('is loaded as a document of its own, with the places of its paragraphs in the whole', async () => {
    const original = await readOriginal(await fileWith('original.txt', ORIGINAL), dataset);
    const { nodes, relationships } = toRecords(dataset, [original]);
    expect(nodes.slice(4)).toEqual([
      {
        id: 'harbour.original',
        labels: ['SourceDocument'],
        properties: {
          id: 'harbour.original',
          title: 'The first telling',
          date: '2023-01',
          originalOf: 'harbour',
          passageCount: 2,
          digest: expect.stringMatching(/^[0-9a-f]{16}$/),
        },
      },
      {
        id: 'harbour.original.p1',
        labels: ['Passage'],
        properties: {
          id: 'harbour.original.p1',
          document: 'harbour.original',
          number: 1,
          text: 'One paragraph, told first.',
          offset: 0,
        },
      },
      {
        id: 'harbour.original.p2',
        labels: ['Passage'],
        properties: {
          id: 'harbour.original.p2',
          document: 'harbour.original',
          number: 2,
          text: 'A second one.',
          offset: ORIGINAL.indexOf('A second'),
        },
      },
    ]);
    expect(relationships.map(({ id }) => id)).toEqual([
      'r1',
      'harbour.p1.of',
      'harbour.original.p1.of',
      'harbour.original.p2.of',
    ]);
  });

  it('is refused when it is another text, naming both hashes', async () => {
    const path = await fileWith('other.txt', 'another text');
    const own = createHash('sha256').update('another text').digest('hex');
    const reading = readOriginal(path, dataset);
    await expect(reading).rejects.toThrow(own);
    await expect(reading).rejects.toThrow(dataset.documents[0]?.original?.sha256);
    await expect(reading).rejects.toBeInstanceOf(WrongOriginal);
  });

  it('is refused when it cannot be read, or when no document names one', async () => {
    await expect(readOriginal(join(folder, 'nothing.txt'), dataset)).rejects.toThrow(
      /cannot be read \(ENOENT\)/,
    );
    const none = { ...dataset, documents: [] };
    const path = await fileWith('original.txt', ORIGINAL);
    await expect(readOriginal(path, none)).rejects.toThrow(/No document of the dataset names an original/);
  });

  it.each([
    ['', []],
    ['\n\n', []],
    ['a', [{ text: 'a', offset: 0 }]],
    [
      '\n a b\nc \n\n\n d',
      [
        { text: 'a b\nc', offset: 2 },
        { text: 'd', offset: 12 },
      ],
    ],
  ])('splits %j into its paragraphs', (text, passages) => {
    expect(splitOriginal(text)).toEqual(passages);
  });
});
