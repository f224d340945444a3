import { relative } from 'node:path';
import type { Dataset, DatasetProblem } from './dataset.ts';
import type { Count, DocumentReport } from './report-dataset.ts';

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

/** A document's report as lines to read; lists that are empty say so in one line. */
export function reportLines(report: DocumentReport): string[] {
  const { entityCount, relationshipCount, passageCount, sentenceCount } = report;
  return [
    `${report.title} (${report.id})`,
    `  ${counted(passageCount, 'passage')} with ${counted(sentenceCount, 'sentence')}, ` +
      `${entityCount} entities, ${counted(relationshipCount, 'relationship')}`,
    ...countLines('kinds', report.kinds),
    ...countLines('types', report.types),
    ...countLines('statuses', report.statuses),
    ...listLines(
      'sentences that no relationship uses',
      report.unusedSentences.map(({ passage, text }) => `passage ${passage}: ${text}`),
    ),
    ...listLines('entities without links', report.unlinkedEntities),
    ...listLines('entities without evidence', report.unquotedEntities),
    ...listLines(
      'one-word evidence',
      report.oneWordEvidence.map(
        ({ relationship, passage, quote }) => `${relationship}, passage ${passage}: ${quote}`,
      ),
    ),
  ];
}

function countLines(what: string, counts: readonly Count[]): string[] {
  if (counts.length === 0) return [`  ${what}: none`];
  const width = Math.max(...counts.map(([, count]) => String(count).length));
  return [`  ${what}:`, ...counts.map(([name, count]) => `    ${String(count).padStart(width)} ${name}`)];
}

function listLines(what: string, items: readonly string[]): string[] {
  if (items.length === 0) return [`  ${what}: none`];
  return [`  ${what}: ${items.length}`, ...items.map((item) => `    ${item.replace(/\s+/g, ' ')}`)];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function shortPath(file: string): string {
  const fromHere = relative(process.cwd(), file);
  return fromHere.startsWith('..') ? file : fromHere;
}
