import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import type { SceneGraph } from '../../client/scene/scene-model.ts';
import {
  applyGraph,
  type EdgeAttributes,
  lineStyleOf,
  type NodeAttributes,
  radiusOfDegree,
} from '../../client/scene/stage-graph.ts';

const NODE = { caption: 'N', label: 'Person', degree: 1, x: 0, y: 0 };
const FIRST: SceneGraph = {
  nodes: [
    { ...NODE, id: 'a' },
    { ...NODE, id: 'b', x: 10 },
  ],
  relationships: [{ id: 'ab', source: 'a', target: 'b', type: 'KNOWS', status: 'planned' }],
};

function drawn(graph: SceneGraph = FIRST) {
  const target = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  applyGraph(target, graph, 'light');
  return target;
}

describe('the drawn graph follows the asked one', () => {
  it('the same graph changes nothing', () => {
    const target = drawn();
    const events: string[] = [];
    for (const name of [
      'nodeAttributesUpdated',
      'edgeAttributesUpdated',
      'nodeDropped',
      'edgeDropped',
    ] as const) {
      target.on(name, () => events.push(name));
    }
    expect(applyGraph(target, FIRST, 'light')).toEqual({ changed: false, moved: [], replaced: false });
    expect(events).toEqual([]);
  });

  it('adds, changes and removes only what differs', () => {
    const target = drawn();
    const next: SceneGraph = {
      nodes: [
        { ...NODE, id: 'b', x: 10, caption: 'B' },
        { ...NODE, id: 'c', x: 20 },
      ],
      relationships: [{ id: 'cb', source: 'c', target: 'b', type: 'KNOWS' }],
    };
    expect(applyGraph(target, next, 'light').changed).toBe(true);
    expect(target.nodes().sort()).toEqual(['b', 'c']);
    expect(target.edges()).toEqual(['cb']);
    expect(target.getNodeAttribute('b', 'caption')).toBe('B');
  });

  it('a relationship whose ends changed is drawn anew', () => {
    const target = drawn();
    applyGraph(
      target,
      { ...FIRST, relationships: [{ id: 'ab', source: 'b', target: 'a', type: 'KNOWS' }] },
      'light',
    );
    expect(target.extremities('ab')).toEqual(['b', 'a']);
  });

  it('tells who is asked to move, and moves nobody by itself', () => {
    const target = drawn();
    const next = { ...FIRST, nodes: FIRST.nodes.map((node) => ({ ...node, y: node.id === 'b' ? 5 : 0 })) };
    expect(applyGraph(target, next, 'light').moved).toEqual([{ id: 'b', x: 10, y: 5 }]);
    expect(target.getNodeAttribute('b', 'y')).toBe(0);
  });

  it('leaves out what has no place or misses an end: sigma would throw', () => {
    const target = drawn({
      nodes: [
        { ...NODE, id: 'a' },
        { ...NODE, id: 'lost', x: Number.NaN },
      ],
      relationships: [
        { id: 'x', source: 'a', target: 'lost', type: 'T' },
        { id: 'y', source: 'a', target: 'nowhere', type: 'T' },
        { id: 'loop', source: 'a', target: 'a', type: 'T' },
      ],
    });
    expect(target.nodes()).toEqual(['a']);
    expect(target.edges()).toEqual(['loop']);
    expect(target.getEdgeAttributes('loop')).toMatchObject({ loop: true, type: 'curved' });
  });

  it('the other scheme has other colours', () => {
    const target = drawn();
    const before = target.getNodeAttribute('a', 'color');
    applyGraph(target, FIRST, 'dark');
    expect(target.getNodeAttribute('a', 'color')).not.toBe(before);
  });
});

it('each status has its line, an unknown one is solid', () => {
  expect(
    ['asserted', 'attributed', 'planned', 'negated', 'background', 'toString', undefined].map(lineStyleOf),
  ).toEqual(['solid', 'marked', 'dashed', 'denied', 'dotted', 'solid', 'solid']);
});

it('radii grow with the degree from 6 to 18 pixels', () => {
  expect(radiusOfDegree(0)).toBe(6);
  expect(radiusOfDegree(4)).toBeCloseTo(10.4);
  expect(radiusOfDegree(100_000)).toBe(18);
});
