import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import type { Operation } from '../contract/operations.ts';
import { fieldsOf, RequestProblem } from './problem-of.ts';

export interface OperationInput<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  /** Aborted when the one who asked has gone. */
  signal: AbortSignal;
}

function parse<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = fieldsOf(parsed.error);
  const detail = fields.map(({ field, problem }) => `${field}: ${problem}`).join('; ');
  throw new RequestProblem('invalid_request', `The ${where} of the request: ${detail}`, fields);
}

/** A signal that is aborted when the connection closes before the answer is out. */
export function signalOf(response: Response): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** Reads and checks the query of an operation. */
export function readQuery<Q extends z.ZodType>({ query }: { query: Q }, request: Request): z.output<Q> {
  return parse(query, request.query, 'query');
}

/** Reads and checks the input of an operation. */
export function readInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  operation: Operation<P, Q, B, R>,
  request: Request,
  response: Response,
): OperationInput<z.output<P>, z.output<Q>, z.output<B>> {
  if (operation.method === 'post' && request.body === undefined) {
    throw new RequestProblem(
      'unsupported_media_type',
      'Send a JSON body with Content-Type: application/json.',
    );
  }
  return {
    params: parse(operation.params, request.params, 'address'),
    query: parse(operation.query, request.query, 'query'),
    body: parse(operation.body, operation.method === 'get' ? undefined : request.body, 'body'),
    signal: signalOf(response),
  };
}

/** Registers an operation whose answer is JSON; input and answer are checked by the contract. */
export function handleOperation<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  router: Router,
  operation: Operation<P, Q, B, R>,
  answer: (input: OperationInput<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>,
): void {
  const { method, path, response: schema } = operation;
  router[method](path, async (request, response) => {
    const result = await answer(readInput(operation, request, response));
    const checked = schema.safeParse(result);
    if (!checked.success)
      throw new Error(`The answer of ${path} breaks the contract: ${checked.error.message}`);
    if (!response.closed) response.json(checked.data);
  });
}
