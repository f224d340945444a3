import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, placeOf } from '../../client/panels/location-hash.ts';
import { findStop, firstStop } from '../../client/panels/reading/find-stop.ts';
import { findWords } from '../../client/panels/reading/find-words.ts';
import { restingOn, splitPassage } from '../../client/panels/reading/split-passage.ts';
import { toneOf } from '../../client/panels/reading/tone-of.ts';
import type { LitPart } from '../../client/panels/screen-store.ts';
import type { Passage } from '../../server/contract/documents.ts';

const FIRST: Passage = {
  id: 'p1',
  number: 1,
  text: 'Japan met the UK in London. They signed a pact 🤝 there.',
  marks: [
    { start: 0, end: 16, relationship: 'r1' },
    { start: 0, end: 5, node: 'japan' },
    { start: 14, end: 26, relationship: 'r2' },
    { start: 33, end: 46, relationship: 'r3' },
    { start: 20, end: 99, node: 'beyond the end' },
  ],
};
const SECOND: Passage = { id: 'p2', number: 2, text: 'Nothing is marked here.', marks: [] };
const THIRD: Passage = {
  id: 'p3',
  number: 3,
  text: 'Japan again.',
  marks: [
    { start: 0, end: 5, node: 'japan' },
    { start: 0, end: 12, relationship: 'r1' },
  ],
};
const PASSAGES = [FIRST, SECOND, THIRD];
const segmentsOf = (passage: Passage) => splitPassage(passage).flatMap(({ segments }) => segments);

describe('a passage with marks', () => {
  it('is cut at every sentence and mark, each piece with all that rests on it', () => {
    expect(splitPassage(FIRST).map(({ start, end }) => FIRST.text.slice(start, end))).toEqual([
      'Japan met the UK in London.',
      'They signed a pact 🤝 there.',
    ]);
    const [japan, met, uk, london] = segmentsOf(FIRST);
    expect(segmentsOf(FIRST).map(({ text }) => text)).toEqual([
      'Japan',
      ' met the ',
      'UK',
      ' in London',
      '. ',
      'They ',
      'signed a pact',
      ' 🤝 there.',
    ]);
    expect(japan).toMatchObject({ nodeIds: ['japan'], relationshipIds: ['r1'], opens: true });
    expect(met).toMatchObject({ nodeIds: [], relationshipIds: ['r1'], opens: false });
    expect(uk?.relationshipIds).toEqual(['r1', 'r2']);
    expect(london?.relationshipIds).toEqual(['r2']);
  });

  it('is whole again when joined, whatever the text and the marks', () => {
    const span = fc.tuple(fc.integer({ min: -2, max: 60 }), fc.integer({ min: -2, max: 60 }));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.array(span), (text, spans) => {
        const marks = spans.map(([start, end], index) => ({ start, end, relationship: `r${index}` }));
        const segments = segmentsOf({ id: 'p', number: 1, text, marks });
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        for (const { start, end, relationshipIds } of segments)
          expect([...relationshipIds].sort()).toEqual(
            [...restingOn({ text, marks }, start, end).relationshipIds].sort(),
          );
      }),
    );
  });

  it('says what rests on any words of it, once each', () => {
    expect(restingOn(FIRST, 0, FIRST.text.length)).toEqual({
      nodeIds: ['japan'],
      relationshipIds: ['r1', 'r2', 'r3'],
    });
    expect(restingOn(FIRST, 16, 17)).toEqual({ nodeIds: [], relationshipIds: ['r2'] });
    expect(restingOn(SECOND, 0, 5)).toEqual({ nodeIds: [], relationshipIds: [] });
  });
});

describe('the keyboard in a text', () => {
  it('goes from mark to mark and from sentence to sentence, over passages without any, and back', () => {
    const first = firstStop(PASSAGES, 'sentence');
    expect(first).toEqual({ passageId: 'p1', kind: 'sentence', start: 0 });
    const walked: unknown[] = [];
    let stop = first;
    while (stop) {
      walked.push([stop.passageId, stop.start]);
      stop = findStop(PASSAGES, stop, 'mark', 1);
    }
    expect(walked).toEqual([
      ['p1', 0],
      ['p1', 0],
      ['p1', 14],
      ['p1', 33],
      ['p3', 0],
    ]);
    const last = { passageId: 'p3', kind: 'mark', start: 0 } as const;
    expect(findStop(PASSAGES, last, 'mark', -1)).toEqual({ passageId: 'p1', kind: 'mark', start: 33 });
    expect(findStop(PASSAGES, last, 'sentence', -1)).toEqual({ passageId: 'p3', kind: 'sentence', start: 0 });
    expect(findStop(PASSAGES, last, 'sentence', 1)).toBeNull();
    expect(firstStop([SECOND], 'mark')).toBeNull();
  });
});

describe('the words to show', () => {
  const lit: LitPart = {
    words: 'x',
    nodeIds: ['japan'],
    relationshipIds: ['r3'],
    place: { documentId: 'other', passageId: 'o1', start: 0, end: 1 },
  };
  const find = (asked: Partial<Parameters<typeof findWords>[2]>) =>
    findWords('doc', PASSAGES, { place: { documentId: 'doc' }, selection: null, lit: null, ...asked });

  it('are those asked for, else those of the selected, else those of what is lit elsewhere', () => {
    expect(find({ place: { documentId: 'doc', passageId: 'p3', start: 0, end: 5 } })).toEqual({
      passageId: 'p3',
      start: 0,
      end: 5,
    });
    expect(find({ selection: { kind: 'relationship', id: 'r2' }, lit })).toMatchObject({ start: 14 });
    expect(find({ selection: { kind: 'node', id: 'japan' }, lit })).toMatchObject({ start: 33 });
    expect(find({ selection: { kind: 'node', id: 'japan' } })).toMatchObject({ passageId: 'p1', start: 0 });
    expect(find({ lit: { ...lit, relationshipIds: [] } })).toMatchObject({ passageId: 'p1', start: 0 });
    expect(find({ selection: { kind: 'node', id: 'nobody' } })).toBeNull();
  });

  it('stand out where they were chosen, and in another text by their links only', () => {
    const tone = (documentId: string, passageId: string, of: LitPart) =>
      segmentsOf(FIRST).map((segment) => toneOf(segment, { documentId, passageId }, null, of));
    const here = { ...lit, place: { documentId: 'doc', passageId: 'p1', start: 2, end: 16 } };
    expect(tone('doc', 'p1', here).slice(0, 4)).toEqual(['lit', 'lit', 'lit', undefined]);
    expect(tone('doc', 'p2', here).filter(Boolean)).toEqual([]);
    expect(
      tone('doc', 'p1', lit)
        .map((each) => each === 'lit')
        .lastIndexOf(true),
    ).toBe(6);
    expect(tone('doc', 'p1', lit)[0]).toBeUndefined();
  });
});

describe('the address of words and of an answer', () => {
  it('reads back what it wrote', () => {
    const place = {
      selection: null,
      question: null,
      around: { around: ['a,b', 'c&d'], types: ['KNOWS'], hops: 2 },
      reading: { documentId: 'd/1', passageId: 'd/1.p2', start: 3, end: 9 },
    };
    expect(placeOf(hashOf(place))).toEqual(place);
  });

  it('leaves out what makes no sense', () => {
    expect(placeOf('#around=a&hops=99').around).toBeUndefined();
    expect(placeOf('#around=&hops=1').around).toBeUndefined();
    expect(placeOf('#text=d&passage=p&words=9').reading).toEqual({ documentId: 'd', passageId: 'p' });
  });
});
