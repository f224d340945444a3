import { expect, it } from 'vitest';
import { ImportTeller } from '../../graph-seed/import-teller.ts';
import type { ImportProgress } from '../../server/imports/messages.ts';

/** What is written when these are told at these seconds; without progress, a tick. */
function told(
  isTTY: boolean,
  steps: [second: number, progress?: Omit<ImportProgress, 'fileName'>][],
): string[] {
  let time = 0;
  const parts: string[] = [];
  const teller = new ImportTeller(
    { isTTY, write: (part) => parts.push(part.replace('\u001b[K', '')) },
    () => time,
  );
  for (const [second, progress] of steps) {
    time = second * 1000;
    if (progress === undefined) teller.tick();
    else teller.tell({ ...progress, fileName: 'a.csv' });
  }
  teller.end();
  return parts;
}

const reading = (done: number) => ({ phase: 'reading' as const, done, total: 100 });

it('tells on a terminal that the work goes on where nothing is heard of it, and takes its line away', () => {
  const parts = told(true, [
    [0, reading(0)],
    [0.5, reading(100)],
    [1],
    [3, { phase: 'gathering', done: 1000, total: 0 }],
    [4.5, { phase: 'gathering', done: 2000, total: 0 }],
    [5],
    [6],
    [6, { phase: 'loading', done: 0, total: 40 }],
    [8, { phase: 'loading', done: 10, total: 40 }],
  ]);
  expect(parts).toEqual([
    '\rReading a.csv: at work for 1 s',
    '\rFound in a.csv: 2,000 nodes and relationships',
    '\rReading a.csv: at work for 6 s',
    '\rLoading: 10 of 40 (25 %)',
    '\r',
  ]);
});

it('says so seldom elsewhere, and nothing of what is done at once', () => {
  expect(told(false, [[0, reading(0)], [14], [15], [16], [29], [31]])).toEqual([
    'Reading a.csv: at work for 15 s\n',
    'Reading a.csv: at work for 31 s\n',
  ]);
  expect(
    told(true, [
      [0, reading(0)],
      [0.4, reading(100)],
    ]),
  ).toEqual([]);
});
