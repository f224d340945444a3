import type { z } from 'zod';
import type { Problem, ProblemCode } from '../contract/problem.ts';
import {
  DatabaseUnavailable,
  LoadRefused,
  QueryCancelled,
  QueryOutOfMemory,
  QueryTimeout,
} from '../database/database-errors.ts';
import { ImportRefused, problemLine } from '../exchange/import-problems.ts';
import { ImportOutOfMemory, ImportsBusy } from '../imports/import-runner.ts';
import { BudgetSpent } from '../paths/search-budget.ts';
import { InvalidQuestion } from '../paths/walk-context.ts';
import { InvalidCursor } from '../queries/list-neighbours.ts';
import { plainIssue } from './plain-issue.ts';

const TITLES: Record<ProblemCode, [status: number, title: string]> = {
  invalid_request: [400, 'The request is not right'],
  not_found: [404, 'Not found'],
  route_not_found: [404, 'No such address'],
  method_not_allowed: [405, 'Method not allowed'],
  payload_too_large: [413, 'The request is too large'],
  unsupported_media_type: [415, 'Unsupported content'],
  file_refused: [422, 'The file cannot be read as it stands'],
  load_refused: [409, 'The file cannot be loaded'],
  read_only: [403, 'The database is read-only here'],
  unauthorized: [401, 'The write token is needed'],
  too_many_requests: [429, 'Too many requests'],
  database_unavailable: [503, 'The database does not answer'],
  query_timeout: [504, 'The question took too long'],
  query_out_of_memory: [507, 'The question needs too much memory'],
  views_off: [403, 'This server keeps no views'],
  views_full: [507, 'This server keeps no more views'],
  cancelled: [499, 'The request was cancelled'],
  internal_error: [500, 'Something went wrong'],
};

/** A failure that a route reports by itself. */
export class RequestProblem extends Error {
  override name = 'RequestProblem';
  readonly code: ProblemCode;
  readonly fields: Problem['fields'];

  constructor(code: ProblemCode, detail: string, fields?: Problem['fields']) {
    super(detail);
    this.code = code;
    this.fields = fields;
  }
}

function problem(code: ProblemCode, detail: string, fields?: Problem['fields']): Problem {
  const [status, title] = TITLES[code];
  return {
    type: `urn:throughline:problem:${code}`,
    title,
    status,
    detail,
    code,
    ...(fields === undefined ? {} : { fields }),
  };
}

/** A schema's complaints as the fields at fault, each with what is allowed. */
export function fieldsOf(error: z.ZodError): NonNullable<Problem['fields']> {
  return error.issues
    .filter((issue) => !isBeyondNumbers(issue) || !error.issues.some((other) => isOtherBound(other, issue)))
    .map((issue) => ({
      field: issue.path.map(String).join('.') || 'body',
      problem: plainIssue(issue),
    }));
}

/** Whether a number is too large or small to be told from the next one: where there is a narrower bound, that one says it. */
function isBeyondNumbers(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'too_big') return Number(issue.maximum) === Number.MAX_SAFE_INTEGER;
  return issue.code === 'too_small' && Number(issue.minimum) === Number.MIN_SAFE_INTEGER;
}

function isOtherBound(other: z.core.$ZodIssue, issue: z.core.$ZodIssue): boolean {
  return other !== issue && other.code === issue.code && other.path.join('.') === issue.path.join('.');
}

function bodyParserType(error: unknown): string | undefined {
  return error instanceof Error && 'type' in error && typeof error.type === 'string' ? error.type : undefined;
}

/** The status of what Express and its parsers refuse by themselves: ranges, conditions, encodings, paths. */
function clientErrorStatus(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')) return 400;
  const status = 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

/** A file as a problem: what is wrong with it, line by line. */
function refusedFile(error: ImportRefused): Problem {
  const [first] = error.problems;
  const more = error.total > 1 ? ` There are ${error.total - 1} more problems.` : '';
  return {
    ...problem(
      'file_refused',
      `${first === undefined ? 'The file cannot be read.' : `${problemLine(first)}.`}${more}`,
    ),
    problems: [...error.problems],
    problemCount: error.total,
  };
}

/** What a user is told about an error; nothing of its inside gets out unless it was written for users. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestProblem) return problem(error.code, error.message, error.fields);
  if (error instanceof ImportRefused) return refusedFile(error);
  if (error instanceof ImportsBusy) return problem('too_many_requests', error.message);
  if (error instanceof LoadRefused) return problem('load_refused', error.message);
  if (error instanceof ImportOutOfMemory) return problem('payload_too_large', error.message);
  if (error instanceof InvalidQuestion) return problem('invalid_request', error.message, error.fields);
  if (error instanceof InvalidCursor) {
    return problem('invalid_request', `cursor ${error.message}`, [
      { field: 'cursor', problem: error.message },
    ]);
  }
  if (error instanceof DatabaseUnavailable) return problem('database_unavailable', error.message);
  if (error instanceof QueryTimeout) return problem('query_timeout', error.message);
  if (error instanceof BudgetSpent) {
    return problem(
      'query_timeout',
      'The question needs more time or more of the graph than one question may take.',
    );
  }
  if (error instanceof QueryOutOfMemory) return problem('query_out_of_memory', error.message);
  if (error instanceof QueryCancelled || (error instanceof Error && error.name === 'AbortError')) {
    return problem('cancelled', 'The request was cancelled.');
  }
  switch (bodyParserType(error)) {
    case 'entity.too.large':
      return problem('payload_too_large', 'The body of the request is larger than the server accepts.');
    case 'entity.parse.failed':
      return problem('invalid_request', 'The body of the request is not valid JSON.');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return problem('unsupported_media_type', 'Send the body as JSON in UTF-8.');
    case 'request.aborted':
      return problem('cancelled', 'The request was cancelled.');
  }
  // Express could not decode the address.
  if (error instanceof URIError) return problem('invalid_request', 'The address holds a broken % sequence.');
  const status = clientErrorStatus(error);
  if (status !== undefined) {
    return { ...problem('invalid_request', 'The server cannot serve this request as it was sent.'), status };
  }
  return problem('internal_error', 'The server could not answer; its log says more.');
}
