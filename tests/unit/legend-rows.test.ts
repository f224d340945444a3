import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entriesInRows } from '../../client/panels/legend/entries-in-rows.ts';

const ROOM = { width: 100, rows: 2, between: 4, button: 20 };

it('shows all where all fit, the last row up to its end', () => {
  expect(entriesInRows([48, 48, 48, 48], ROOM)).toBe(4);
  expect(entriesInRows([], ROOM)).toBe(0);
});

it('leaves room for the button that stands for the rest, and always shows one', () => {
  expect(entriesInRows([48, 48, 48, 48, 10], ROOM)).toBe(3);
  expect(entriesInRows([48, 48, 48, 24, 90], ROOM)).toBe(4);
  expect(entriesInRows([500, 500, 500], { ...ROOM, rows: 1 })).toBe(1);
});

it('never needs more rows than there are, with its button', () => {
  const rowsOf = (widths: readonly number[]) => {
    let rows = 1;
    let used = 0;
    for (const width of widths) {
      const wraps = used > 0 && used + ROOM.between + width > ROOM.width;
      if (wraps) rows += 1;
      used = wraps ? width : used + (used > 0 ? ROOM.between : 0) + width;
    }
    return rows;
  };
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 78 }), { maxLength: 12 }), (widths) => {
      const fitting = entriesInRows(widths, ROOM);
      const shown = widths.slice(0, fitting);
      if (fitting < widths.length) shown.push(ROOM.button);
      if (fitting > 1 || fitting === widths.length) expect(rowsOf(shown)).toBeLessThanOrEqual(ROOM.rows);
    }),
  );
});
