import type { z } from 'zod';
import { type OperationName, type Operations, operations } from '../../server/contract/operations.ts';
import { problemSchema } from '../../server/contract/problem.ts';
import { addressOf } from './address-of.ts';
import { ApiProblem } from './api-problem.ts';
import { takeEarly } from './early-answers.ts';

/** Operations that take and give JSON; a file is fetched by `callForFile` and sent by `sendFile`. */
export type JsonOperationName = Exclude<OperationName, 'graphParts' | 'exports' | 'imports'>;
export type Answer<N extends OperationName> = z.output<Operations[N]['response']>;

export interface CallInput<N extends OperationName> {
  params?: z.input<Operations[N]['params']>;
  query?: z.input<Operations[N]['query']>;
  body?: z.input<Operations[N]['body']>;
  signal?: AbortSignal | undefined;
}

/**
 * Calls an operation of the contract and checks its answer. Rejects with an `ApiProblem`, or with the
 * `AbortError` of the given signal.
 */
export async function call<N extends JsonOperationName>(
  name: N,
  input: CallInput<N> = {},
): Promise<Answer<N>> {
  const response = await send(name, input);
  const answer = operations[name].response.safeParse(await readJson(response));
  if (!answer.success) throw notOurs(response.status);
  return answer.data as Answer<N>;
}

/** Asks for an export; the answer is the file itself. `onBytes` is told how much of it has come. */
export async function callForFile(
  input: CallInput<'exports'>,
  onBytes: (bytes: number) => void = () => {},
): Promise<Blob> {
  const response = await send('exports', input);
  const reader = response.body?.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (value !== undefined) {
        pieces.push(value);
        bytes += value.length;
        onBytes(bytes);
      }
      if (done) return new Blob(pieces, { type: response.headers.get('content-type') ?? '' });
    }
  } catch (error) {
    if (input.signal?.aborted) throw error;
    throw new ApiProblem('unreachable', 0, 'The file broke off before its end. Nothing was saved.');
  }
}

/** Asks for what comes line by line; the lines as they arrive, without their ends. */
export async function* callForLines(
  name: 'graphParts',
  input: CallInput<'graphParts'>,
): AsyncGenerator<string> {
  const response = await send(name, input);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest: string[] = [];
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      const [first = '', ...others] = value.split('\n');
      rest.push(first);
      for (const other of others) {
        yield rest.join('');
        rest = [other];
      }
    }
  } catch (error) {
    if (input.signal?.aborted || error instanceof ApiProblem) throw error;
    throw new ApiProblem('unreachable', 0, 'The Throughline server stopped answering.');
  }
  const last = rest.join('');
  if (last !== '') yield last;
}

async function send<N extends OperationName>(name: N, input: CallInput<N>): Promise<Response> {
  const { method, path } = operations[name];
  const request: RequestInit = { method: method.toUpperCase(), headers: { accept: 'application/json, */*' } };
  if (input.signal) request.signal = input.signal;
  if (input.body !== undefined) {
    request.body = JSON.stringify(input.body);
    request.headers = { ...request.headers, 'content-type': 'application/json' };
  }
  let response: Response;
  try {
    const address = addressOf(path, input.params, input.query);
    const early = method === 'get' ? takeEarly(address, input.signal) : undefined;
    response = await (early ?? fetch(address, request));
  } catch (error) {
    if (input.signal?.aborted) throw error;
    throw new ApiProblem('unreachable', 0, 'The Throughline server does not answer.');
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw notOurs(response.status);
  }
}

async function readProblem(response: Response): Promise<ApiProblem> {
  return problemIn(response.status, await response.json().catch(() => undefined));
}

/** The problem that an answer with this status and body tells of. */
export function problemIn(answerStatus: number, body: unknown): ApiProblem {
  const parsed = problemSchema.safeParse(body);
  if (parsed.success) {
    const { code, status, detail, fields, problems, problemCount } = parsed.data;
    const file = problems === undefined ? null : { problems, total: problemCount ?? problems.length };
    return new ApiProblem(code, status, detail, fields, file);
  }
  // A proxy in front of a stopped server answers 502 to 504 in its own words.
  if (answerStatus >= 502 && answerStatus <= 504) {
    return new ApiProblem('unreachable', answerStatus, 'The Throughline server does not answer.');
  }
  return notOurs(answerStatus);
}

export function notOurs(status: number): ApiProblem {
  return new ApiProblem(
    'unreadable_answer',
    status,
    `The server gave an answer that cannot be read (${status}).`,
  );
}
