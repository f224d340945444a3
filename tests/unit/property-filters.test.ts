import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barAt, edgeAfterKey, gripAt, rangeWhileHeld } from '../../client/panels/brush/brush-range.ts';
import { datedProperties } from '../../client/panels/timeline/dated-properties.ts';
import { dayOf, isoOfDay, spanOfDate, spanOfText } from '../../client/workspace/date-span.ts';
import { distributionOf, numberBars } from '../../client/workspace/distribution.ts';
import { type PropertyRule, passesFilter } from '../../client/workspace/property-filter.ts';
import { revealNode } from '../../client/workspace/steps/hide-nodes.ts';
import { showEverything } from '../../client/workspace/steps/set-filter.ts';
import { setPropertyFilter } from '../../client/workspace/steps/set-property-filter.ts';
import { showPath } from '../../client/workspace/steps/show-path.ts';
import { timeBars } from '../../client/workspace/time-bars.ts';
import { visibleGraph } from '../../client/workspace/visible-graph.ts';
import { createWorkspace } from '../../client/workspace/workspace.ts';
import type { Graph, PropertyValue } from '../../server/contract/graph.ts';

const spanWords = (text: string) => {
  const span = spanOfText(text);
  return span && `${isoOfDay(span.first)} ${isoOfDay(span.last)}`;
};

describe('dates known in part', () => {
  it.each([
    ['2023', '2023-01-01 2023-12-31'],
    ['2024-02', '2024-02-01 2024-02-29'],
    ['2023-02', '2023-02-01 2023-02-28'],
    ['2023-12', '2023-12-01 2023-12-31'],
    ['2023-01-13', '2023-01-13 2023-01-13'],
    ['2023-01-13T23:59:00+09:00', '2023-01-13 2023-01-13'],
    ['0043-03-15', '0043-03-15 0043-03-15'],
    ['1969-07-20', '1969-07-20 1969-07-20'],
    ['2023-13', null],
    ['2023-02-30', null],
    ['2023-00', null],
    ['late in 2022', null],
    ['12', null],
    ['', null],
  ])('%s is %s', (text, expected) => {
    expect(spanWords(text)).toBe(expected);
  });

  it('are read from typed values and from lists, and from nothing else', () => {
    expect(spanOfDate({ $type: 'Date', value: '1970-01-02' })).toEqual({ first: 1, last: 1 });
    expect(spanOfDate({ $type: 'DateTime', value: '1970-01-02T10:00:00Z' })).toEqual({ first: 1, last: 1 });
    expect(spanOfDate({ $type: 'Duration', value: 'P1D' })).toBe(null);
    expect(spanOfDate(['1970', '1969-12-31'])).toEqual({ first: -1, last: 364 });
    expect(spanOfDate(['1970', 'later'])).toBe(null);
    for (const value of [undefined, null, 2023, true, []]) expect(spanOfDate(value)).toBe(null);
  });
});

describe('how values spread', () => {
  it('numbers: every number is in one bar, and the bars join', () => {
    const numbers = fc.oneof(
      fc.integer({ min: -1e6, max: 1e6 }),
      fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
    );
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 2, maxLength: 60 }), (values) => {
        const bars = numberBars(values);
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        expect(bars.length).toBeLessThanOrEqual(26);
        for (const value of values)
          expect(bars.some(({ low, high }) => value >= low && value <= high)).toBe(true);
        const isWhole = values.every(Number.isSafeInteger);
        bars.slice(1).forEach(({ low }, place) => {
          expect(low).toBe((bars[place]?.high ?? 0) + (isWhole ? 1 : 0));
        });
      }),
    );
  });

  it('whole numbers have bars of whole numbers', () => {
    expect(numberBars([1, 2, 2, 5])).toEqual([
      { low: 1, high: 1, count: 1 },
      { low: 2, high: 2, count: 2 },
      { low: 3, high: 3, count: 0 },
      { low: 4, high: 4, count: 0 },
      { low: 5, high: 5, count: 1 },
    ]);
  });

  it('few texts are counted, lists by their entries; many are searched; what is missing is counted', () => {
    expect(distributionOf(['a', ['b', 'a', 'a'], undefined, null, '', true])).toEqual({
      kind: 'names',
      names: [
        { name: 'a', count: 2 },
        { name: 'b', count: 1 },
        { name: 'true', count: 1 },
      ],
      missing: 3,
    });
    const many = Array.from({ length: 13 }, (_, index) => `text ${index}`);
    expect(distributionOf(many)).toEqual({ kind: 'text', distinct: 13, missing: 0 });
    expect(distributionOf([])).toEqual({ kind: 'names', names: [], missing: 0 });
  });

  it('a stray text among numbers or dates counts as missing', () => {
    const numbers = [...Array.from({ length: 19 }, (_, index) => index), 'n/a'];
    expect(distributionOf(numbers)).toMatchObject({ kind: 'numbers', missing: 1 });
    expect(distributionOf(['2022', '2023-01', undefined])).toMatchObject({ kind: 'dates', missing: 1 });
    expect(distributionOf(['2022', 'soon'])).toMatchObject({ kind: 'names' });
  });
});

describe('bars of time', () => {
  const bars = (...texts: string[]) => {
    const found = timeBars(texts.flatMap((text) => spanOfText(text) ?? []));
    return found && [found.unit, found.bars.length];
  };
  it('are as fine as the span and what is known of the dates allow', () => {
    expect(bars()).toBe(null);
    expect(bars('2023-01-13')).toEqual(['day', 1]);
    expect(bars('2023-01-13', '2023-02-02')).toEqual(['day', 21]);
    expect(bars('2022-11-30', '2023-02-02')).toEqual(['day', 65]);
    expect(bars('2021-11-30', '2023-02-02')).toEqual(['month', 16]);
    expect(bars('2021', '2022', '2023-02-02')).toEqual(['year', 3]);
    expect(bars('1951-09-08', '2023-02-02')).toEqual(['year', 73]);
    expect(bars('0043-03-15', '2023')).toEqual(['century', 21]);
  });

  it('tell what is sure from what is only possible', () => {
    const found = timeBars(
      ['2022-12', '2023', '2023-01', '2023-01', '2023-02'].flatMap((each) => spanOfText(each) ?? []),
    );
    expect(
      found?.bars.slice(0, 4).map(({ first, sure, possible }) => [isoOfDay(first), sure, possible]),
    ).toEqual([
      ['2022-12-01', 1, 0],
      ['2023-01-01', 2, 1],
      ['2023-02-01', 1, 1],
      ['2023-03-01', 0, 1],
    ]);
  });

  it('of a part of the time are finer, and hold what may lie in it', () => {
    const spans = ['1951-09-08', '2022-12', '2023', '2023-01-13', '2023-02'].flatMap(
      (each) => spanOfText(each) ?? [],
    );
    expect(timeBars(spans)?.unit).toBe('year');
    const found = timeBars(spans, { first: dayOf(2022, 1, 1), last: dayOf(2023, 12, 31) });
    expect(found?.unit).toBe('month');
    expect(
      found?.bars.slice(0, 3).map(({ first, sure, possible }) => [isoOfDay(first), sure, possible]),
    ).toEqual([
      ['2022-12-01', 1, 0],
      ['2023-01-01', 1, 1],
      ['2023-02-01', 1, 1],
    ]);
    expect(timeBars(spans, { first: 0, last: 10 })).toBe(null);
  });

  it('cover every date', () => {
    const day = fc.integer({ min: dayOf(1, 1, 1), max: dayOf(9999, 12, 31) });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), (days) => {
        const found = timeBars(days.map((each) => ({ first: each, last: each })));
        expect(found?.bars.reduce((sum, { sure }) => sum + sure, 0)).toBe(days.length);
        expect(found?.bars.length).toBeLessThanOrEqual(130);
      }),
    );
  });
});

describe('a filter by a property', () => {
  const shown = (
    rule: PropertyRule | null,
    hidesMissing: boolean,
    ...values: (PropertyValue | undefined)[]
  ) => values.map((value) => passesFilter({ rule, hidesMissing }, value));
  it('by numbers has both ends inside and leaves alone what is no number until that is hidden too', () => {
    const rule: PropertyRule = { kind: 'numbers', low: 2, high: 4 };
    const big: PropertyValue = { $type: 'Integer', value: '9007199254740993' };
    expect(shown(rule, false, 1, 2, 4, 4.5, big, 'x', undefined)).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
    expect(shown(rule, true, 3, 'x', undefined, null)).toEqual([true, false, false, false]);
  });

  it('by dates shows what may lie in the range', () => {
    const rule: PropertyRule = { kind: 'dates', from: '2023-01-10', to: '2023-01-20' };
    expect(shown(rule, false, '2023', '2023-01', '2023-01-10', '2023-01-20')).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(shown(rule, false, '2022', '2023-02', '2023-01-09', '2023-01-21')).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(shown({ kind: 'dates', from: null, to: '2022' }, true, '2021', '2022-01-02', undefined)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('by names hides a list only when all of it is hidden, and by text takes no notice of case and accents', () => {
    expect(shown({ kind: 'names', hidden: ['a'] }, false, 'a', 'b', ['a', 'b'], ['a'], undefined)).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
    expect(shown({ kind: 'text', contains: 'ECOLE' }, true, 'École', 'x', ['y', 'école'], undefined)).toEqual(
      [true, false, true, false],
    );
    expect(shown(null, true, 0, false, '', undefined)).toEqual([true, true, false, false]);
  });
});

const GRAPH: Graph = {
  nodes: ['a', 'b', 'c'].map((id, index) => ({
    id,
    labels: ['Country'],
    caption: id,
    properties: index === 2 ? {} : { size: index, constructor: 'x' },
  })),
  relationships: [
    { id: 'ab', type: 'KNOWS', source: 'a', target: 'b', properties: { date: '2022', when: 'late in 2022' } },
    { id: 'aa', type: 'KNOWS', source: 'a', target: 'a', properties: { date: '2023-01-13' } },
    {
      id: 'ba',
      type: 'KNOWS',
      source: 'b',
      target: 'a',
      properties: { seen: { $type: 'Date', value: '2020-01-01' } },
    },
  ],
};

describe('property filters of the workspace', () => {
  const opened = () => {
    const store = createWorkspace();
    store.getState().open(GRAPH, new Map());
    return store;
  };
  const drawn = (store: ReturnType<typeof opened>) => {
    const { nodes, relationships } = visibleGraph(store.getState().content);
    return [...nodes, ...relationships].map(({ id }) => id).join(' ');
  };

  it('hide, are counted, and go with everything else that hides', () => {
    const store = opened();
    const { step } = store.getState();
    step(
      'size',
      setPropertyFilter('nodes', 'size', {
        rule: { kind: 'numbers', low: 1, high: null },
        hidesMissing: false,
      }),
    );
    expect(drawn(store)).toBe('b c');
    expect(visibleGraph(store.getState().content)).toMatchObject({
      hiddenNodeCount: 1,
      hiddenRelationshipCount: 3,
    });
    step('path', showPath({ nodeIds: ['a', 'b'], relationshipIds: ['ab'] }));
    expect(drawn(store)).toBe('a b c ab aa ba');
    store.getState().undo();
    step('reveal', revealNode('a', 'Country'));
    expect(drawn(store)).toBe('a b c ab aa ba');
    store.getState().undo();
    step('all', showEverything());
    expect(drawn(store)).toBe('a b c ab aa ba');
    store.getState().undo();
    store.getState().undo();
    expect(drawn(store)).toBe('a b c ab aa ba');
  });

  it('by a name that objects have of their own are about the property alone', () => {
    const store = opened();
    store.getState().step('x', setPropertyFilter('nodes', 'constructor', { rule: null, hidesMissing: true }));
    expect(drawn(store)).toBe('a b ab aa ba');
  });

  it('that are drawn are one step, and none where they end as they began', () => {
    const store = opened();
    const { replaceStep, settleStep } = store.getState();
    const draw = (from: string | null) =>
      replaceStep(
        'Filter by date',
        'g',
        setPropertyFilter('relationships', 'date', {
          rule: { kind: 'dates', from, to: null },
          hidesMissing: false,
        }),
      );
    draw('2022-06-01');
    draw('2023-01-01');
    settleStep('Filter by date', 'g');
    expect(drawn(store)).toBe('a b c aa ba');
    expect(store.getState().history.past).toHaveLength(1);
    store.getState().undo();
    draw('2023-01-01');
    draw(null);
    expect(store.getState().history.past).toHaveLength(0);
    expect(drawn(store)).toBe('a b c ab aa ba');
  });

  it('keep what is drawn the same object while nodes only move', () => {
    const store = opened();
    const before = visibleGraph(store.getState().content);
    store.getState().step('move', (draft) => void draft.positions.set('a', { x: 9, y: 9 }));
    expect(visibleGraph(store.getState().content)).toBe(before);
  });

  it('by time find the properties that hold dates', () => {
    expect(datedProperties(new Map(GRAPH.relationships.map((each) => [each.id, each])))).toEqual([
      'date',
      'seen',
    ]);
  });
});

describe('drawing a range', () => {
  const whole = { from: 0, to: 9 };
  it('takes hold of an edge, of the range, or of the bars', () => {
    expect(gripAt(3, 100, 10, whole)).toEqual({ part: 'from' });
    expect(gripAt(96, 100, 10, whole)).toEqual({ part: 'to' });
    expect(gripAt(55, 100, 10, whole)).toEqual({ part: 'new', at: 5 });
    expect(gripAt(500, 1000, 10, { from: 3, to: 6 })).toEqual({
      part: 'whole',
      at: 5,
      start: { from: 3, to: 6 },
    });
    expect(barAt(-5, 100, 10)).toBe(0);
    expect(barAt(500, 100, 10)).toBe(9);
    expect(barAt(5, 0, 10)).toBe(0);
  });

  it('keeps the edges in order and the range inside', () => {
    const range = { from: 3, to: 6 };
    expect(rangeWhileHeld({ part: 'from' }, 9, 10, range)).toEqual({ from: 6, to: 6 });
    expect(rangeWhileHeld({ part: 'to' }, 1, 10, range)).toEqual({ from: 3, to: 3 });
    expect(rangeWhileHeld({ part: 'new', at: 5 }, 2, 10, whole)).toEqual({ from: 2, to: 5 });
    expect(rangeWhileHeld({ part: 'whole', at: 4, start: range }, 9, 10, range)).toEqual({ from: 6, to: 9 });
    expect(rangeWhileHeld({ part: 'whole', at: 4, start: range }, 0, 10, range)).toEqual({ from: 0, to: 3 });
  });

  it('moves edges by keys', () => {
    expect(edgeAfterKey('ArrowRight', 'from', 10, whole)).toEqual({ from: 1, to: 9 });
    expect(edgeAfterKey('Home', 'to', 10, { from: 3, to: 6 })).toEqual({ from: 3, to: 3 });
    expect(edgeAfterKey('End', 'from', 10, { from: 3, to: 6 })).toEqual({ from: 6, to: 6 });
    expect(edgeAfterKey('PageDown', 'to', 40, { from: 3, to: 39 })).toEqual({ from: 3, to: 35 });
    expect(edgeAfterKey('toString', 'to', 10, whole)).toBe(null);
  });
});
