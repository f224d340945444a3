import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import type { GraphPart, GraphQuery } from '../contract/nodes.ts';
import { operations } from '../contract/operations.ts';
import type { GraphDatabase } from '../database/graph-database.ts';
import { listFirstNodes, listFirstRelationships } from '../queries/list-first-graph.ts';
import type { QueryContext } from '../queries/query-context.ts';
import { readInput } from './handle-operation.ts';
import { KeptLines } from './kept-lines.ts';
import { problemOf } from './problem-of.ts';

/** Items of a line: enough that lines are few, few enough that nobody waits for one. */
const ITEMS_PER_LINE = 1000;

/** The route that gives the first graph part by part, so that whoever asks can show how much has come. */
export function graphPartsRoute(database: GraphDatabase): Router {
  const router = Router();
  const kept = new KeptLines(database);
  router.get(operations.graphParts.path, async (request, response) => {
    const { query, signal } = readInput(operations.graphParts, request, response);
    const context = { database, options: { signal } };
    const before = await kept.find(query, signal);
    const lines = before ?? kept.keep(query, linesOf(context, query), signal);
    const iterator = lines[Symbol.asyncIterator]();
    // What goes wrong before the first line is a problem of its own; after it, it is the last line.
    const first = await iterator.next();
    response.type('application/x-ndjson');
    const rest = async function* () {
      try {
        for (let next = first; !next.done; next = await iterator.next()) yield next.value;
      } catch (error) {
        if (!signal.aborted) yield lineOf({ problem: problemOf(error) });
      }
    };
    await pipeline(Readable.from(rest(), { objectMode: false }), response).catch((error: unknown) => {
      // Whoever asked has gone.
      if (!signal.aborted) throw error;
    });
  });
  return router;
}

function lineOf(part: GraphPart): string {
  return `${JSON.stringify(part)}\n`;
}

async function* linesOf(context: QueryContext, query: GraphQuery): AsyncGenerator<string> {
  const { nodes, nodeCount, truncated } = await listFirstNodes(context, query);
  yield lineOf({ nodeCount, truncated, nodesToCome: nodes.length });
  for (const some of slices(nodes)) yield lineOf({ nodes: some });
  const relationships = await listFirstRelationships(context, query, nodes);
  yield lineOf({ relationshipsToCome: relationships.length });
  for (const some of slices(relationships)) yield lineOf({ relationships: some });
  yield lineOf({ end: true });
}

function* slices<T>(items: readonly T[]): Iterable<T[]> {
  for (let start = 0; start < items.length; start += ITEMS_PER_LINE) {
    yield items.slice(start, start + ITEMS_PER_LINE);
  }
}
