import { describe, expect, it } from 'vitest';
import type { VisibleGraph } from '../../client/workspace/visible-graph.ts';
import { neighboursOf, nodeToward, stepAround } from '../../client/workspace/walk-graph.ts';

const node = (id: string) => ({ id, labels: ['Place'], caption: id.toUpperCase(), properties: {} });
const link = (id: string, source: string, target: string) => ({
  id,
  type: 'NEAR',
  source,
  target,
  properties: {},
});

const graph: VisibleGraph = {
  nodes: ['a', 'b', 'c', 'd', '__proto__'].map(node),
  relationships: [
    link('1', 'a', 'c'),
    link('2', 'b', 'a'),
    link('3', 'a', 'c'),
    link('4', 'a', 'a'),
    link('5', 'c', 'd'),
    link('6', 'a', '__proto__'),
  ],
  hiddenNodeCount: 0,
  hiddenRelationshipCount: 0,
  unlinkedNodeCount: 0,
};

describe('the neighbours that one can walk to', () => {
  it('are those tied either way, by name, each with all its links; a loop leads nowhere', () => {
    const found = neighboursOf(graph, 'a');
    expect([...found.keys()]).toEqual(['__proto__', 'b', 'c']);
    expect(found.get('c')?.map(({ id }) => id)).toEqual(['1', '3']);
    expect([...neighboursOf(graph, 'd').keys()]).toEqual(['c']);
    expect(neighboursOf(graph, 'nobody').size).toBe(0);
  });
});

describe('walking in a direction', () => {
  const positions = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 10, y: 1 }],
    ['c', { x: 4, y: 9 }],
    ['d', { x: 30, y: 0 }],
    ['e', { x: 0, y: 0 }],
  ]);
  const toward = (direction: 'left' | 'right' | 'up' | 'down') =>
    nodeToward(['b', 'c', 'd', 'e', 'unplaced'], positions, 'a', direction);

  it('takes the near one that lies little aside; up is up', () => {
    expect(toward('right')).toBe('b');
    expect(toward('up')).toBe('c');
  });

  it('leads nowhere where none lies that way, or one stands on the same spot', () => {
    expect(toward('left')).toBeUndefined();
    expect(toward('down')).toBeUndefined();
    expect(nodeToward(['a'], positions, 'unplaced', 'up')).toBeUndefined();
  });
});

describe('going around the neighbours', () => {
  it('begins with the first, or backwards with the last, and comes round', () => {
    const names = ['x', 'y', 'z'];
    expect(stepAround(names, undefined, 1)).toBe('x');
    expect(stepAround(names, undefined, -1)).toBe('z');
    expect(stepAround(names, 'z', 1)).toBe('x');
    expect(stepAround(names, 'x', -1)).toBe('z');
    expect(stepAround([], 'x', 1)).toBeUndefined();
  });
});
