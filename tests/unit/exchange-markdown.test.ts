import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainInMarkdown } from '../../server/exchange/markdown-text.ts';
import { anyGraph } from '../fixtures/arbitrary-graph.ts';
import { exportedText } from '../fixtures/exported.ts';
import { exportOptions, oddGraph } from '../fixtures/odd-graph.ts';

it('tells a path hop by hop, with what else ties the same two, quotes and where they stand', async () => {
  const report = {
    question: 'How is *Japan* tied to the UK?',
    searched: 'Up to 6 links.',
    paths: [{ nodeIds: ['japan', 'uk'], relationshipIds: ['r2'] }],
    tell: async () =>
      new Map([
        [
          'r2',
          {
            sentence: 'Japan plans an alliance.',
            speakerName: 'A_B',
            citations: [{ quote: 'will [ally]', passage: 3, document: 'The Text' }],
          },
        ],
      ]),
  };
  const text = await exportedText('markdown', oddGraph, { ...exportOptions, report });
  expect(text).toMatch(/^# Japan – UK \\<1\\>\n\n\*\*Question:\*\* How is \\\*Japan\\\* tied to the UK\?\n/);
  expect(text).toContain(
    [
      '1. Japan plans an alliance. (planned, said by A\\_B)',
      '',
      '   > “will \\[ally\\]”',
      '   >',
      '   > — The Text, passage 3',
      '',
      '   Also between these two:',
      '',
      '   - ',
    ].join('\n'),
  );
  expect(text).toMatch(/## Other relationships\n\n- .*PRAISES.*\(2023-01\)/);
  expect(text).toContain('3 nodes, 4 relationships');
});

it('writes any graph, each relationship and node once', async () => {
  await fc.assert(
    fc.asyncProperty(anyGraph, async (graph) => {
      const text = await exportedText('markdown', graph);
      expect(text.match(/^- \*\*/gm) ?? []).toHaveLength(graph.nodes.length);
      expect(text.match(/^- (?!\*\*)/gm) ?? []).toHaveLength(graph.relationships.length);
    }),
  );
});

it('takes every meaning as markup out of a text', () => {
  expect(plainInMarkdown('# a\n- b')).toBe('\\# a - b');
  expect(plainInMarkdown('- b')).toBe('\\- b');
  expect(plainInMarkdown('1. c')).toBe('1\u200b. c');
  expect(plainInMarkdown('![x](y) <script> `c` $e$ &amp; a|b')).toBe(
    '!\\[x\\](y) \\<script\\> \\`c\\` \\$e\\$ \\&amp; a\\|b',
  );
});
