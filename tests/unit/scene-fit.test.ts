import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeClearOf } from '../../client/scene/fit-clear.ts';

const SIZE = { width: 1000, height: 700 };
const MAP = { left: 768, top: 568, right: 944, bottom: 688 };

type Point = { x: number; y: number };

function onStage(place: { x: number; y: number; scale: number }, point: Point): Point {
  return {
    x: SIZE.width / 2 + (point.x - place.x) * place.scale,
    y: SIZE.height / 2 - (point.y - place.y) * place.scale,
  };
}

function countUnder(points: readonly Point[], covered: readonly (typeof MAP)[]): number {
  const place = placeClearOf(SIZE, points, covered);
  if (!place) throw new Error('no place');
  return points.filter((point) => {
    const { x, y } = onStage(place, point);
    return covered.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  }).length;
}

/** Points of a full rectangle, so that some lie in each corner of the stage. */
const FULL = Array.from({ length: 21 * 15 }, (_, index) => ({
  x: (index % 21) * 60,
  y: Math.floor(index / 21) * 60,
}));

describe('fitting beside what covers the stage', () => {
  it('keeps every node out from under the map, the picture hardly smaller', () => {
    const free = placeClearOf(SIZE, FULL, []);
    const clear = placeClearOf(SIZE, FULL, [MAP]);
    expect(countUnder(FULL, [MAP])).toBe(0);
    expect(clear?.scale).toBeGreaterThan(0.75 * (free?.scale ?? 0));
  });

  it('is the plain fit where nothing would be covered', () => {
    const round = Array.from({ length: 60 }, (_, index) => ({
      x: 400 * Math.cos(index),
      y: 300 * Math.sin(index),
    }));
    expect(placeClearOf(SIZE, round, [{ ...MAP, left: 900, top: 660 }])).toEqual(
      placeClearOf(SIZE, round, []),
    );
    expect(placeClearOf(SIZE, [], [MAP])).toBeNull();
  });

  it('goes below what takes half of the stage, rather than be tiny', () => {
    const half = { left: 0, top: 0, right: 1000, bottom: 500 };
    expect(placeClearOf(SIZE, FULL, [half])?.scale).toBeGreaterThanOrEqual(
      0.75 * (placeClearOf(SIZE, FULL, [])?.scale ?? Infinity),
    );
  });

  it('never covers more than the plain fit, and shows all points', () => {
    const coordinate = fc.integer({ min: -2000, max: 2000 });
    const points = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 40 });
    const bar = { left: 12, top: 12, right: 700, bottom: 60 };
    fc.assert(
      fc.property(points, (all) => {
        const plain = placeClearOf(SIZE, all, []);
        const place = placeClearOf(SIZE, all, [MAP, bar]);
        if (!plain || !place) throw new Error('no place');
        for (const point of all) {
          const { x, y } = onStage(place, point);
          expect(x).toBeGreaterThanOrEqual(-0.01);
          expect(y).toBeGreaterThanOrEqual(-0.01);
          expect(x).toBeLessThanOrEqual(SIZE.width + 0.01);
          expect(y).toBeLessThanOrEqual(SIZE.height + 0.01);
        }
        const under = (at: typeof plain) =>
          all.filter((point) => {
            const { x, y } = onStage(at, point);
            return [MAP, bar].some(
              (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
            );
          }).length;
        // What lies close beside a control counts as under it, so the two may differ by those.
        if (under(plain) === 0) expect(under(place)).toBe(0);
      }),
    );
  });
});
