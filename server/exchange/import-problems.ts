import type { ImportProblem } from '../contract/imports.ts';
import { MOST_PROBLEMS } from './import-limits.ts';

/** Where something stands in its file; lines and columns from 1. */
export interface Place {
  line: number;
  column?: number;
}

/** A file that cannot be read as it stands: what is wrong with it, the first problems and how many in all. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
  readonly problems: readonly ImportProblem[];
  readonly total: number;

  constructor(problems: readonly ImportProblem[], total = problems.length) {
    super(problems.map(problemLine).join('\n'));
    this.problems = problems;
    this.total = total;
  }
}

/** `file:line:column  field: message`, with what of it is known. */
export function problemLine({ file, line, column, field, message }: ImportProblem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${place}  ${field === undefined ? '' : `${field}: `}${message}`;
}

/** Gathers what is wrong with a file, so that all of it can be put right at once. */
export class ImportProblems {
  readonly #file: string;
  readonly #all: { told: ImportProblem[]; total: number };

  constructor(file: string, all: { told: ImportProblem[]; total: number } = { told: [], total: 0 }) {
    this.#file = file;
    this.#all = all;
  }

  /** The same list, for what is found in another file. */
  ofFile(file: string): ImportProblems {
    return new ImportProblems(file, this.#all);
  }

  add(message: string, place?: Place, field?: string): undefined {
    this.#all.total += 1;
    if (this.#all.told.length >= MOST_PROBLEMS) return;
    const { line, column } = place ?? {};
    this.#all.told.push({
      file: this.#file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      ...(field === undefined ? {} : { field: shortened(field) }),
      message,
    });
  }

  /** Adds a problem past which nothing can be read, and ends. */
  stop(message: string, place?: Place, field?: string): never {
    this.add(message, place, field);
    throw this.refusal();
  }

  throwIfAny(): void {
    if (this.#all.total > 0) throw this.refusal();
  }

  refusal(): ImportRefused {
    return new ImportRefused(this.#all.told, this.#all.total);
  }
}

/** What was found, in quotes and short enough for a message; control characters are shown as what they are. */
export function found(text: string): string {
  return JSON.stringify(shortened(text));
}

function shortened(text: string): string {
  return text.length > 60 ? `${[...text.slice(0, 120)].slice(0, 57).join('')}…` : text;
}
