import type { z } from 'zod';
import {
  type FileProgress,
  type ImportAnswer,
  importAnswerSchema,
  type importQuerySchema,
} from '../../server/contract/imports.ts';
import { operations } from '../../server/contract/operations.ts';
import { addressOf } from './address-of.ts';
import { ApiProblem } from './api-problem.ts';
import { call, notOurs, problemIn } from './call.ts';

/** How far a file is: sent (bytes), then read and loaded by the server. */
export type SendingProgress = FileProgress | { phase: 'sending'; done: number; total: number };

/** Milliseconds between two questions on how far the server is. */
const PAUSE = 500;

interface Sending {
  query: z.input<typeof importQuerySchema>;
  /** The write token, where the file is loaded into the database. */
  token?: string | undefined;
  onProgress(progress: SendingProgress): void;
  signal: AbortSignal;
}

/**
 * Sends a file to be imported. Rejects with an `ApiProblem`, or with an `AbortError` when the signal ends it; the server
 * then stops reading. By XMLHttpRequest, since `fetch` does not tell how much was sent.
 */
export function sendFile(file: Blob, { query, token, onProgress, signal }: Sending): Promise<ImportAnswer> {
  const { method, path } = operations.imports;
  const watch = crypto.getRandomValues(new Uint32Array(4)).join('-');
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const ended = new AbortController();
    const stop = () => request.abort();
    const done = (settle: () => void) => {
      signal.removeEventListener('abort', stop);
      ended.abort();
      settle();
    };
    request.open(method.toUpperCase(), addressOf(path, {}, { ...query, watch }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    if (token !== undefined) request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress({ phase: 'sending', done: loaded, total });
    request.upload.onload = () => {
      onProgress({ phase: 'reading', done: 0, total: 0 });
      void askHowFar(watch, onProgress, ended.signal);
    };
    request.onabort = () => done(() => reject(new DOMException('Cancelled', 'AbortError')));
    request.onerror = () =>
      done(() => reject(new ApiProblem('unreachable', 0, 'The Throughline server does not answer.')));
    request.onload = () =>
      done(() => {
        const body = parsed(request.responseText);
        if (request.status !== 200) return reject(problemIn(request.status, body));
        const answer = importAnswerSchema.safeParse(body);
        if (answer.success) resolve(answer.data);
        else reject(notOurs(request.status));
      });
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    else request.send(file);
  });
}

/** Asks until the signal ends it. What goes wrong here does not matter: the file itself says it. */
async function askHowFar(
  watch: string,
  onProgress: Sending['onProgress'],
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const answer = await call('importProgress', { params: { watch }, signal }).catch(() => undefined);
    if (answer?.progress && !signal.aborted) onProgress(answer.progress);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
