import type { ImportProblem } from '../../server/contract/imports.ts';
import type { Problem, ProblemCode } from '../../server/contract/problem.ts';

/** Beyond the server's own codes: nothing answered, or something answered that is not this interface. */
export type ApiProblemCode = ProblemCode | 'unreachable' | 'unreadable_answer';

/** A request that failed; `message` is a plain sentence that may be shown. */
export class ApiProblem extends Error {
  readonly code: ApiProblemCode;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly fields: readonly { field: string; problem: string }[];
  /** What is wrong with a file that was sent, and how much more than is listed. */
  readonly file: { problems: readonly ImportProblem[]; total: number } | null;

  constructor(
    code: ApiProblemCode,
    status: number,
    detail: string,
    fields: Problem['fields'] = [],
    file: ApiProblem['file'] = null,
  ) {
    super(detail);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.fields = fields;
    this.file = file;
  }
}

/** The plain sentence of a failure, whatever was thrown. */
export function plainDetail(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Fields of questions about nodes, whose problems name the node, type or kind themselves. */
const NAMED_IN_WORDS = /^((nodeIds|types|labels)\.\d+|a|b)$/;

/** The plain sentence of a failure, without names of fields where they tell nothing. */
export function plainReasons(error: unknown): string {
  const fields = error instanceof ApiProblem ? error.fields : [];
  if (fields.length === 0 || !fields.every(({ field }) => NAMED_IN_WORDS.test(field)))
    return plainDetail(error);
  const reasons = fields.map(({ problem }) => problem).join('; ');
  return `${reasons.charAt(0).toUpperCase()}${reasons.slice(1)}.`;
}

/** Whether the database or the server is away, so that trying again later can help. */
export function isAway(error: unknown): boolean {
  return (
    error instanceof ApiProblem && (error.code === 'unreachable' || error.code === 'database_unavailable')
  );
}
