import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { operations } from '../contract/operations.ts';
import type { GraphDatabase } from '../database/graph-database.ts';
import { prepareFile } from '../exchange/export-file.ts';
import type { ExportOptions, Report } from '../exchange/export-options.ts';
import type { QueryContext } from '../queries/query-context.ts';
import { tellRelationships } from '../queries/tell-relationships.ts';
import { AskedIds, type ExportBody, exportSource } from './export-source.ts';
import { handleOperation, readInput } from './handle-operation.ts';

/**
 * The routes that give a graph away as a file, and tell before what it will keep; unknown ids are refused, so that no
 * file is short of any. The file is written while it is read from the database, as fast as it is taken.
 */
export function exportRoute(database: GraphDatabase): Router {
  const router = Router();
  router.post(operations.exports.path, async (request, response) => {
    const { body, signal } = readInput(operations.exports, request, response);
    const file = await prepared({ database, options: { signal } }, body);
    response.attachment(file.fileName).type(file.contentType);
    await pipeline(Readable.from(file.content(), { objectMode: false }), response).catch((error: unknown) => {
      // Whoever asked has gone.
      if (!signal.aborted) throw error;
    });
  });
  handleOperation(router, operations.exportReport, async ({ body, signal }) => {
    const { fileName, faithfulness } = await prepared({ database, options: { signal } }, body);
    const { losses, notes, ...counts } = faithfulness;
    return { fileName, ...counts, losses: [...losses], notes: [...notes] };
  });
  return router;
}

async function prepared(context: QueryContext, body: ExportBody) {
  const { format, title, view } = body;
  const options: ExportOptions = { title, exportedAt: new Date().toISOString() };
  if (view !== undefined) options.view = view;
  if (format === 'markdown') options.report = reportOf(context, body);
  const asked = new AskedIds(body);
  const file = await prepareFile(format, await exportSource(context, body), options, [asked]);
  asked.refuseMissing();
  return file;
}

function reportOf(context: QueryContext, { question, searched, paths = [] }: ExportBody): Report {
  return {
    question,
    searched,
    paths,
    tell: (relationships, ends) => tellRelationships(context, relationships, ends),
  };
}
