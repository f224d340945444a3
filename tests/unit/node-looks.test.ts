import { describe, expect, it } from 'vitest';
import { REST_FILL } from '../../client/look/kinds.ts';
import { scaleColour } from '../../client/look/number-scale.ts';
import {
  fillsByGroup,
  fillsByScale,
  groupsOf,
  middleOf,
  radiiBy,
  scaleOf,
  shareOf,
} from '../../client/panels/appearance/look-of-nodes.ts';
import { numberProperties } from '../../client/panels/appearance/measure-names.ts';
import type { VisibleGraph } from '../../client/workspace/visible-graph.ts';
import type { Properties } from '../../server/contract/graph.ts';

function graph(
  ids: readonly string[],
  links: readonly [string, string][],
  properties: Properties[] = [],
): VisibleGraph {
  return {
    nodes: ids.map((id, index) => ({
      id,
      labels: ['X'],
      caption: id.toUpperCase(),
      properties: properties[index] ?? {},
    })),
    relationships: links.map(([source, target], index) => ({
      id: `r${index}`,
      type: 'R',
      source,
      target,
      properties: {},
    })),
    hiddenNodeCount: 0,
    hiddenRelationshipCount: 0,
    unlinkedNodeCount: 0,
  };
}
const values = (of: VisibleGraph, numbers: Record<string, number>) => ({
  of,
  numbers: new Map(Object.entries(numbers)),
});

describe('looks by a number', () => {
  const visible = graph(['a', 'b', 'c', 'd'], []);
  const told = values(visible, { a: 0, b: 25, c: 100 });

  it('run from the least to the most; what has no number is grey and small', () => {
    const scale = scaleOf('property:age', told, 4);
    expect(scale).toEqual({ low: 0, high: 100, steep: false, missing: 1 });
    const fills = fillsByScale(scale, told, visible);
    expect(fills.get('a')?.light).toBe(scaleColour(0, 'light'));
    expect(fills.get('c')?.dark).toBe(scaleColour(1, 'dark'));
    expect(fills.get('d')).toBe(REST_FILL);
    const radii = radiiBy(told, visible);
    expect([radii.get('a'), radii.get('b'), radii.get('c'), radii.get('d')]).toEqual([5, 12.5, 20, 4]);
  });

  it('of links are spread by their root, and the middle of the scale is told for that', () => {
    const scale = scaleOf('degree', told, 4);
    expect(shareOf(scale, 25)).toBe(0.5);
    expect(middleOf(scale)).toBe(25);
    expect(middleOf(scaleOf('property:x', told, 4))).toBe(50);
  });

  it('are even where all numbers are the same or there are none', () => {
    const same = values(visible, { a: 3, b: 3 });
    expect(radiiBy(same, visible).get('a')).toBe(radiiBy(same, visible).get('b'));
    expect(shareOf(scaleOf('degree', same, 4), 3)).toBe(0.5);
    expect(scaleOf('degree', values(visible, {}), 4)).toMatchObject({ low: 0, high: 0, missing: 4 });
  });

  it('are offered for properties that are numbers and differ', () => {
    const nodes = graph(
      ['a', 'b', 'c'],
      [],
      [
        { age: 1, same: 2, code: '7', big: { $type: 'Integer', value: '9' } },
        { age: 2, same: 2, code: 'x', big: 3 },
      ],
    ).nodes;
    expect(numberProperties(new Map(nodes.map((node) => [node.id, node])))).toEqual(['age', 'big']);
  });
});

describe('looks by group', () => {
  const links: [string, string][] = [
    ['a', 'b'],
    ['a', 'c'],
    ['a', 'a'],
    ['d', 'e'],
  ];
  const visible = graph(['a', 'b', 'c', 'd', 'e', 'f'], links);
  const told = values(visible, { a: 0, b: 0, c: 0, d: 1, e: 1, f: 2 });

  it('name a group after its best linked node, leave single ones grey, and differ', () => {
    const colours = groupsOf(told, visible);
    expect(colours.groups.map(({ leader, nodeIds }) => [leader.caption, nodeIds.length])).toEqual([
      ['A', 3],
      ['D', 2],
    ]);
    expect(colours.rest).toEqual({ groupCount: 1, nodeCount: 1 });
    const fills = fillsByGroup(colours, visible);
    expect(fills.get('b')).toBe(fills.get('c'));
    expect(fills.get('b')).not.toBe(fills.get('e'));
    expect(fills.get('f')).toBe(REST_FILL);
  });

  it('keep their colours when their order and their numbers change', () => {
    const before = fillsByGroup(groupsOf(told, visible), visible);
    const larger = graph(['d', 'e', 'a', 'b', 'c', 'g', 'h'], links);
    const again = values(larger, { a: 1, b: 1, c: 1, d: 0, e: 0, g: 0, h: 0 });
    const after = fillsByGroup(groupsOf(again, larger), larger);
    expect(after.get('a')).toBe(before.get('a'));
    expect(after.get('d')).toBe(before.get('d'));
  });

  it('have colours for the nine largest only', () => {
    const ids = Array.from({ length: 24 }, (_, index) => `n${index}`);
    const many = graph(ids, []);
    const numbers = Object.fromEntries(ids.map((id, index) => [id, Math.floor(index / 2)]));
    const colours = groupsOf(values(many, numbers), many);
    expect(new Set(colours.groups.map(({ fill }) => fill)).size).toBe(9);
    expect(colours.rest).toEqual({ groupCount: 3, nodeCount: 6 });
  });
});
