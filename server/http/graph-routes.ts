import { Router } from 'express';
import { operations } from '../contract/operations.ts';
import type { GraphDatabase } from '../database/graph-database.ts';
import { answerOnCurrent } from '../paths/answer-on-current.ts';
import { answerPathQuestion } from '../paths/answer-path-question.ts';
import { checkNames } from '../paths/check-names.ts';
import { compareNodes } from '../paths/compare-nodes.ts';
import { connectNodes } from '../paths/connect-nodes.ts';
import { HeldLinks } from '../paths/held-links.ts';
import { listSurroundings } from '../paths/list-surroundings.ts';
import { InvalidQuestion, type WalkLimits } from '../paths/walk-context.ts';
import type { WalkGraph } from '../paths/walk-graph.ts';
import { countNeighbours } from '../queries/count-neighbours.ts';
import { describeSchema } from '../queries/describe-schema.ts';
import { findNodes } from '../queries/find-nodes.ts';
import { findRelationships } from '../queries/find-relationships.ts';
import { listFirstGraph } from '../queries/list-first-graph.ts';
import { listNeighbours } from '../queries/list-neighbours.ts';
import { listSubgraph } from '../queries/list-subgraph.ts';
import { listDocuments, readDocument } from '../queries/read-documents.ts';
import { evidenceOf } from '../queries/read-evidence.ts';
import { sentenceOf } from '../queries/read-sentence.ts';
import type { GraphSearch } from '../queries/search-graph.ts';
import { handleOperation } from './handle-operation.ts';
import { RequestProblem } from './problem-of.ts';

export interface GraphRoutesDeps {
  database: GraphDatabase;
  search: GraphSearch;
  /** Milliseconds that a path question may take. */
  pathTimeoutMs: number;
  /** Relationships, and nodes, that path questions keep in memory at most. */
  heldLinks: number;
}

function unknown(kind: string, id: string): RequestProblem {
  return new RequestProblem('not_found', `There is no ${kind} with the id "${id.slice(0, 80)}".`);
}

/** The routes that answer questions about the graph. */
export function graphRoutes({ database, search, pathTimeoutMs, heldLinks }: GraphRoutesDeps): Router {
  const held = new HeldLinks(database, heldLinks);
  const router = Router();
  const context = (signal: AbortSignal) => ({ database, options: { signal } });
  const walk = <Answer>(
    signal: AbortSignal,
    answer: (graph: WalkGraph, limits: WalkLimits) => Promise<Answer>,
  ) => answerOnCurrent({ database, held }, { timeoutMs: pathTimeoutMs, signal }, answer);

  handleOperation(router, operations.schema, ({ signal }) => describeSchema(context(signal)));
  handleOperation(router, operations.search, ({ query, signal }) =>
    search.search(query.q, query.limit, { signal }),
  );
  handleOperation(router, operations.graph, ({ query, signal }) => listFirstGraph(context(signal), query));
  handleOperation(router, operations.subgraph, ({ body, signal }) =>
    listSubgraph(context(signal), body.nodeIds),
  );
  handleOperation(router, operations.paths, ({ body, signal }) =>
    walk(signal, (graph, limits) => answerPathQuestion(graph, body, limits)),
  );
  handleOperation(router, operations.compare, ({ body, signal }) =>
    walk(signal, (graph, limits) => compareNodes(graph, body, limits)),
  );
  handleOperation(router, operations.surroundings, ({ body, signal }) =>
    walk(signal, (graph, limits) => listSurroundings(graph, body, limits)),
  );
  handleOperation(router, operations.connect, ({ body, signal }) =>
    walk(signal, (graph, limits) => connectNodes(graph, body, limits)),
  );

  handleOperation(router, operations.node, async ({ params, signal }) => {
    const [node] = await findNodes(context(signal), [params.id]);
    if (node === undefined) throw unknown('node', params.id);
    return {
      node,
      neighbourCounts: await countNeighbours(context(signal), params.id),
      evidence: evidenceOf(node.properties),
    };
  });

  handleOperation(router, operations.neighbours, async ({ params, query, signal }) => {
    const { types = [], labels = [], cursor } = query;
    const asked = { types, avoidTypes: [], labels, avoidLabels: [], avoid: [] };
    const [page, wrong] = await Promise.all([
      listNeighbours(context(signal), params.id, query),
      // A page that follows another asks for nothing new.
      cursor === undefined ? checkNames(context(signal), asked) : [],
    ]);
    if (wrong.length > 0) throw new InvalidQuestion(wrong);
    if (page.total === 0 && (await findNodes(context(signal), [params.id])).length === 0) {
      throw unknown('node', params.id);
    }
    return page;
  });

  handleOperation(router, operations.relationship, async ({ params, signal }) => {
    const [relationship] = await findRelationships(context(signal), [params.id]);
    if (relationship === undefined) throw unknown('relationship', params.id);
    const { speaker } = relationship.properties;
    const wanted = [
      relationship.source,
      relationship.target,
      ...(typeof speaker === 'string' ? [speaker] : []),
    ];
    const nodes = new Map((await findNodes(context(signal), wanted)).map((node) => [node.id, node]));
    const source = nodes.get(relationship.source);
    const target = nodes.get(relationship.target);
    if (source === undefined || target === undefined) throw unknown('relationship', params.id);
    const speakerName = typeof speaker === 'string' ? nodes.get(speaker)?.caption : undefined;
    return {
      relationship,
      source,
      target,
      sentence: sentenceOf(relationship, nodes),
      ...(speakerName === undefined ? {} : { speakerName }),
      evidence: evidenceOf(relationship.properties),
    };
  });

  handleOperation(router, operations.documents, async ({ signal }) => ({
    documents: await listDocuments(context(signal)),
  }));
  handleOperation(router, operations.document, async ({ params, signal }) => {
    const found = await readDocument(context(signal), params.id);
    if (found === undefined) throw unknown('document', params.id);
    return found;
  });
  return router;
}
