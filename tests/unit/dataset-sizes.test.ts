import { describe, expect, it } from 'vitest';
import type { DatasetResult } from '../../graph-seed/parse-dataset.ts';
import { parseDataset } from '../../graph-seed/parse-dataset.ts';
import { problemLines } from '../../graph-seed/seed-report.ts';
import { datasetFolder, datasetOf, problemsOf, TEA_GRAPH, TEA_TEXT } from '../fixtures/dataset-folder.ts';

/** Far above what a busy machine needs for work that grows with the file, far below what the square of it takes. */
const SECONDS = 60_000;

function graphOf(parts: { entities?: object[]; relationships?: object[] }, text: string): DatasetResult {
  const ada = { id: 'ada', name: 'Ada', kind: 'Person', summary: 'She.' };
  const graph = { document: { id: 'x', title: 'x', text: 'x.txt' }, entities: [ada], ...parts };
  return parseDataset([datasetFolder({ 'graph.json': JSON.stringify(graph), 'x.txt': text }, 'x')]);
}

describe('a graph file with a hundred thousand mistakes', () => {
  const count = 100_000;
  const many = (entry: (index: number) => object) => Array.from({ length: count }, (_, i) => entry(i));

  it('is refused in seconds, with the first mistakes and their number', { timeout: SECONDS }, () => {
    const entities = many((i) => ({ id: `e${i}`, name: `Name ${i}`, kind: 'Person', summary: 'x' }));
    const relationships = many((i) => ({
      ...{ id: `r${i}`, from: `f${i}`, to: `e${i}`, type: 'SIGNED', statement: 'x' },
      evidence: [{ passage: 1, quote: 'Ada' }],
    }));
    const result = graphOf({ entities, relationships }, 'Ada.');
    if (!('problems' in result)) throw new Error('the mistakes were not seen');
    expect(result.total).toBe(count);
    expect(result.problems).toHaveLength(200);
    const lines = problemLines(result.problems, result.total);
    expect(lines.at(-1)).toBe('100000 problems found, of which the first 200 are shown; nothing was loaded');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(500);
  });

  it('is refused in seconds where every entry misses a key', { timeout: SECONDS }, () => {
    const result = graphOf({ entities: many((i) => ({ id: `e${i}`, nam: 'x' })) }, 'Ada.');
    expect(problemsOf(result)).toHaveLength(200);
  });

  it('says no number of problems left out where all are told', () => {
    expect(problemLines([{ file: 'a', line: 1, message: 'wrong' }], 1)).toEqual([
      'a:1  wrong',
      '1 problem found; nothing was loaded',
    ]);
  });
});

describe('a text of ten megabytes', () => {
  const sentence = 'Ada drinks tea with Ben, שלום, 日本, 😀. ';
  const size = Math.ceil(10_000_000 / Buffer.byteLength(sentence));

  it('is read in seconds, in one passage or many', { timeout: SECONDS }, () => {
    const last = 'The last words are here.';
    const quotes = (passage: number) => [
      { id: 'ada', name: 'Ada', kind: 'Person', summary: 'She.', evidence: [{ passage, quote: last }] },
    ];
    const one = datasetOf(graphOf({ entities: quotes(1) }, sentence.repeat(size) + last));
    const { start, end } = one.entities[0]?.evidence[0] ?? { start: 0, end: 0 };
    expect(one.documents[0]?.passages[0]?.text.slice(start, end)).toBe(last);
    const count = Math.ceil(size / 10);
    const many = datasetOf(
      graphOf({ entities: quotes(count + 1) }, `${sentence.repeat(10)}\n\n`.repeat(count) + last),
    );
    expect(many.documents[0]?.passages).toHaveLength(count + 1);
  });

  it('is refused in seconds where a thousand quotes are not in it', { timeout: SECONDS }, () => {
    const evidence = Array.from({ length: 1000 }, (_, i) => ({ passage: 1, quote: `Ada drinks ${i}` }));
    const entities = [{ id: 'ada', name: 'Ada', kind: 'Person', summary: 'She.', evidence }];
    expect(problemsOf(graphOf({ entities }, sentence.repeat(size)))).toHaveLength(200);
  });
});

describe('files as other systems write them', () => {
  it('reads a graph file with a byte order mark and Windows line endings, and names its lines', () => {
    const windows = (graph: string) =>
      parseDataset([
        datasetFolder({ 'graph.yaml': `\uFEFF${graph.replaceAll('\n', '\r\n')}`, 'tea.md': TEA_TEXT }),
      ]);
    expect(datasetOf(windows(TEA_GRAPH)).entities).toHaveLength(3);
    expect(problemsOf(windows(TEA_GRAPH.replace('kind: Person\n', 'kind: Human\n')))[0]?.line).toBe(5);
  });

  it('finds quotes from right to left, in characters without spaces and with emoji', () => {
    const text = '😀 ועידת הפסגה נפתחה בוושינגטון. 岸田文雄首相は👩‍👩‍👧ワシントンを訪問した。';
    for (const quote of ['ועידת הפסגה', '岸田文雄', '👩‍👩‍👧ワシントン']) {
      const entities = [
        { id: 'a', name: quote, kind: 'Event', summary: 'x', evidence: [{ passage: 1, quote }] },
      ];
      const [evidence] = datasetOf(graphOf({ entities }, text)).entities[0]?.evidence ?? [];
      expect(text.slice(evidence?.start, evidence?.end)).toBe(quote);
    }
  });
});
