import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside } from '../../client/scene/polygon.ts';

const square = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 0, y: 10 },
];

describe('what a drawn line goes around', () => {
  it('is inside, whichever way it was drawn and wherever it began', () => {
    const at = fc.integer({ min: -6, max: 14 }).map((value) => value + 0.5);
    fc.assert(
      fc.property(at, at, fc.nat(3), fc.boolean(), (x, y, turn, back) => {
        const turned = [...square.slice(turn), ...square.slice(0, turn)];
        const isWithin = x > 0 && x < 10 && y > 0 && y < 10;
        expect(isInside({ x, y }, back ? turned.toReversed() : turned)).toBe(isWithin);
      }),
    );
  });

  it('leaves out a bay, and nothing is inside a line without area', () => {
    const bay = [...square.slice(0, 3), { x: 5, y: 2 }, { x: 0, y: 10 }];
    expect(isInside({ x: 5, y: 8 }, bay)).toBe(false);
    expect(isInside({ x: 1, y: 5 }, bay)).toBe(true);
    expect(isInside({ x: 1, y: 1 }, [])).toBe(false);
    expect(
      isInside({ x: 1, y: 1 }, [
        { x: 0, y: 0 },
        { x: 2, y: 2 },
      ]),
    ).toBe(false);
  });
});
