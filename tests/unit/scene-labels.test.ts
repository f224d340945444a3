import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../client/scene/box.ts';
import { boxBeside, placeBeside, TakenSpace } from '../../client/scene/label-placement.ts';
import { breakText, labelLines, labelSize, relationshipWords } from '../../client/scene/label-text.ts';

const STAGE = { width: 800, height: 600 };

function overlap(first: Box, second: Box): boolean {
  return (
    first.left < second.right - 0.01 &&
    first.right > second.left + 0.01 &&
    first.top < second.bottom - 0.01 &&
    first.bottom > second.top + 0.01
  );
}

describe('text of labels', () => {
  it('one line up to 28 characters, then two of about the same length', () => {
    expect(labelLines('United Kingdom')).toEqual(['United Kingdom']);
    expect(labelLines('Defense spending target of 2 % of GDP')).toEqual([
      'Defense spending',
      'target of 2 % of GDP',
    ]);
    expect(labelLines('')).toEqual([]);
  });

  it('never more than two lines of 34 characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (caption) => {
        const lines = labelLines(caption);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(34);
      }),
    );
  });

  it('a long name is broken, not cut, on the card', () => {
    const name = 'Unilateral change of the status quo by force anywhere in the world';
    expect(breakText(name, 30).join(' ')).toBe(name);
  });

  it('sizes stay between 11 and 16 pixels', () => {
    expect([labelSize(1), labelSize(8), labelSize(18), labelSize(80)]).toEqual([11, 11, 16, 16]);
  });

  it('relationships say how they stand', () => {
    expect(relationshipWords('MEMBER_OF', 'asserted')).toBe('member of');
    expect(relationshipWords('JOINS', 'planned')).toBe('planned: joins');
    expect(relationshipWords('JOINS', 'negated')).toBe('denied: joins');
    expect(relationshipWords('JOINS', 'toString')).toBe('joins');
  });
});

describe('places of labels', () => {
  const disc = fc.record({
    x: fc.double({ min: 0, max: 800, noNaN: true }),
    y: fc.double({ min: 0, max: 600, noNaN: true }),
    radius: fc.double({ min: 3, max: 20, noNaN: true }),
  });

  it('no label covers another or a larger disc, and all are in view', () => {
    fc.assert(
      fc.property(fc.array(disc, { maxLength: 60 }), (discs) => {
        const taken = new TakenSpace();
        for (const [index, one] of discs.entries()) taken.takeDisc(one, String(index));
        const boxes = discs.flatMap((one, index) => {
          const size = { width: 90, height: 16 };
          const place = placeBeside(
            taken,
            String(index),
            one,
            size,
            undefined,
            'covers smaller discs',
            STAGE,
          );
          return place ? [{ box: place.box, index }] : [];
        });
        for (const { box, index } of boxes) {
          expect(box.left).toBeGreaterThanOrEqual(-0.01);
          expect(box.right).toBeLessThanOrEqual(STAGE.width + 0.01);
          for (const other of boxes) if (other.index !== index) expect(overlap(box, other.box)).toBe(false);
          discs.forEach(({ x, y, radius }, at) => {
            if (at === index || radius < (discs[index]?.radius ?? 0)) return;
            const rim = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
            expect(overlap(box, rim)).toBe(false);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('what must be read is written even where there is no room, on the side that covers least', () => {
    const taken = new TakenSpace();
    const crowded = { x: 100, y: 100, radius: 10 };
    taken.takeText({ left: 0, top: 0, right: 400, bottom: 118 }, 'other');
    const size = { width: 60, height: 14 };
    expect(placeBeside(taken, 'a', crowded, size, undefined, 'gives way', STAGE)).toBeNull();
    expect(placeBeside(taken, 'a', crowded, size, undefined, 'is always written', STAGE)?.side).toBe('below');
  });

  it('an important name goes a little aside rather than over a small disc', () => {
    const taken = new TakenSpace();
    const disc = { x: 300, y: 300, radius: 14 };
    const small = [
      { x: 300, y: 322, radius: 4 },
      { x: 300, y: 278, radius: 4 },
      { x: 330, y: 300, radius: 4 },
      { x: 270, y: 300, radius: 4 },
    ];
    for (const [index, each] of small.entries()) taken.takeDisc(each, String(index));
    const size = { width: 50, height: 14 };
    expect(placeBeside(taken, 'a', disc, size, undefined, 'gives way', STAGE)).toBeNull();
    const place = placeBeside(taken, 'a', disc, size, undefined, 'covers smaller discs', STAGE);
    for (const { x, y, radius } of small) {
      const rim = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
      expect(place && overlap(place.box, rim)).toBe(false);
    }
    expect(place && overlap(place.box, { left: 286, right: 314, top: 286, bottom: 314 })).toBe(false);
  });

  it('an important name rather covers small discs than being left out for a spot that is barely not free', () => {
    const taken = new TakenSpace();
    const disc = { x: 300, y: 300, radius: 14 };
    const wide = { left: 0, right: 600 };
    // A text has all but what is below, and there a hair's breadth of what is moved aside.
    taken.takeText({ ...wide, top: 0, bottom: 316 }, 'above and beside');
    taken.takeText({ left: 0, right: 255.1, top: 317, bottom: 331 }, 'left below');
    taken.takeText({ left: 344.9, right: 600, top: 317, bottom: 331 }, 'right below');
    taken.takeDisc({ x: 285, y: 324, radius: 4 }, 'small');
    const size = { width: 50, height: 14 };
    const place = placeBeside(taken, 'a', disc, size, undefined, 'covers smaller discs', STAGE);
    expect(place?.box).toEqual(boxBeside(disc, 'below', 50, 14));
  });

  it('a label keeps the side it had', () => {
    const place = placeBeside(
      new TakenSpace(),
      'a',
      { x: 300, y: 300, radius: 9 },
      { width: 50, height: 14 },
      'left',
      'gives way',
      STAGE,
    );
    expect(place?.side).toBe('left');
    expect(place?.box).toEqual(boxBeside({ x: 300, y: 300, radius: 9 }, 'left', 50, 14));
  });
});
