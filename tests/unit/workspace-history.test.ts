import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amendStep,
  beforeGroup,
  NO_HISTORY,
  redoStep,
  replaceStep,
  STEP_LIMIT,
  settleStep,
  type Timeline,
  takeStep,
  undoStep,
} from '../../client/workspace/history.ts';
import { addGraph } from '../../client/workspace/steps/add-graph.ts';
import { hideNodes } from '../../client/workspace/steps/hide-nodes.ts';
import { moveNodes, placeNodes } from '../../client/workspace/steps/place-nodes.ts';
import { setFilter } from '../../client/workspace/steps/set-filter.ts';
import { emptyContent } from '../../client/workspace/workspace-content.ts';
import { changeArbitrary, IDS, oneChange, pointArbitrary } from '../fixtures/arbitrary-change.ts';

const start = (): Timeline => ({ content: emptyContent(), history: NO_HISTORY });

describe('undo and redo', () => {
  it('return the exact state after any steps', () => {
    fc.assert(
      fc.property(fc.array(changeArbitrary, { maxLength: 12 }), (changes) => {
        const states = [start()];
        for (const change of changes) {
          const before = states.at(-1) ?? start();
          const after = takeStep(before, 'a step', change);
          if (after.history.past.length > before.history.past.length) states.push(after);
        }
        let at = states.at(-1) ?? start();
        for (const state of states.toReversed()) {
          expect(at.content).toEqual(state.content);
          at = undoStep(at);
        }
        for (const state of states.slice(1)) {
          at = redoStep(at);
          expect(at.content).toEqual(state.content);
        }
      }),
    );
  });

  it('return every place of 10,000 nodes after a layout', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `n${index}`);
    const graph = {
      nodes: ids.map((id) => ({ id, labels: ['Place'], caption: id, properties: {} })),
      relationships: [],
    };
    const places = (shift: number) => new Map(ids.map((id, index) => [id, { x: index + shift, y: -index }]));
    const added = takeStep(start(), 'Add', addGraph(graph, places(0)));
    const laid = takeStep(added, 'Lay out', placeNodes(places(7)));
    const undone = undoStep(laid);
    expect(undone.content.positions).toEqual(places(0));
    expect(redoStep(undone).content.positions).toEqual(places(7));
  });

  it('name each step, and forget what was undone once something new is done', () => {
    const graph = {
      nodes: [{ id: 'a', labels: ['Place'], caption: 'A', properties: {} }],
      relationships: [],
    };
    const added = takeStep(start(), 'Add A', addGraph(graph, new Map()));
    const moved = takeStep(added, 'Move A', moveNodes(new Map([['a', { x: 3, y: 4 }]])));
    expect(moved.history.past.map(({ name }) => name)).toEqual(['Add A', 'Move A']);
    const undone = undoStep(moved);
    expect(undone.history.future.map(({ name }) => name)).toEqual(['Move A']);
    expect(undone.content.positions.get('a')).toEqual({ x: 0, y: 0 });
    expect(undone.content.pinned.has('a')).toBe(false);
    const hidden = takeStep(undone, 'Hide A', hideNodes(['a']));
    expect(hidden.history.future).toEqual([]);
  });

  it('do nothing where there is nothing to undo or redo, and a change of nothing is no step', () => {
    const begin = start();
    expect(undoStep(begin)).toBe(begin);
    expect(redoStep(begin)).toBe(begin);
    expect(takeStep(begin, 'Hide nothing', hideNodes(['nobody'])).history.past).toEqual([]);
  });

  it('keep a limited number of steps', () => {
    let at = start();
    for (let index = 0; index < STEP_LIMIT + 5; index += 1) {
      at = takeStep(at, `step ${index}`, setFilter('types', `T${index}`, true));
    }
    expect(at.history.past).toHaveLength(STEP_LIMIT);
    expect(at.history.past[0]?.name).toBe('step 5');
  });
});

describe('steps of a group', () => {
  const start: Timeline = { content: emptyContent(), history: NO_HISTORY };
  const add = (id: string) =>
    addGraph({ nodes: [{ id, labels: [], caption: id, properties: {} }], relationships: [] }, new Map());
  const ids = ({ content }: Timeline) => [...content.nodes.keys()];

  it('replace each other, so that looking through answers is one step', () => {
    const first = replaceStep(start, 'a', 'g', add('a'));
    const second = replaceStep(first, 'b', 'g', add('b'));
    expect(ids(second)).toEqual(['b']);
    expect(second.history.past.map(({ name }) => name)).toEqual(['b']);
    expect(undoStep(second).content).toEqual(start.content);
    expect(ids(redoStep(undoStep(second)))).toEqual(['b']);
    expect(beforeGroup(second, 'g').content).toEqual(start.content);
    expect(beforeGroup(second, 'other')).toBe(second);
  });

  it('stay beside those of another group, and once they are settled', () => {
    const first = replaceStep(start, 'a', 'g', add('a'));
    expect(ids(replaceStep(first, 'b', 'h', add('b')))).toEqual(['a', 'b']);
    const settled = settleStep(first, 'kept', 'g');
    const next = replaceStep(settled, 'b', 'g', add('b'));
    expect(next.history.past.map(({ name }) => name)).toEqual(['kept', 'b']);
    expect(ids(undoStep(next))).toEqual(['a']);
  });
});

describe('amending a step', () => {
  it('is as though it had done so from the first, for every state before and after', () => {
    const placed = pointArbitrary.map((at) => placeNodes(new Map(IDS.map((id) => [id, at]))));
    const more = fc.oneof(placed, oneChange);
    const changes = fc.array(changeArbitrary, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(changes, more, fc.nat(), fc.nat(8), (all, change, pick, undone) => {
        let at = start();
        for (const each of all) at = takeStep(at, 'a step', each);
        const { past } = at.history;
        const index = pick % (past.length + 1);
        const id = past[index]?.id ?? null;
        const before = [...statesOf(at)];
        for (let count = 0; count < undone; count += 1) at = undoStep(at);
        const isDone = id === null || at.history.past.some((step) => step.id === id);
        const amended = amendStep(at, id, change);
        expect(amended.history.past.map(({ name }) => name)).toEqual(at.history.past.map(({ name }) => name));
        if (!isDone) {
          expect(amended.content).toEqual(at.content);
          return;
        }
        const states = [...statesOf(amended)];
        // What came before the step is as it was; what it ends with has the change.
        if (id !== null) expect(states.slice(0, index + 1)).toEqual(before.slice(0, index + 1));
        const from = id === null ? 0 : index + 1;
        const expected = takeStep(
          { content: before[from] ?? emptyContent(), history: NO_HISTORY },
          '',
          change,
        );
        expect(states[from]).toEqual(expected.content);
        // Undo and redo lead through the same states.
        let there = amended;
        for (const _ of amended.history.past) there = undoStep(there);
        for (const state of states) {
          expect(there.content).toEqual(state);
          there = redoStep(there);
        }
      }),
    );
  });
});

/** The content at the beginning, and after each step, done or undone. */
function* statesOf(timeline: Timeline) {
  let at = timeline;
  while (at.history.past.length > 0) at = undoStep(at);
  yield at.content;
  while (at.history.future.length > 0) {
    at = redoStep(at);
    yield at.content;
  }
}
