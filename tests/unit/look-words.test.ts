import { describe, expect, it } from 'vitest';
import { formatCount, formatDate, plainType } from '../../client/look/words.ts';

describe('plain words', () => {
  it.each([
    ['MEMBER_OF', 'member of'],
    ['memberOf', 'member of'],
    ['ACTED_IN', 'acted in'],
    ['SIGNED', 'signed'],
    ['déjàVu', 'déjà vu'],
    ['__X__', 'x'],
    ['', ''],
  ])('type %s reads "%s"', (type, words) => expect(plainType(type)).toBe(words));

  it.each([
    ['2023', '2023'],
    ['2023-01', 'Jan 2023'],
    ['2023-01-13', '13 Jan 2023'],
    ['2023-12-01T08:00:00Z', '1 Dec 2023'],
    ['2023-13', '2023-13'],
    ['soon', 'soon'],
    ['', ''],
  ])('date %s reads "%s"', (date, words) => expect(formatDate(date)).toBe(words));

  it('counts have separators and the right number', () => {
    expect(formatCount(1204)).toBe('1,204');
    for (const count of [0, 999, 1000, -1000, 123_456, 1_000_000, 2 ** 53, 1234.5]) {
      expect(formatCount(count)).toBe(new Intl.NumberFormat('en-GB').format(count));
    }
    expect(formatCount(1, 'link')).toBe('1 link');
    expect(formatCount(0, 'link')).toBe('0 links');
    expect(formatCount(12345, 'entity', 'entities')).toBe('12,345 entities');
  });
});
