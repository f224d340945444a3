import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromOverview, onOverview, overviewOf } from '../../client/scene/draw-overview.ts';

const nodeAt = (x: number, y: number) => ({ id: `${x} ${y}`, caption: '', label: 'X', degree: 0, x, y });
const coordinate = fc.integer({ min: -1e5, max: 1e5 });

describe('the small map', () => {
  it('holds every node, and a pixel of it means the place that is drawn there', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 20 }), (places) => {
        const view = overviewOf(
          places.map(([x, y]) => nodeAt(x, y)),
          176,
          120,
        );
        if (!view) throw new Error('no map');
        for (const [x, y] of places) {
          const point = onOverview(view, { x, y, width: 0, height: 0 });
          expect(point.x).toBeGreaterThanOrEqual(5.9);
          expect(point.x).toBeLessThanOrEqual(170.1);
          expect(point.y).toBeGreaterThanOrEqual(5.9);
          expect(point.y).toBeLessThanOrEqual(114.1);
          const back = fromOverview(view, point);
          expect(back.x).toBeCloseTo(x, 3);
          expect(back.y).toBeCloseTo(y, 3);
        }
      }),
    );
  });

  it('frames what is in view, up being up', () => {
    const view = overviewOf([nodeAt(-100, -50), nodeAt(100, 50)], 212, 112);
    if (!view) throw new Error('no map');
    expect(onOverview(view, { x: 50, y: 25, width: 100, height: 50 })).toEqual({
      x: 106,
      y: 6,
      width: 100,
      height: 50,
    });
  });

  it('is none where there is nothing', () => {
    expect(overviewOf([], 176, 120)).toBe(null);
  });
});
