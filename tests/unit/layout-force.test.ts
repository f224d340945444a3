import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentsOf } from '../../client/layout/components.ts';
import { roomFor } from '../../client/layout/label-room.ts';
import type { LayoutRequest } from '../../client/layout/layout-model.ts';
import { makeRoom } from '../../client/layout/make-room.ts';
import { createRandom } from '../../client/layout/random.ts';
import { runLayout } from '../../client/layout/run-layout.ts';

/** A graph of hubs and leaves with captions of all lengths. */
function sampleRequest(count: number, linkCount: number, seed = 1): LayoutRequest {
  const random = createRandom(seed);
  const pick = (power: number) => `n${Math.floor(random() ** power * count)}`;
  return {
    nodes: Array.from({ length: count }, (_, index) => ({
      id: `n${index}`,
      radius: 8,
      caption: 'Agreement on access and basing '.slice(0, 5 + Math.floor(random() * 26)),
    })),
    links: Array.from({ length: linkCount }, () => ({ source: pick(2), target: pick(1) })),
    aspect: 1.6,
  };
}

describe('the layout of a graph', () => {
  it('is the same for the same graph', () => {
    const request = sampleRequest(60, 120);
    expect(runLayout('force', request)).toEqual(runLayout('force', request));
  });

  it('leaves room for every name of a middling graph', () => {
    const request = sampleRequest(70, 150);
    const positions = runLayout('force', request);
    let covered = 0;
    for (const first of request.nodes) {
      for (const second of request.nodes) {
        const [a, b] = [positions.get(first.id), positions.get(second.id)];
        if (first.id >= second.id || !a || !b) continue;
        const [roomA, roomB] = [roomFor(first), roomFor(second)];
        const apart =
          Math.abs(a.x - b.x) > roomA.halfWidth + roomB.halfWidth - 1 ||
          (a.y >= b.y ? a.y - b.y > roomA.down + roomB.up - 1 : b.y - a.y > roomB.down + roomA.up - 1);
        if (!apart) covered++;
      }
    }
    expect(covered).toBeLessThanOrEqual(1);
  });

  it('is about as wide as the room, and in its middle', () => {
    for (const aspect of [1.6, 0.6]) {
      const positions = [...runLayout('force', { ...sampleRequest(70, 150), aspect }).values()];
      const xs = positions.map(({ x }) => x);
      const ys = positions.map(({ y }) => y);
      const ratio = (Math.max(...xs) - Math.min(...xs)) / (Math.max(...ys) - Math.min(...ys));
      expect(ratio / aspect).toBeGreaterThan(0.6);
      expect(ratio / aspect).toBeLessThan(1.7);
    }
  });

  it('gives every node a finite place, whatever the graph', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__', 'constructor');
    const request = fc.record({
      nodes: fc.uniqueArray(fc.record({ id, radius: fc.constant(8), caption: fc.string() }), {
        selector: (node) => node.id,
      }),
      links: fc.array(fc.record({ source: id, target: id }), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(request, (asked) => {
        const positions = runLayout('force', asked);
        expect([...positions.keys()].sort()).toEqual(asked.nodes.map((node) => node.id).sort());
        for (const { x, y } of positions.values())
          expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps fixed nodes where they are', () => {
    const fixed = { n3: { x: 250, y: -40 }, n5: { x: -100, y: 90 } };
    const positions = runLayout('force', { ...sampleRequest(30, 50), fixed });
    expect([positions.get('n3'), positions.get('n5')]).toEqual([fixed.n3, fixed.n5]);
  });

  it('copes with a few thousand nodes', () => {
    const positions = [...runLayout('force', sampleRequest(2000, 4000)).values()];
    expect(positions).toHaveLength(2000);
    expect(positions.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(new Set(positions.map(({ x, y }) => `${x} ${y}`)).size).toBeGreaterThan(1980);
  });
});

it('finds what hangs together, the largest first', () => {
  expect(componentsOf(['a', 'b', 'c', 'd'], [{ source: 'b', target: 'd' }])).toEqual([
    ['b', 'd'],
    ['a'],
    ['c'],
  ]);
  expect(componentsOf(['a'], [{ source: 'a', target: 'elsewhere' }])).toEqual([['a']]);
});

it('pushes rectangles apart and leaves fixed ones alone', () => {
  const positions = [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 0 },
  ];
  const room = { halfWidth: 20, up: 10, down: 10 };
  makeRoom(positions, [room, room, room], [true, false, false]);
  expect(positions[0]).toEqual({ x: 0, y: 0 });
  for (const [first, second] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    const dx = Math.abs((positions[first]?.x ?? 0) - (positions[second]?.x ?? 0));
    const dy = Math.abs((positions[first]?.y ?? 0) - (positions[second]?.y ?? 0));
    expect(dx > 39 || dy > 19).toBe(true);
  }
});
