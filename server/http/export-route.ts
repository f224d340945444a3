import { Router } from 'express';
import { operations } from '../contract/operations.ts';
import type { GraphDatabase } from '../database/graph-database.ts';
import { exportFile } from '../exchange/export-file.ts';
import type { ExportOptions } from '../exchange/export-options.ts';
import { findNodes } from '../queries/find-nodes.ts';
import { listRelationshipsAmong } from '../queries/list-subgraph.ts';
import { tellRelationships } from '../queries/tell-relationships.ts';
import { readInput } from './handle-operation.ts';
import { RequestProblem } from './problem-of.ts';

/** The route that gives a subgraph away as a file; unknown ids are refused, so that no file is short of any. */
export function exportRoute(database: GraphDatabase): Router {
  const router = Router();
  router.post(operations.exports.path, async (request, response) => {
    const { body, signal } = readInput(operations.exports, request, response);
    const context = { database, options: { signal } };
    const nodes = await findNodes(context, body.nodeIds);
    refuseMissing('nodeIds', body.nodeIds, nodes);
    const among = await listRelationshipsAmong(context, body.nodeIds);
    const asked = body.relationshipIds === undefined ? undefined : new Set(body.relationshipIds);
    const relationships = asked === undefined ? among : among.filter(({ id }) => asked.has(id));
    refuseMissing('relationshipIds', body.relationshipIds ?? [], relationships);
    const { title, question, searched, paths = [] } = body;
    const options: ExportOptions = { title, exportedAt: new Date().toISOString() };
    if (body.format === 'markdown') {
      const told = await tellRelationships(context, relationships, nodes);
      options.report = { question, searched, paths, told };
    }
    const file = exportFile(body.format, { nodes, relationships }, options);
    response.attachment(file.fileName).type(file.contentType).send(file.body);
  });
  return router;
}

function refuseMissing(field: string, asked: readonly string[], found: readonly { id: string }[]): void {
  const known = new Set(found.map((item) => item.id));
  const missing = [...new Set(asked)].filter((id) => !known.has(id));
  if (missing.length === 0) return;
  const some = missing.slice(0, 5).map((id) => `"${id.slice(0, 80)}"`);
  const where = field === 'nodeIds' ? 'not in the graph' : 'not among the given nodes';
  const problem = `${missing.length} ${where}: ${some.join(', ')}${missing.length > 5 ? ', …' : ''}`;
  throw new RequestProblem('invalid_request', `${field}: ${problem}`, [{ field, problem }]);
}
