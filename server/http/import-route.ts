import { createHash, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import {
  type FileProgress,
  IMPORT_FORMATS,
  type TableChoices,
  tableChoicesSchema,
} from '../contract/imports.ts';
import { operations } from '../contract/operations.ts';
import { ImportRunner } from '../imports/import-runner.ts';
import { datasetNameOf } from '../imports/load-dataset-file.ts';
import type { GraphSearch } from '../queries/search-graph.ts';
import { handleOperation, readQuery, signalOf } from './handle-operation.ts';
import { fieldsOf, RequestProblem } from './problem-of.ts';

export interface ImportRouteDeps {
  runner: ImportRunner;
  /** Who has it may load into the database; undefined: nobody may. */
  writeToken: string | undefined;
  /** Files that one address may send in a minute. */
  perMinute: number;
  search: GraphSearch;
}

/**
 * The route that takes a file, which is the whole body, whatever its content type: into the database with the write
 * token, or read and given back. It is kept on disk, and read by a process of its own that ends when the one who sent
 * it goes away.
 */
export function importRoute({ runner, writeToken, perMinute, search }: ImportRouteDeps): Router {
  const router = Router();
  const { limitMb } = runner.options;
  handleOperation(router, operations.importOptions, async () => ({
    database: writeToken !== undefined,
    limitMb,
    formats: [...IMPORT_FORMATS],
  }));
  const watched = new Map<string, FileProgress>();
  handleOperation(router, operations.importProgress, async ({ params }) => ({
    progress: watched.get(params.watch) ?? null,
  }));
  const limit = rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: () => {
      throw new RequestProblem(
        'too_many_requests',
        `At most ${perMinute} files a minute are read. Try again in a moment.`,
      );
    },
  });
  router.post(operations.imports.path, limit, async (request, response) => {
    const signal = signalOf(response);
    const query = readQuery(operations.imports, request);
    if (query.into === 'database') mayWrite(request, writeToken);
    const tables = tablesOf(query.tables);
    const scratch = await ImportRunner.scratch();
    const onProgress = ({ phase, done, total }: FileProgress) => {
      if (query.watch !== undefined) watched.set(query.watch, { phase, done, total });
    };
    try {
      const path = join(scratch.path, 'file');
      await keep(request, path, limitMb, signal);
      const answerPath = join(scratch.path, 'answer.json');
      const dataset = query.into === 'database' ? (query.dataset ?? datasetNameOf(query.name)) : undefined;
      await runner.run(
        {
          graphs: [{ files: [{ path, name: query.name }], answerPath, dataset }],
          tables,
          tellLosses: writeToken !== undefined,
          onProgress,
        },
        signal,
      );
      if (dataset !== undefined) search.lookAgain();
      response.type('json');
      await pipeline(createReadStream(answerPath), response);
    } finally {
      if (query.watch !== undefined) watched.delete(query.watch);
      await scratch.remove();
    }
  });
  return router;
}

function mayWrite(request: Request, writeToken: string | undefined): void {
  if (writeToken === undefined) {
    throw new RequestProblem(
      'read_only',
      'This server does not load files into its database. Set WRITE_TOKEN where it is started to allow it, ' +
        'or read the file with ?into=workspace.',
    );
  }
  const given = /^Bearer (.+)$/i.exec(request.get('authorization') ?? '')?.[1];
  if (given === undefined || !isSame(given, writeToken)) {
    throw new RequestProblem(
      'unauthorized',
      given === undefined
        ? 'Loading into the database needs the write token: send Authorization: Bearer and the token.'
        : 'The write token is not the one of this server.',
    );
  }
}

/** Compares in a time that tells nothing about where the texts differ. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

function tablesOf(text: string | undefined): TableChoices {
  if (text === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RequestProblem('invalid_request', 'tables: must be JSON', [
      { field: 'tables', problem: 'must be JSON' },
    ]);
  }
  const parsed = tableChoicesSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = fieldsOf(parsed.error).map(({ field, problem }) => ({ field: `tables.${field}`, problem }));
  throw new RequestProblem(
    'invalid_request',
    fields.map(({ field, problem }) => `${field}: ${problem}`).join('; '),
    fields,
  );
}

/** Writes the body to disk; past the limit it is refused. */
async function keep(request: Request, path: string, limitMb: number, signal: AbortSignal): Promise<void> {
  if (/^multipart\//i.test(request.get('content-type') ?? '')) {
    throw new RequestProblem(
      'unsupported_media_type',
      'Send the file itself as the body, as curl --data-binary @file does, and its name as ?name=.',
    );
  }
  const most = limitMb * 1024 * 1024;
  const tooLarge = () =>
    new RequestProblem(
      'payload_too_large',
      `The file is larger than ${limitMb} MB, which is the most (IMPORT_LIMIT_MB).`,
    );
  if (Number(request.get('content-length') ?? 0) > most) {
    refuse(request);
    throw tooLarge();
  }
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done(tooLarge());
      else done(null, chunk);
    },
  });
  try {
    await pipeline(request.pipe(counted), createWriteStream(path), { signal });
  } catch (error) {
    refuse(request);
    throw error;
  }
  if (bytes === 0)
    throw new RequestProblem('invalid_request', 'The body is empty; send the file as the body.');
}

/** Lets the rest of the body run into nothing, so that the one who sends it gets to read why it is refused. */
function refuse(request: Request): void {
  request.unpipe();
  request.resume();
}
