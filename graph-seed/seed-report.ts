import { relative } from 'node:path';
import type { Dataset, DatasetProblem } from './dataset.ts';

/** `Loaded 1 document with 9 passages, 40 entities and 60 relationships`. */
export function countLine(dataset: Dataset, originals = 0): string {
  const passages = dataset.documents.reduce((sum, document) => sum + document.passages.length, 0);
  const texts = originals === 0 ? '' : `, ${counted(originals, 'original')}`;
  return (
    `Loaded ${counted(dataset.documents.length, 'document')} with ${counted(passages, 'passage')}${texts}, ` +
    `${dataset.entities.length} entities and ${counted(dataset.relationships.length, 'relationship')}`
  );
}

/** One line for each problem, `file:line  message`, and one that sums up; `total` counts also those left out. */
export function problemLines(problems: readonly DatasetProblem[], total: number): string[] {
  const shown = total > problems.length ? `, of which the first ${problems.length} are shown` : '';
  return [
    ...problems.map(({ file, line, message }) => `${shortPath(file)}:${line}  ${message}`),
    `${counted(total, 'problem')} found${shown}; nothing was loaded`,
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function shortPath(file: string): string {
  const fromHere = relative(process.cwd(), file);
  return fromHere.startsWith('..') ? file : fromHere;
}
