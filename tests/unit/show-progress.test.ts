import { describe, expect, it } from 'vitest';
import { showCount, showProgress } from '../../graph-seed/show-progress.ts';

function shown(isTTY: boolean, steps: [number, number][]): string {
  let text = '';
  const output = {
    isTTY,
    write: (part: string) => {
      text += part;
    },
  };
  const show = showProgress(output);
  for (const [done, total] of steps) show(done, total);
  return text;
}

describe('a count without an end', () => {
  const counted = (isTTY: boolean) => {
    const parts: string[] = [];
    let time = 0;
    const show = showCount(
      { isTTY, write: (part: string) => parts.push(part) },
      'Found in a.csv',
      () => time,
    );
    for (let count = 0; count <= 8000; count += 500) {
      time = count;
      show(count);
    }
    return parts;
  };

  it('is one line that renews itself on a terminal, from the first second on', () => {
    const parts = counted(true);
    expect(parts).toHaveLength(15);
    expect(parts[0]).toBe('\r\u001b[KFound in a.csv: 1,000 nodes and relationships');
  });

  it('is a line now and then elsewhere', () => {
    expect(counted(false)).toEqual([
      'Found in a.csv: 1,000 nodes and relationships\n',
      'Found in a.csv: 6,000 nodes and relationships\n',
    ]);
  });
});

describe('progress', () => {
  it('is one line that updates itself on a terminal', () => {
    const text = shown(true, [
      [1, 4],
      [2, 4],
      [4, 4],
    ]);
    expect(text.split('\n')).toHaveLength(2);
    expect(text.split('\r').at(-1)).toContain('Loading: 4 of 4 (100 %)');
  });

  it('is a few plain lines elsewhere', () => {
    const text = shown(
      false,
      Array.from({ length: 1000 }, (_, index) => [index + 1, 1000]),
    );
    expect(text.trimEnd().split('\n')).toEqual([
      'Loading: 250 of 1000 (25 %)',
      'Loading: 500 of 1000 (50 %)',
      'Loading: 750 of 1000 (75 %)',
      'Loading: 1000 of 1000 (100 %)',
    ]);
  });
});
