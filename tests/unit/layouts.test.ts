import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomIn } from '../../client/layout/label-room.ts';
import {
  LAYOUT_NAMES,
  type LayoutName,
  type LayoutRequest,
  type Positions,
} from '../../client/layout/layout-model.ts';
import { createRandom } from '../../client/layout/random.ts';
import { runLayout } from '../../client/layout/run-layout.ts';
import { spreadAngles } from '../../client/layout/spread-angles.ts';

const KINDS = ['Person', 'Country', 'Agreement', 'Event'];
const TIDY: readonly LayoutName[] = ['by-kind', 'circular', 'grid', 'radial', 'hierarchical'];

function sampleRequest(count: number, linkCount: number, seed = 1): LayoutRequest {
  const random = createRandom(seed);
  const pick = (power: number) => `n${Math.floor(random() ** power * count)}`;
  return {
    nodes: Array.from({ length: count }, (_, index) => ({
      id: `n${index}`,
      radius: 6 + 12 * random(),
      caption: 'Agreement on access and basing '.slice(0, 5 + Math.floor(random() * 26)),
      kind: KINDS[Math.floor(random() * KINDS.length)] ?? '',
    })),
    links: Array.from({ length: linkCount }, () => ({ source: pick(2), target: pick(1) })),
  };
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  return items
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** Pairs of nodes whose discs and names cover each other by more than a unit; found by sweeping along x. */
function coveredPairs({ nodes }: LayoutRequest, positions: Positions): string[] {
  const roomOf = roomIn(nodes.length);
  const boxes = nodes
    .map((node) => ({ id: node.id, ...(positions.get(node.id) ?? { x: 0, y: 0 }), ...roomOf(node) }))
    .sort((one, other) => one.x - other.x);
  const widest = Math.max(...boxes.map(({ halfWidth }) => halfWidth));
  const covered: string[] = [];
  boxes.forEach((a, index) => {
    for (let next = index + 1; next < boxes.length; next++) {
      const b = boxes[next];
      if (!b || b.x - a.x > a.halfWidth + widest) break;
      if (b.x - a.x > a.halfWidth + b.halfWidth - 1) continue;
      const free = a.y >= b.y ? a.y - a.down - (b.y + b.up) : b.y - b.down - (a.y + a.up);
      if (free < -1) covered.push(`${a.id} ${b.id}`);
    }
  });
  return covered;
}

const anyRequest = fc
  .record({
    count: fc.integer({ min: 0, max: 24 }),
    ends: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 50 }),
    captions: fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 24, maxLength: 24 }),
  })
  .map(({ count, ends, captions }): LayoutRequest => {
    const idOf = (index: number) => (index === 0 ? '__proto__' : index === 1 ? 'constructor' : `n${index}`);
    return {
      nodes: Array.from({ length: count }, (_, index) => ({
        id: idOf(index),
        radius: 8,
        caption: captions[index] ?? '',
        kind: KINDS[index % 3] ?? '',
      })),
      // Loops, parallels and, in an empty graph, links without ends.
      links: ends.map(([a, b]) => ({
        source: idOf(a % Math.max(count, 1)),
        target: idOf(b % Math.max(count, 1)),
      })),
    };
  });

describe.each(LAYOUT_NAMES)('the layout %s', (name) => {
  it('is the same for the same graph, in whatever order it is given', () => {
    const request = sampleRequest(90, 160);
    const other = { ...request, nodes: shuffled(request.nodes, 5), links: shuffled(request.links, 9) };
    const positions = runLayout(name, request);
    for (const [id, position] of runLayout(name, other)) expect(position).toEqual(positions.get(id));
  });

  it('gives every node a finite place of its own, whatever the graph', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const positions = runLayout(name, request);
        expect(new Set(positions.keys())).toEqual(new Set(request.nodes.map(({ id }) => id)));
        const places = [...positions.values()];
        expect(places.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
        expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(places.length);
      }),
      { numRuns: name === 'force' ? 15 : 60 },
    );
  });

  it('leaves pinned nodes exactly where they are, and covers none', () => {
    const request = sampleRequest(60, 100, 3);
    const fixed = { n3: { x: 251.234, y: -40.5 }, n17: { x: -180, y: 95 }, n40: { x: 10, y: 12 } };
    const positions = runLayout(name, { ...request, fixed });
    for (const [id, place] of Object.entries(fixed)) expect(positions.get(id)).toEqual(place);
    if (TIDY.includes(name)) expect(coveredPairs(request, positions)).toEqual([]);
  });

  it('places 10,000 nodes', () => {
    const request = sampleRequest(10_000, 20_000, 4);
    const shares: number[] = [];
    const positions = runLayout(name, request, (share) => shares.push(share));
    expect(positions.size).toBe(10_000);
    expect([...positions.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    if (name === 'force') expect(shares.length).toBeGreaterThan(5);
  }, 60_000);
});

describe.each(TIDY)('the layout %s', (name) => {
  it('covers no node and no name of a middling graph', () => {
    for (const seed of [1, 2, 3]) {
      const request = sampleRequest(120, 170, seed);
      expect(coveredPairs(request, runLayout(name, request))).toEqual([]);
    }
  });
});

describe.each(['grid', 'by-kind'] as const)('the layout %s', (name) => {
  it('covers no node of 10,000', () => {
    const request = sampleRequest(10_000, 20_000, 6);
    expect(coveredPairs(request, runLayout(name, request))).toEqual([]);
  });
});

describe('what each layout means', () => {
  const chain: LayoutRequest = {
    nodes: ['a', 'b', 'c', 'd', 'e'].map((id) => ({
      id,
      radius: 8,
      caption: id,
      kind: id < 'c' ? 'One' : 'Two',
    })),
    links: [
      { source: 'a', target: 'b' },
      { source: 'b', target: 'c' },
      { source: 'c', target: 'd' },
      { source: 'd', target: 'e' },
    ],
  };
  const at = (positions: Positions, id: string) => positions.get(id) ?? { x: NaN, y: NaN };

  it('lets links of a hierarchy point down', () => {
    const positions = runLayout('hierarchical', chain);
    for (const { source, target } of chain.links)
      expect(at(positions, source).y).toBeGreaterThan(at(positions, target).y);
  });

  it('lets links of a large hierarchy point down', () => {
    const nodes = Array.from({ length: 1000 }, (_, index) => ({ id: `n${index}`, radius: 6, caption: '' }));
    const links = nodes
      .slice(1)
      .map((_, index) => ({ source: `n${Math.floor(index / 3)}`, target: `n${index + 1}` }));
    const positions = runLayout('hierarchical', { nodes, links });
    for (const { source, target } of links)
      expect(at(positions, source).y).toBeGreaterThan(at(positions, target).y);
  });

  it('puts the node asked for in the middle of the rings, and others further out the more links they are away', () => {
    const positions = runLayout('radial', { ...chain, centre: 'c' });
    const middle = at(positions, 'c');
    const far = (id: string) =>
      Math.hypot((at(positions, id).x - middle.x) / 34, (at(positions, id).y - middle.y) / 47);
    expect(Math.min(far('a'), far('e'))).toBeGreaterThan(Math.max(far('b'), far('d')));
  });

  it('keeps the kinds apart', () => {
    const positions = runLayout('by-kind', chain);
    const xs = (ids: string) => [...ids].map((id) => at(positions, id));
    const boxOf = (ids: string) => ({
      left: Math.min(...xs(ids).map(({ x }) => x)),
      right: Math.max(...xs(ids).map(({ x }) => x)),
      low: Math.min(...xs(ids).map(({ y }) => y)),
      high: Math.max(...xs(ids).map(({ y }) => y)),
    });
    const [one, two] = [boxOf('ab'), boxOf('cde')];
    expect(one.right < two.left || two.right < one.left || one.high < two.low || two.high < one.low).toBe(
      true,
    );
  });
});

describe('spreading angles', () => {
  it('keeps their order and at least the asked distance all around', () => {
    const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
    fc.assert(
      fc.property(fc.array(angle, { minLength: 2, maxLength: 30 }), (some) => {
        const sorted = some.toSorted((one, other) => one - other);
        const least = (2 * Math.PI) / sorted.length / 1.3;
        const spread = spreadAngles(sorted, least).map(
          (each) => ((each % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI),
        );
        const around = spread.toSorted((one, other) => one - other);
        around.forEach((each, index) => {
          const next = index + 1 < around.length ? (around[index + 1] ?? 0) : (around[0] ?? 0) + 2 * Math.PI;
          expect(next - each).toBeGreaterThan(least - 1e-6);
        });
      }),
    );
  });
});
