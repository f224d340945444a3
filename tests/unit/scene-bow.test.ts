import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bowAround } from '../../client/scene/bow-around.ts';
import { type Disc, pointOnEdge } from '../../client/scene/edge-geometry.ts';

const FROM: Disc = { x: 0, y: 0, radius: 10 };
const TO: Disc = { x: 400, y: 0, radius: 10 };

/** Pixels between the rim of a node and the line. */
function gap(bend: number, node: Disc): number {
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= 400; step++) {
    const { x, y } = pointOnEdge(FROM, TO, { bend, loop: false }, step / 400);
    least = Math.min(least, Math.hypot(x - node.x, y - node.y));
  }
  return least - node.radius;
}

describe('a line that goes around nodes', () => {
  it('stays as it is where none is in its way', () => {
    expect(bowAround(FROM, TO, [], 0)).toBe(0);
    expect(bowAround(FROM, TO, [{ x: 200, y: 40, radius: 12 }], 0)).toBe(0);
    expect(bowAround(FROM, TO, [{ x: 500, y: 0, radius: 12 }], 0)).toBe(0);
    expect(bowAround(FROM, TO, [{ x: 200, y: 0, radius: 12 }], 0.2)).toBe(0.2);
    expect(bowAround(FROM, FROM, [{ x: 0, y: 0, radius: 12 }], 0)).toBe(0);
  });

  it('takes the side with less of a way, both of them alike from either end', () => {
    const below = bowAround(FROM, TO, [{ x: 200, y: 6, radius: 12 }], 0);
    const above = bowAround(FROM, TO, [{ x: 200, y: -6, radius: 12 }], 0);
    expect(below).toBeGreaterThan(0);
    expect(above).toBeCloseTo(-below);
    expect(bowAround(TO, FROM, [{ x: 200, y: 6, radius: 12 }], 0)).toBeCloseTo(-below);
  });

  it('clears a node wherever it lies along the line, and two of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 300 }), fc.integer({ min: -20, max: 20 }), (x, y) => {
        const node = { x, y, radius: 12 };
        expect(gap(bowAround(FROM, TO, [node], 0), node)).toBeGreaterThan(4);
      }),
    );
    const both = [
      { x: 130, y: 8, radius: 10 },
      { x: 260, y: -8, radius: 10 },
    ];
    const bend = bowAround(FROM, TO, both, 0);
    for (const node of both) expect(gap(bend, node)).toBeGreaterThan(4);
  });
});
