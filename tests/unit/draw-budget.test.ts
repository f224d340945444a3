import { describe, expect, it } from 'vitest';
import { groupByNeighbours } from '../../client/layout/group-by-neighbours.ts';
import { quickPlaces } from '../../client/layout/quick-places.ts';
import { allowDrawn, useMore, withinBudget } from '../../client/panels/budget/ask-more.ts';
import { bestConnected, DRAW_BUDGET, exceedsBudget } from '../../client/workspace/draw-budget.ts';

const node = (id: string) => ({ id, labels: ['Person'], caption: id, properties: {} });
const link = (source: string, target: string) => ({
  id: `${source}-${target}`,
  type: 'KNOWS',
  source,
  target,
  properties: {},
});
const many = (count: number, prefix = 'n') => Array.from({ length: count }, (_, i) => node(`${prefix}${i}`));

describe('how much is drawn without asking', () => {
  it('ends with so many nodes, or so many relationships', () => {
    const { nodes, relationships } = DRAW_BUDGET;
    expect(exceedsBudget({ nodes, relationships })).toBe(false);
    expect(exceedsBudget({ nodes: nodes + 1, relationships: 0 })).toBe(true);
    expect(exceedsBudget({ nodes: 1, relationships: relationships + 1 })).toBe(true);
  });

  it('the best connected newcomers come with what ties them, and those that are there stay', () => {
    const graph = {
      nodes: ['there', 'hub', 'leaf', 'other', '__proto__'].map(node),
      relationships: [
        link('hub', 'there'),
        link('hub', 'leaf'),
        link('other', '__proto__'),
        link('hub', 'hub'),
      ],
    };
    const best = bestConnected(graph, (id) => id === 'there', 1);
    expect(best.nodes.map(({ id }) => id)).toEqual(['there', 'hub']);
    expect(best.relationships.map(({ id }) => id)).toEqual(['hub-there', 'hub-hub']);
    expect(bestConnected(graph, () => false, 10)).toEqual(graph);
  });

  it('is asked before more comes, once for so much', async () => {
    allowDrawn(0);
    const there = new Map(many(DRAW_BUDGET.nodes - 10).map((each) => [each.id, each]));
    const few = { nodes: many(10, 'few'), relationships: [] };
    expect(await withinBudget(few, there)).toBe(few);

    const more = { nodes: many(500, 'more'), relationships: [] };
    const best = withinBudget(more, there);
    const { question } = useMore.getState();
    expect(question).toMatchObject({ newcomers: 500, total: DRAW_BUDGET.nodes + 490, best: 10 });
    question?.answer('best');
    expect((await best).nodes).toHaveLength(10);

    const none = withinBudget(more, there);
    useMore.getState().question?.answer(null);
    await expect(none).rejects.toMatchObject({ name: 'AbortError' });

    const all = withinBudget(more, there);
    useMore.getState().question?.answer('all');
    expect(await all).toBe(more);
    expect(await withinBudget(more, there)).toBe(more);
    allowDrawn(0);
  });
});

describe('passable places for a large graph', () => {
  it('nodes that hang together are grouped, and no group takes all', () => {
    const clique = (from: number) =>
      Array.from({ length: 10 }, (_, i) =>
        Array.from({ length: i }, (_, j) => [from + i, from + j] as const),
      ).flat();
    const groups = groupByNeighbours(20, [...clique(0), ...clique(10), [3, 14]]);
    expect(new Set(groups.slice(0, 10)).size).toBe(1);
    expect(new Set(groups.slice(10)).size).toBe(1);
    expect(groups[0]).not.toBe(groups[10]);
    const star = groupByNeighbours(
      2000,
      Array.from({ length: 1999 }, (_, i) => [0, i + 1] as const),
    );
    const sizes = new Map<number, number>();
    for (const group of star) sizes.set(group, (sizes.get(group) ?? 0) + 1);
    expect(Math.max(...sizes.values())).toBeLessThan(400);
  });

  it('are finite, apart, and the same for the same graph', () => {
    const nodes = Array.from({ length: 500 }, (_, i) => ({ id: `n${i}`, radius: 6 + (i % 9), caption: '' }));
    const links = Array.from({ length: 900 }, (_, i) => ({
      source: `n${(i * 7) % 480}`,
      target: `n${(i * i) % 470}`,
    }));
    const places = quickPlaces({ nodes, links });
    expect(places.size).toBe(500);
    const seen = new Set([...places.values()].map(({ x, y }) => `${x} ${y}`));
    expect(seen.size).toBeGreaterThan(490);
    for (const { x, y } of places.values()) expect(Number.isFinite(x + y)).toBe(true);
    expect(quickPlaces({ nodes, links })).toEqual(places);
  });
});
