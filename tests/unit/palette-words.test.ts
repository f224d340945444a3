import { describe, expect, it } from 'vitest';
import { matchWords } from '../../client/panels/palette/match-words.ts';

describe('matching what is typed', () => {
  it('is best for the beginning, then for beginnings of words, then for parts', () => {
    expect(matchWords('hide', 'Hide this link')).toBe(3);
    expect(matchWords('link hi', 'Hide this link')).toBe(2);
    expect(matchWords('ide', 'Hide this link')).toBe(1);
    expect(matchWords('show', 'Hide this link')).toBe(0);
    expect(matchWords('hide x', 'Hide this link')).toBe(0);
  });

  it('sees past case and accents, and takes nothing as all', () => {
    expect(matchWords('ELYSEE', 'Élysée treaty')).toBe(3);
    expect(matchWords('  ', 'Anything')).toBe(3);
    expect(matchWords('(', 'Anything')).toBe(0);
  });
});
