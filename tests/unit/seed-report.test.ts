import { describe, expect, it } from 'vitest';
import { parseDataset } from '../../graph-seed/parse-dataset.ts';
import { reportDataset } from '../../graph-seed/report-dataset.ts';
import { reportLines } from '../../graph-seed/seed-report.ts';
import { datasetFolder, datasetOf } from '../fixtures/dataset-folder.ts';
import { CAKE, TEA } from '../fixtures/two-documents.ts';

const HARBOUR = datasetFolder(
  {
    'graph.yaml': `document: { id: harbour, title: The harbour, text: harbour.txt }
entities:
  - { id: ada, name: Ada, kind: Person, summary: She., evidence: [{ passage: 1, quote: Ada }] }
  - { id: bo, name: Bo, kind: Person, summary: He. }
  - { id: quay, name: Quay, kind: Place, summary: A quay., evidence: [{ passage: 2, quote: the quay }] }
relationships:
  - { id: r1, from: ada, type: ASKED, to: bo, statement: Ada asked Bo., evidence: [{ passage: 1, quote: asked }] }
  - { id: r2, from: bo, type: SUPPORTS, to: ada, status: planned, statement: Bo helps Ada., evidence: [{ passage: 1, quote: would help }] }
`,
    'harbour.txt': 'Ada asked Bo. He would help! It rained.\n\n“The ship lay at the quay. 船が来た。\n\n…',
  },
  'harbour',
);

describe('the report of a document', () => {
  const [report] = reportDataset(datasetOf(parseDataset([HARBOUR])));
  if (report === undefined) throw new Error('there is no report');

  it('counts by kind, type and status, the most frequent first', () => {
    expect(report).toMatchObject({
      kinds: [
        ['Person', 2],
        ['Place', 1],
      ],
      types: [
        ['ASKED', 1],
        ['SUPPORTS', 1],
      ],
      statuses: [
        ['asserted', 1],
        ['planned', 1],
      ],
    });
  });

  it('names sentences that nothing rests on, loose entities and thin evidence', () => {
    expect(report.sentenceCount).toBe(5);
    expect(report.unusedSentences).toEqual([
      { passage: 1, text: 'It rained.' },
      { passage: 2, text: '“The ship lay at the quay.' },
      { passage: 2, text: '船が来た。' },
    ]);
    expect(report.unlinkedEntities).toEqual(['quay']);
    expect(report.unquotedEntities).toEqual(['bo']);
    expect(report.oneWordEvidence).toEqual([{ relationship: 'r1', passage: 1, quote: 'asked' }]);
  });

  it('reads as lines', () => {
    expect(reportLines(report)).toEqual([
      'The harbour (harbour)',
      '  3 passages with 5 sentences, 3 entities, 2 relationships',
      '  kinds:',
      '    2 Person',
      '    1 Place',
      '  types:',
      '    1 ASKED',
      '    1 SUPPORTS',
      '  statuses:',
      '    1 asserted',
      '    1 planned',
      '  sentences that no relationship uses: 3',
      '    passage 1: It rained.',
      '    passage 2: “The ship lay at the quay.',
      '    passage 2: 船が来た。',
      '  entities without links: 1',
      '    quay',
      '  entities without evidence: 1',
      '    bo',
      '  one-word evidence: 1',
      '    r1, passage 1: asked',
    ]);
  });
});

it('looks at each of several documents on its own', () => {
  const [tea, cake] = reportDataset(datasetOf(parseDataset([TEA, CAKE])));
  expect(tea).toMatchObject({ id: 'tea', relationshipCount: 3, unusedSentences: [{ passage: 1 }] });
  expect(cake).toMatchObject({ id: 'cake', relationshipCount: 2, unusedSentences: [], unlinkedEntities: [] });
});
