import { closestMatch } from 'leven';
import type { DatasetProblem } from './dataset.ts';

/** Where a value stands in a file: keys and indices from the top. */
export type ValuePath = readonly (string | number)[];

/** Turns a place in a file into its line, from 1. */
export type LineOf = (path: ValuePath) => number;

/** Problems that are told; nobody works off more at once, and a large file can hold a hundred thousand. */
export const TOLD_AT_MOST = 200;

/** Gathers everything that is wrong, so that a curator sees it all at once; past `TOLD_AT_MOST` it only counts. */
export class ProblemList {
  readonly problems: DatasetProblem[] = [];
  /** All problems, also those that are not told. */
  total = 0;

  add(file: string, line: number, message: string): void {
    this.forFile(file, () => line)([], message);
  }

  /** A recorder for one file, whose lines and late messages are made only for problems that are told. */
  forFile(file: string, lineOf: LineOf): ProblemReporter {
    return (path, message) => {
      this.total += 1;
      if (this.total > TOLD_AT_MOST) return;
      const text = typeof message === 'string' ? message : message();
      this.problems.push({ file, line: lineOf(path), message: text });
    };
  }

  /** By file, then line, so that the list can be worked off from top to bottom. */
  sorted(): DatasetProblem[] {
    return this.problems.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  }
}

/** What is wrong, in words; a function where they take time to find. */
export type ProblemMessage = string | (() => string);

/** Reports a problem with the value at a path. */
export type ProblemReporter = (path: ValuePath, message: ProblemMessage) => void;

const LISTED_AT_MOST = 12;

/** Lists up to this length are shown whole when no near name helps. */
const SHOWN_WHOLE = 120;

/**
 * Says what is allowed instead of an unknown name, the nearest first: ` (did you mean "Person"? allowed: …)`.
 * Long lists are left out where a near name was found.
 */
export function allowedInstead(name: string, allowed: readonly string[]): string {
  const nearest = nearestName(name, allowed);
  const meant = nearest === undefined ? '' : `did you mean "${nearest}"? `;
  if (nearest !== undefined && allowed.length > LISTED_AT_MOST) return ` (${meant.trim()})`;
  const listed = allowed.length > SHOWN_WHOLE ? allowed.slice(0, LISTED_AT_MOST) : allowed;
  const more = allowed.length - listed.length;
  return ` (${meant}allowed: ${listed.join(', ')}${more === 0 ? '' : ` and ${more} more`})`;
}

/** Of more names than this only those with the same beginning are compared letter by letter. */
const COMPARED_AT_MOST = 5000;

function nearestName(name: string, allowed: readonly string[]): string | undefined {
  const plain = name.toLowerCase();
  const maxDistance = Math.max(1, Math.ceil(plain.length * 0.4));
  const alike = allowed.filter((candidate) => Math.abs(candidate.length - plain.length) <= maxDistance);
  const begun = (candidate: string) => candidate.toLowerCase().startsWith(plain.slice(0, 2));
  const candidates = alike.length > COMPARED_AT_MOST ? alike.filter(begun).slice(0, COMPARED_AT_MOST) : alike;
  const near = closestMatch(
    plain,
    candidates.map((candidate) => candidate.toLowerCase()),
    { maxDistance },
  );
  return candidates.find((candidate) => candidate.toLowerCase() === near);
}
