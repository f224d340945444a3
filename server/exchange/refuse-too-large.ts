import type { ImportLimits } from './import-limits.ts';
import type { ImportProblems } from './import-problems.ts';

/** Throws `ImportRefused` for a file of more bytes than the limit. */
export function refuseTooLarge(bytes: number, { bytes: most }: ImportLimits, problems: ImportProblems): void {
  if (bytes <= most) return;
  const megabytes = Math.floor(most / 1024 / 1024);
  problems.stop(`is larger than ${megabytes} MB, which is the most (IMPORT_LIMIT_MB)`);
}
