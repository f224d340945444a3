import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeNameList } from '../../server/contract/first-requests.ts';
import { nameListSchema } from '../../server/contract/nodes.ts';

it('reads names separated by commas, and leaves out empty ones', () => {
  expect(nameListSchema.parse('A,,B c,')).toEqual(['A', 'B c']);
  expect(nameListSchema.parse('A\\, or B,C\\D')).toEqual(['A, or B', 'C\\D']);
});

it('reads back the names it was written from', () => {
  const name = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', ',', '\\', ' ', 'ü') });
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), (names) => {
      expect(nameListSchema.parse(writeNameList(names))).toEqual(names);
    }),
  );
});
