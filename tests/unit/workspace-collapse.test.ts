import { describe, expect, it } from 'vitest';
import { NO_HISTORY, type Timeline, takeStep, undoStep } from '../../client/workspace/history.ts';
import { addGraph } from '../../client/workspace/steps/add-graph.ts';
import { collapseNode, expandedIn, rememberBrought } from '../../client/workspace/steps/collapse-node.ts';
import { inOrder } from '../../client/workspace/steps/in-order.ts';
import { moveNodes } from '../../client/workspace/steps/place-nodes.ts';
import { showPath } from '../../client/workspace/steps/show-path.ts';
import { emptyContent } from '../../client/workspace/workspace-content.ts';
import type { Graph } from '../../server/contract/graph.ts';

/** `a-b` is a link from a to b; nodes are those that links name. */
function graphOf(...links: string[]): Graph {
  const ends = links.map((link) => link.split('-'));
  return {
    nodes: [...new Set(ends.flat())].map((id) => ({ id, labels: ['Place'], caption: id, properties: {} })),
    relationships: ends.map(([source = '', target = '']) => ({
      id: `${source}-${target}`,
      type: 'NEAR',
      source,
      target,
      properties: {},
    })),
  };
}

/** The canvas after each node was expanded in turn, with the links that this brought. */
function expanded(first: Graph, ...expansions: [string, ...string[]][]): Timeline {
  let at: Timeline = takeStep(
    { content: emptyContent(), history: NO_HISTORY },
    'first',
    addGraph(first, new Map()),
  );
  for (const [by, ...links] of expansions) {
    const graph = graphOf(...links);
    const newcomers = graph.nodes.filter(({ id }) => !at.content.nodes.has(id));
    const remember = rememberBrought(new Map(newcomers.map(({ id }) => [id, by])));
    at = takeStep(at, `expand ${by}`, inOrder(addGraph(graph, new Map()), remember));
  }
  return at;
}

const nodesOf = ({ content }: Timeline) => [...content.nodes.keys()].sort().join(' ');
const collapse = (at: Timeline, id: string) => takeStep(at, `collapse ${id}`, collapseNode(id));

describe('collapsing a node', () => {
  it('takes away exactly what its expansion brought, with its links, and undo brings it back', () => {
    const before = expanded(graphOf('a-b'), ['a', 'a-c', 'a-d', 'c-d']);
    const after = collapse(before, 'a');
    expect(nodesOf(after)).toBe('a b');
    expect([...after.content.relationships.keys()]).toEqual(['a-b']);
    expect([...after.content.positions.keys()].sort()).toEqual(['a', 'b']);
    expect(expandedIn(after.content).size).toBe(0);
    expect(undoStep(after).content).toEqual(before.content);
  });

  it('is no step where the node brought nothing', () => {
    const before = expanded(graphOf('a-b'));
    expect(collapse(before, 'a')).toEqual(before);
  });

  it('leaves what is linked with something that did not come with it', () => {
    const after = collapse(expanded(graphOf('a-b'), ['a', 'a-c', 'b-c', 'a-d']), 'a');
    expect(nodesOf(after)).toBe('a b c');
    expect(after.content.relationships.has('a-c')).toBe(true);
  });

  it('leaves what was pinned by hand and what is on the path', () => {
    const grown = expanded(graphOf('a-b'), ['a', 'a-c', 'a-d', 'a-e']);
    const pinned = takeStep(grown, 'move', moveNodes(new Map([['c', { x: 1, y: 2 }]])));
    const traced = takeStep(pinned, 'path', showPath({ nodeIds: ['b', 'a', 'd'], relationshipIds: [] }));
    expect(nodesOf(collapse(traced, 'a'))).toBe('a b c d');
  });

  it('leaves what was itself expanded, and hands over what another expanded node is tied to', () => {
    const grown = expanded(graphOf('a-b'), ['a', 'a-c', 'a-d'], ['b', 'b-d', 'b-e']);
    const once = collapse(grown, 'a');
    expect(nodesOf(once)).toBe('a b d e');
    expect(nodesOf(collapse(once, 'b'))).toBe('a b d');
    // Without the link to `a` nothing else ties it, and it goes with the last that brought it.
    const apart = expanded(graphOf('b-a'), ['a', 'a-c'], ['c', 'c-d']);
    expect(nodesOf(collapse(apart, 'a'))).toBe('a b c d');
    expect(nodesOf(collapse(collapse(apart, 'c'), 'a'))).toBe('a b');
  });
});
