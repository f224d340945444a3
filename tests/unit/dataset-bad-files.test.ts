import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDataset } from '../../graph-seed/parse-dataset.ts';
import { datasetFolder, parseTea, problemsOf, TEA_GRAPH, TEA_TEXT } from '../fixtures/dataset-folder.ts';

describe('files that are no dataset', () => {
  it('names the line in graph.json too', () => {
    const graph =
      '{\n "document": {"id": "x", "title": "x", "text": "x.md"},\n "entities": [\n  {"id": "a",\n   "knd": 1}\n ]\n}';
    const problems = problemsOf(parseDataset([datasetFolder({ 'graph.json': graph, 'x.md': 'x' })]));
    expect(problems.find(({ message }) => message.includes('"knd"'))?.line).toBe(5);
    expect(problems.find(({ message }) => message.includes('"name" is missing'))?.line).toBe(4);
    const broken = datasetFolder({ 'graph.json': '{\n "document": {},\n "entities": [}\n', 'x.md': 'x' });
    expect(problemsOf(parseDataset([broken]))).toEqual([
      { file: 'tea/graph.json', line: 3, message: expect.stringMatching(/^is not valid JSON/) },
    ]);
  });

  it('refuses what is not UTF-8, with its line', () => {
    const latin = Uint8Array.from(Buffer.from('# Tea\n\nAda met Ren\xe9e.', 'latin1'));
    expect(problemsOf(parseTea(undefined, latin))).toEqual([
      { file: 'tea/tea.md', line: 3, message: 'is not UTF-8 text' },
    ]);
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${TEA_GRAPH}`, 'utf16le'));
    const folder = datasetFolder({ 'graph.yaml': utf16, 'tea.md': TEA_TEXT });
    expect(problemsOf(parseDataset([folder]))).toEqual([
      { file: 'tea/graph.yaml', line: 1, message: 'is not UTF-8 text' },
    ]);
  });

  it('refuses a bomb of YAML aliases without building it', () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? 'l0: &l0 [x, x, x, x, x, x, x, x, x, x]'
        : `l${level}: &l${level} [${Array(10).fill(`*l${level - 1}`)}]`,
    );
    const folder = datasetFolder({
      'graph.yaml': `${levels.join('\n')}\nentities: *l11\n`,
      'tea.md': TEA_TEXT,
    });
    expect(problemsOf(parseDataset([folder]))[0]?.message).toMatch(/YAML aliases that cannot be followed/);
  });

  it('refuses an empty text, no graph file, and two graph files', () => {
    expect(problemsOf(parseTea(undefined, '# Tea\n')).map(({ message }) => message)).toContain(
      'holds no text',
    );
    expect(problemsOf(parseDataset([datasetFolder({ 'tea.md': TEA_TEXT })]))[0]?.message).toMatch(
      /^holds no graph.yaml/,
    );
    const both = datasetFolder({ 'graph.yaml': TEA_GRAPH, 'graph.json': '{}', 'tea.md': TEA_TEXT });
    expect(problemsOf(parseDataset([both]))[0]?.message).toMatch(/holds graph.yaml and graph.json; only one/);
  });

  it('answers any bytes with a problem, never with a crash', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('graph.yaml', 'graph.json'),
        fc.uint8Array({ maxLength: 200 }),
        (name, bytes) => {
          expect(problemsOf(parseDataset([datasetFolder({ [name]: bytes })])).length).toBeGreaterThan(0);
        },
      ),
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(problemsOf(parseDataset([datasetFolder({ 'graph.json': json })])).length).toBeGreaterThan(0);
      }),
    );
  });
});
