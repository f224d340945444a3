import type { z } from 'zod';
import {
  type ImportAnswer,
  importAnswerSchema,
  type importQuerySchema,
} from '../../server/contract/imports.ts';
import { operations } from '../../server/contract/operations.ts';
import { ApiProblem } from './api-problem.ts';
import { addressOf, notOurs, problemIn } from './call.ts';

interface Sending {
  query: z.input<typeof importQuerySchema>;
  /** The write token, where the file is loaded into the database. */
  token?: string | undefined;
  /** Gets the share that was sent, 0 to 1; at 1 the server reads it. */
  onProgress(share: number): void;
  signal: AbortSignal;
}

/**
 * Sends a file to be imported. Rejects with an `ApiProblem`, or with an `AbortError` when the signal ends it; the server
 * then stops reading. By XMLHttpRequest, since `fetch` does not tell how much was sent.
 */
export function sendFile(file: Blob, { query, token, onProgress, signal }: Sending): Promise<ImportAnswer> {
  const { method, path } = operations.imports;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const done = (settle: () => void) => {
      signal.removeEventListener('abort', stop);
      settle();
    };
    request.open(method.toUpperCase(), addressOf(path, {}, query));
    request.setRequestHeader('content-type', 'application/octet-stream');
    if (token !== undefined) request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.upload.onload = () => onProgress(1);
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
