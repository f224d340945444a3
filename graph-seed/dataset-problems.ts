import { closestMatch } from 'leven';
import type { DatasetProblem } from './dataset.ts';

/** Where a value stands in a file: keys and indices from the top. */
export type ValuePath = readonly (string | number)[];

/** Turns a place in a file into its line, from 1. */
export type LineOf = (path: ValuePath) => number;

/** Gathers everything that is wrong, so that a curator sees it all at once. */
export class ProblemList {
  readonly problems: DatasetProblem[] = [];

  add(file: string, line: number, message: string): void {
    this.problems.push({ file, line, message });
  }

  /** A recorder for one file, whose lines are looked up only when something is wrong. */
  forFile(file: string, lineOf: LineOf): ProblemReporter {
    return (path, message) => this.add(file, lineOf(path), message);
  }

  /** By file, then line, so that the list can be worked off from top to bottom. */
  sorted(): DatasetProblem[] {
    return this.problems.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  }
}

/** Reports a problem with the value at a path. */
export type ProblemReporter = (path: ValuePath, message: string) => void;

const LISTED_AT_MOST = 12;

/**
 * Says what is allowed instead of an unknown name, the nearest first: ` (did you mean "Person"? allowed: …)`.
 * Long lists are left out where a near name was found.
 */
export function allowedInstead(name: string, allowed: readonly string[]): string {
  const nearest = nearestName(name, allowed);
  const meant = nearest === undefined ? '' : `did you mean "${nearest}"? `;
  if (nearest !== undefined && allowed.length > LISTED_AT_MOST) return ` (${meant.trim()})`;
  return ` (${meant}allowed: ${allowed.join(', ')})`;
}

function nearestName(name: string, allowed: readonly string[]): string | undefined {
  const plain = name.toLowerCase();
  const near = closestMatch(
    plain,
    allowed.map((candidate) => candidate.toLowerCase()),
    { maxDistance: Math.max(1, Math.ceil(plain.length * 0.4)) },
  );
  return allowed.find((candidate) => candidate.toLowerCase() === near);
}
