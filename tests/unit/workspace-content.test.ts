import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { countContent, countDegrees } from '../../client/workspace/count-content.ts';
import { addGraph } from '../../client/workspace/steps/add-graph.ts';
import type { Change } from '../../client/workspace/steps/change.ts';
import { hideNodes, isolateNodes, isolatePart, revealNode } from '../../client/workspace/steps/hide-nodes.ts';
import { inOrder } from '../../client/workspace/steps/in-order.ts';
import { setFilter, setUnlinkedHidden, showEverything } from '../../client/workspace/steps/set-filter.ts';
import { showPath } from '../../client/workspace/steps/show-path.ts';
import { isNodeVisible, visibleGraph } from '../../client/workspace/visible-graph.ts';
import { createWorkspace } from '../../client/workspace/workspace.ts';
import { emptyContent } from '../../client/workspace/workspace-content.ts';
import type { Graph } from '../../server/contract/graph.ts';

const GRAPH: Graph = {
  nodes: [
    { id: 'japan', labels: ['Entity', 'Country'], caption: 'Japan', properties: {} },
    { id: 'uk', labels: ['Country', 'Entity'], caption: 'United Kingdom', properties: {} },
    { id: 'nato', labels: ['Entity', 'Institution'], caption: 'NATO', properties: {} },
  ],
  relationships: [
    { id: 'r1', type: 'ALLIED_WITH', source: 'japan', target: 'uk', properties: { status: 'asserted' } },
    { id: 'r2', type: 'MEMBER_OF', source: 'uk', target: 'nato', properties: { status: 'background' } },
    { id: 'r3', type: 'KNOWS', source: 'uk', target: 'uk', properties: {} },
    { id: 'r4', type: 'KNOWS', source: 'uk', target: 'nobody', properties: {} },
  ],
};
const PLACES = new Map([
  ['japan', { x: 1, y: 2 }],
  ['uk', { x: 3, y: 4 }],
]);

function gatheredAfter(...changes: Change[]) {
  return produce(emptyContent(), inOrder(addGraph(GRAPH, PLACES), ...changes));
}
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe('gathering', () => {
  it('leaves out relationships with an end that is not there, and places every node', () => {
    const content = gatheredAfter();
    expect([...content.relationships.keys()]).toEqual(['r1', 'r2', 'r3']);
    expect(content.positions.get('uk')).toEqual({ x: 3, y: 4 });
    expect(content.positions.get('nato')).toEqual({ x: 0, y: 0 });
  });

  it('moves nothing that was there, and brings back what was put aside', () => {
    const elsewhere = new Map([['uk', { x: 99, y: 99 }]]);
    const content = gatheredAfter(
      hideNodes(['uk', 'japan']),
      addGraph({ ...GRAPH, nodes: GRAPH.nodes.slice(1) }, elsewhere),
    );
    expect(content.positions.get('uk')).toEqual({ x: 3, y: 4 });
    expect([...content.hiddenNodes]).toEqual(['japan']);
  });

  it('counts kinds, types and statuses, hidden ones too', () => {
    expect(countContent(gatheredAfter(hideNodes(['uk'])))).toEqual({
      labels: [
        { name: 'Country', count: 2 },
        { name: 'Institution', count: 1 },
      ],
      types: [
        { name: 'ALLIED_WITH', count: 1 },
        { name: 'KNOWS', count: 1 },
        { name: 'MEMBER_OF', count: 1 },
      ],
      statuses: [
        { name: 'asserted', count: 1 },
        { name: 'background', count: 1 },
      ],
      documents: [],
    });
    expect(countDegrees(gatheredAfter().relationships).get('uk')).toBe(3);
  });
});

describe('what is drawn', () => {
  it('is without background links at first, and says how much is hidden', () => {
    const graph = visibleGraph(gatheredAfter());
    expect(ids(graph.relationships)).toEqual(['r1', 'r3']);
    expect(graph.hiddenRelationshipCount).toBe(1);
    expect(graph.hiddenNodeCount).toBe(0);
  });

  it('has no relationship of a hidden node', () => {
    const graph = visibleGraph(gatheredAfter(setFilter('labels', 'Country', true)));
    expect(ids(graph.nodes)).toEqual(['nato']);
    expect(graph.relationships).toEqual([]);
    expect(graph.hiddenNodeCount).toBe(2);
    expect(ids(visibleGraph(gatheredAfter(setFilter('types', 'ALLIED_WITH', true))).relationships)).toEqual([
      'r3',
    ]);
  });

  it('has the path on show whatever the filters say', () => {
    const content = gatheredAfter(
      setFilter('labels', 'Country', true),
      showPath({ nodeIds: ['japan', 'uk', 'nato'], relationshipIds: ['r1', 'r2'] }),
    );
    const graph = visibleGraph(content);
    expect(ids(graph.nodes)).toEqual(['japan', 'uk', 'nato']);
    expect(ids(graph.relationships)).toEqual(['r1', 'r2', 'r3']);
    expect(isNodeVisible(content, 'japan')).toBe(true);
  });

  it('is without nodes that have no link left of those they had, where that is wished', () => {
    const withoutLinks = [setFilter('types', 'ALLIED_WITH', true), setFilter('types', 'MEMBER_OF', true)];
    const kept = visibleGraph(gatheredAfter(...withoutLinks));
    expect(ids(kept.nodes)).toEqual(['japan', 'uk', 'nato']);
    expect(kept.unlinkedNodeCount).toBe(2);
    const content = gatheredAfter(...withoutLinks, setUnlinkedHidden(true));
    const graph = visibleGraph(content);
    expect(ids(graph.nodes)).toEqual(['uk']);
    expect(graph.hiddenNodeCount).toBe(2);
    expect(isNodeVisible(content, 'nato')).toBe(false);
    const shown = gatheredAfter(...withoutLinks, setUnlinkedHidden(true), revealNode('nato', 'Institution'));
    expect(isNodeVisible(shown, 'nato')).toBe(true);
    expect(visibleGraph(gatheredAfter(setUnlinkedHidden(true), showEverything())).hiddenNodeCount).toBe(0);
  });

  it('keeps nodes without a link that never had one, that were left alone by hand, or that are on the path', () => {
    const lone: Graph = {
      nodes: [{ id: 'lone', labels: ['Entity', 'Country'], caption: 'Lone', properties: {} }],
      relationships: [],
    };
    const hide = setUnlinkedHidden(true);
    expect(ids(visibleGraph(gatheredAfter(addGraph(lone, PLACES), hide)).nodes)).toContain('lone');
    expect(ids(visibleGraph(gatheredAfter(hide, isolateNodes(['japan']))).nodes)).toEqual(['japan']);
    const path = showPath({ nodeIds: ['japan', 'uk', 'nato'], relationshipIds: [] });
    const types = ['ALLIED_WITH', 'MEMBER_OF', 'KNOWS'].map((type) => setFilter('types', type, true));
    expect(ids(visibleGraph(gatheredAfter(...types, hide)).nodes)).toEqual([]);
    expect(ids(visibleGraph(gatheredAfter(...types, hide, path)).nodes)).toEqual(['japan', 'uk', 'nato']);
  });

  it('is only what was isolated, and all again when everything is shown', () => {
    expect(ids(visibleGraph(gatheredAfter(isolateNodes(['uk', 'nobody']))).nodes)).toEqual(['uk']);
    const all = visibleGraph(
      gatheredAfter(isolateNodes(['uk']), setFilter('types', 'KNOWS', true), showEverything()),
    );
    expect(all.hiddenNodeCount + all.hiddenRelationshipCount).toBe(0);
  });
});

describe('what several documents say', () => {
  const said = (...documents: string[]) => ({ properties: { documents } });
  const told: Graph = {
    nodes: [
      { id: 'a', labels: ['Person'], caption: 'A', ...said('one', 'two') },
      { id: 'b', labels: ['Person'], caption: 'B', ...said('one') },
      { id: 'c', labels: ['Person'], caption: 'C', ...said('two') },
      { id: 'd', labels: ['Person'], caption: 'D', properties: {} },
    ],
    relationships: [
      { id: 'ab', type: 'KNOWS', source: 'a', target: 'b', ...said('one') },
      { id: 'ac', type: 'KNOWS', source: 'a', target: 'c', ...said('two') },
      { id: 'ad', type: 'KNOWS', source: 'a', target: 'd', ...said('one') },
    ],
  };
  const tell = (...changes: Change[]) => produce(emptyContent(), inOrder(addGraph(told, PLACES), ...changes));

  it('is counted by document, and hidden only with every document that says it', () => {
    expect(countContent(tell()).documents).toEqual([
      { name: 'one', count: 4 },
      { name: 'two', count: 3 },
    ]);
    const graph = visibleGraph(tell(setFilter('documents', 'one', true)));
    expect(ids(graph.nodes)).toEqual(['a', 'c', 'd']);
    expect(ids(graph.relationships)).toEqual(['ac']);
    const none = visibleGraph(tell(setFilter('documents', 'one', true), setFilter('documents', 'two', true)));
    expect(ids(none.nodes)).toEqual(['d']);
  });

  it('is left alone by isolating a part, whose other links are put aside until everything is shown', () => {
    const part = visibleGraph(tell(isolatePart(['a', 'b', 'd'], ['ab'])));
    expect(ids(part.nodes)).toEqual(['a', 'b', 'd']);
    expect(ids(part.relationships)).toEqual(['ab']);
    const nodes = visibleGraph(tell(isolatePart(['a', 'b', 'd'], ['ab']), isolateNodes(['a', 'd'])));
    expect(ids(nodes.relationships)).toEqual(['ad']);
    const all = visibleGraph(tell(isolatePart(['a'], []), showEverything()));
    expect(all.hiddenNodeCount + all.hiddenRelationshipCount).toBe(0);
  });
});

describe('the workspace', () => {
  it('opens without a step, selects without a step, and undoes what was done', () => {
    const store = createWorkspace();
    store.getState().open(GRAPH, PLACES);
    store.getState().select({ kind: 'node', id: 'uk' });
    expect(store.getState().history.past).toEqual([]);
    store.getState().step('Hide United Kingdom', hideNodes(['uk']));
    expect(isNodeVisible(store.getState().content, 'uk')).toBe(false);
    store.getState().undo();
    expect(isNodeVisible(store.getState().content, 'uk')).toBe(true);
    expect(store.getState().selection).toEqual({ kind: 'node', id: 'uk' });
    store.getState().redo();
    expect(isNodeVisible(store.getState().content, 'uk')).toBe(false);
  });
});
