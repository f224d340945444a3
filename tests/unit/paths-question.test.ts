import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeWords, limitWords, questionWords } from '../../client/panels/paths/describe-question.ts';
import {
  type DraftQuestion,
  draftOf,
  EMPTY_DRAFT,
  movePlace,
  questionOf,
} from '../../client/panels/paths/draft-question.ts';
import { pathQuestionSchema } from '../../server/contract/paths.ts';

const nameOf = (id: string) => id.toUpperCase();
const node = (id: string) => ({ id, caption: nameOf(id), labels: [] });

const questionArbitrary = fc.record({
  from: fc.constant('a'),
  to: fc.constant('b'),
  via: fc.uniqueArray(fc.constantFrom('c', 'd', 'e'), { maxLength: 3 }),
  mode: fc.constantFrom('shortest', 'all-shortest', 'k-shortest'),
  k: fc.integer({ min: 1, max: 25 }),
  maxLength: fc.integer({ min: 1, max: 12 }),
  direction: fc.constantFrom('any', 'out'),
  types: fc.uniqueArray(fc.constantFrom('SIGNED', 'MET, OR NOT'), { maxLength: 2 }),
  avoidTypes: fc.uniqueArray(fc.constantFrom('LEADS'), { maxLength: 1 }),
  labels: fc.uniqueArray(fc.constantFrom('Country'), { maxLength: 1 }),
  avoidLabels: fc.uniqueArray(fc.constantFrom('Person'), { maxLength: 1 }),
  avoid: fc.uniqueArray(fc.constantFrom('x', 'y'), { maxLength: 2 }),
  asOf: fc.option(fc.constantFrom('2023', '2023-01'), { nil: undefined }),
});

describe('a question in the form', () => {
  it('is the question that it was filled with', () => {
    fc.assert(
      fc.property(questionArbitrary, (given) => {
        const question = pathQuestionSchema.parse(given);
        expect(pathQuestionSchema.parse(questionOf(draftOf(question, node)))).toEqual(question);
      }),
    );
  });

  it('is none while an end is missing, and leaves out stops that are not filled', () => {
    expect(questionOf({ ...EMPTY_DRAFT, from: node('a') })).toBeNull();
    const draft = { ...EMPTY_DRAFT, from: node('a'), to: node('b'), via: [null, node('c')] };
    expect(questionOf(draft)?.via).toEqual(['c']);
  });

  it('moves a place along the way, the ends too, and not past the ends', () => {
    const draft: DraftQuestion = { ...EMPTY_DRAFT, from: node('a'), via: [node('c'), null], to: node('b') };
    const way = ({ from, via, to }: DraftQuestion) => [from, ...via, to].map((place) => place?.id ?? '');
    expect(way(movePlace(draft, 1, 0))).toEqual(['c', 'a', '', 'b']);
    expect(way(movePlace(draft, 3, 2))).toEqual(['a', 'c', 'b', '']);
    expect(way(movePlace(draft, 0, 3))).toEqual(['c', '', 'b', 'a']);
    expect(movePlace(draft, 0, -1)).toBe(draft);
    expect(movePlace(draft, 3, 4)).toBe(draft);
  });
});

describe('a question in words', () => {
  it('names its ends, its stops and every limit', () => {
    const question = {
      from: 'a',
      to: 'b',
      via: ['c', 'd'],
      mode: 'k-shortest',
      k: 3,
      maxLength: 1,
      direction: 'out',
      statuses: ['planned'],
      types: ['MEMBER_OF'],
      avoidLabels: ['Person'],
      avoid: ['x'],
      asOf: '2023-01',
    } as const;
    const open = { ...question, via: [...question.via], statuses: [...question.statuses] };
    const parsed = pathQuestionSchema.parse(open);
    expect(questionWords(parsed, nameOf)).toBe('How is A tied to B, by way of C and D?');
    expect(limitWords(parsed, nameOf).join(', ')).toBe(
      'the 3 shortest paths, up to 1 link, along the arrows, only planned links, only by "member of", not through person, avoiding X, as of Jan 2023',
    );
  });

  it('tells what a relaxed question changed', () => {
    const before = pathQuestionSchema.parse({
      from: 'a',
      to: 'b',
      via: ['c'],
      avoid: ['x'],
      direction: 'out',
    });
    const after = pathQuestionSchema.parse({ from: 'a', to: 'b', maxLength: 8 });
    expect(changeWords(before, after, nameOf)).toEqual([
      'without the stops',
      'up to 8 links',
      'either way',
      'no longer avoiding X',
    ]);
    expect(changeWords(before, before, nameOf)).toEqual([]);
  });
});
