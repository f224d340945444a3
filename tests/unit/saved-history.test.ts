import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_HISTORY, redoStep, type Timeline, takeStep, undoStep } from '../../client/workspace/history.ts';
import { fromPlain, toPlain } from '../../client/workspace/saved/plain-values.ts';
import { restoreHistory, saveHistory } from '../../client/workspace/saved/save-history.ts';
import { addGraph } from '../../client/workspace/steps/add-graph.ts';
import { placeNodes } from '../../client/workspace/steps/place-nodes.ts';
import { setFilter } from '../../client/workspace/steps/set-filter.ts';
import { setPropertyFilter } from '../../client/workspace/steps/set-property-filter.ts';
import { emptyContent } from '../../client/workspace/workspace-content.ts';
import { changeArbitrary } from '../fixtures/arbitrary-change.ts';

const MUCH = 1_000_000;
const start = (): Timeline => ({ content: emptyContent(), history: NO_HISTORY });
const filtered = (count: number) =>
  Array.from({ length: count }, (_, index) => setFilter('types', `T${index}`, true)).reduce(
    (at, change, index) => takeStep(at, `step ${index}`, change),
    start(),
  );

function restored({ content, history }: Timeline, mostLetters = MUCH): Timeline {
  return { content, history: restoreHistory(saveHistory(history, mostLetters), content) };
}

it('values with maps, sets and odd names come back from JSON as they were', () => {
  const key = fc.constantFrom('$', 'of', '__proto__', 'constructor', 'a');
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map((entries) => new Map(entries)),
      fc.array(key, { maxLength: 3 }).map((names) => new Set(names)),
      fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map((entries) => Object.fromEntries(entries)),
    ),
  }));
  fc.assert(
    fc.property(value, (any) => {
      const again = fromPlain(JSON.parse(JSON.stringify(toPlain(any))));
      expect(again).toEqual(any);
      expect(JSON.stringify(toPlain(again))).toBe(JSON.stringify(toPlain(any)));
    }),
  );
});

describe('a history that was saved', () => {
  it('leads back and forth through the same states', () => {
    fc.assert(
      fc.property(fc.array(changeArbitrary, { maxLength: 10 }), fc.nat(10), (changes, undone) => {
        let at = start();
        for (const change of changes) at = takeStep(at, 'a step', change);
        for (let count = 0; count < undone; count += 1) at = undoStep(at);
        let again = restored(at);
        expect(again.history.past.map(({ name }) => name)).toEqual(at.history.past.map(({ name }) => name));
        expect(again.history.future).toHaveLength(at.history.future.length);
        while (at.history.past.length > 0) {
          at = undoStep(at);
          again = undoStep(again);
          expect(again.content).toEqual(at.content);
        }
        while (at.history.future.length > 0) {
          at = redoStep(at);
          again = redoStep(again);
          expect(again.content).toEqual(at.content);
        }
      }),
    );
  });

  it('has odd properties and filters as they were', () => {
    const properties = JSON.parse('{"$": "map", "of": [["a", 1]], "none": null, "list": [1, "2"]}');
    const graph = { nodes: [{ id: '$', labels: [], caption: '日本', properties }], relationships: [] };
    const added = takeStep(start(), 'Add', addGraph(graph, new Map([['$', { x: 0.1 + 0.2, y: -1e-7 }]])));
    const rule = { kind: 'names', hidden: ['$', '__proto__'] } as const;
    const done = takeStep(added, 'Filter', setPropertyFilter('nodes', '$', { rule, hidesMissing: true }));
    const again = restored(undoStep(undoStep(done)));
    expect(redoStep(again).content).toEqual(added.content);
    expect(redoStep(redoStep(again)).content).toEqual(done.content);
  });

  it('is bounded, the farthest steps left out', () => {
    const names = (timeline: Timeline) => timeline.history.past.map(({ name }) => name);
    expect(names(restored(filtered(60)))).toEqual(names(filtered(60)).slice(-50));
    const some = names(restored(filtered(60), 900));
    expect(some.length).toBeGreaterThan(1);
    expect(some).toEqual(names(filtered(60)).slice(-some.length));
    expect(saveHistory(filtered(60).history, 900).length).toBeLessThan(1000);
    const ids = Array.from({ length: 30_000 }, (_, index) => `n${index}`);
    const many = {
      nodes: ids.map((id) => ({ id, labels: [], caption: id, properties: {} })),
      relationships: [],
    };
    const laid = takeStep(
      takeStep(filtered(1), 'Add', addGraph(many, new Map())),
      'Lay out',
      placeNodes(new Map(ids.map((id) => [id, { x: 1, y: 2 }]))),
    );
    expect(names(restored(laid))).toEqual([]);
  });

  it('is none where it is damaged, of another version, or leads nowhere', () => {
    const { content, history } = filtered(3);
    const text = saveHistory(history, MUCH);
    for (const bad of [
      '',
      'null',
      text.slice(0, -5),
      text.replace('"version":1', '"version":2'),
      text.replaceAll('"filters"', '"nowhere"'),
      text.replace('"op":"', '"op":"no'),
    ])
      expect(restoreHistory(bad, content)).toEqual(NO_HISTORY);
    expect(restoreHistory(text, content).past).toHaveLength(3);
  });

  it('has steps that no other step of the page is taken for', () => {
    const { content, history } = filtered(3);
    const again = restored({ content, history }).history.past.map(({ id }) => id);
    expect(new Set([...again, ...history.past.map(({ id }) => id)]).size).toBe(6);
  });
});
