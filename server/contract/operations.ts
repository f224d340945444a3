import { z } from 'zod';
import { documentResponseSchema, documentsResponseSchema } from './documents.ts';
import { exportReportSchema, exportRequestSchema } from './exports.ts';
import { FIRST_PATHS } from './first-requests.ts';
import { graphSchema, idSchema } from './graph.ts';
import { healthSchema } from './health.ts';
import {
  importAnswerSchema,
  importOptionsSchema,
  importQuerySchema,
  watchedImportSchema,
} from './imports.ts';
import {
  comparisonRequestSchema,
  comparisonSchema,
  connectionRequestSchema,
  connectionSchema,
  surroundingsRequestSchema,
  surroundingsSchema,
} from './neighbourhoods.ts';
import {
  graphPartSchema,
  graphQuerySchema,
  graphResponseSchema,
  neighboursQuerySchema,
  neighboursResponseSchema,
  nodeResponseSchema,
  subgraphRequestSchema,
} from './nodes.ts';
import { pathAnswerSchema, pathQuestionSchema } from './paths.ts';
import { relationshipResponseSchema } from './relationships.ts';
import { anyViewSchema, savedViewSchema, sharedViewSchema } from './saved-view.ts';
import { schemaSchema } from './schema.ts';
import { searchQuerySchema, searchResponseSchema } from './search.ts';

const byId = z.object({ id: idSchema });
const nothing = z.strictObject({});

export interface Operation<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> {
  method: 'get' | 'post';
  path: string;
  summary: string;
  params: P;
  query: Q;
  body: B;
  response: R;
}

function operation<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  spec: Operation<P, Q, B, R>,
): Operation<P, Q, B, R> {
  return spec;
}

/** Every operation of the HTTP interface; routes, OpenAPI and the browser's calls are made from this list. */
export const operations = {
  health: operation({
    method: 'get',
    path: FIRST_PATHS.health,
    summary: 'Whether the database answers, and how much it holds',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: healthSchema,
  }),
  schema: operation({
    method: 'get',
    path: '/api/schema',
    summary: 'Labels, relationship types, how they meet, and their properties, with true counts',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: schemaSchema,
  }),
  search: operation({
    method: 'get',
    path: '/api/search',
    summary: 'Find nodes and relationships by their words; forgives typos and completes prefixes',
    params: nothing,
    query: searchQuerySchema,
    body: z.undefined(),
    response: searchResponseSchema,
  }),
  graph: operation({
    method: 'get',
    path: '/api/graph',
    summary: 'The graph to begin with: all of it, or its best connected nodes',
    params: nothing,
    query: graphQuerySchema,
    body: z.undefined(),
    response: graphResponseSchema,
  }),
  graphParts: operation({
    method: 'get',
    path: FIRST_PATHS.graphParts,
    summary: 'The graph to begin with, part by part as it is read: one JSON object a line',
    params: nothing,
    query: graphQuerySchema,
    body: z.undefined(),
    response: graphPartSchema,
  }),
  node: operation({
    method: 'get',
    path: '/api/nodes/:id',
    summary: 'One node, with its neighbours counted by type, direction and label',
    params: byId,
    query: nothing,
    body: z.undefined(),
    response: nodeResponseSchema,
  }),
  neighbours: operation({
    method: 'get',
    path: '/api/nodes/:id/neighbours',
    summary: 'A page of the relationships of a node and the nodes at their other ends',
    params: byId,
    query: neighboursQuerySchema,
    body: z.undefined(),
    response: neighboursResponseSchema,
  }),
  relationship: operation({
    method: 'get',
    path: '/api/relationships/:id',
    summary: 'One relationship, with the words that it rests on',
    params: byId,
    query: nothing,
    body: z.undefined(),
    response: relationshipResponseSchema,
  }),
  subgraph: operation({
    method: 'post',
    path: '/api/subgraph',
    summary: 'The given nodes and every relationship among them',
    params: nothing,
    query: nothing,
    body: subgraphRequestSchema,
    response: graphSchema,
  }),
  paths: operation({
    method: 'post',
    path: '/api/paths',
    summary: 'How two nodes are connected, by way of others, each hop explained with its evidence',
    params: nothing,
    query: nothing,
    body: pathQuestionSchema,
    response: pathAnswerSchema,
  }),
  compare: operation({
    method: 'post',
    path: '/api/comparisons',
    summary: 'What two nodes have in common, what only one of them is tied to, and the words behind it',
    params: nothing,
    query: nothing,
    body: comparisonRequestSchema,
    response: comparisonSchema,
  }),
  surroundings: operation({
    method: 'post',
    path: '/api/surroundings',
    summary: 'Everything within some hops of the given nodes, or only its counts',
    params: nothing,
    query: nothing,
    body: surroundingsRequestSchema,
    response: surroundingsSchema,
  }),
  connect: operation({
    method: 'post',
    path: '/api/connections',
    summary: 'The smallest subgraph that connects three to eight nodes',
    params: nothing,
    query: nothing,
    body: connectionRequestSchema,
    response: connectionSchema,
  }),
  exports: operation({
    method: 'post',
    path: '/api/exports',
    summary:
      'A graph as a file: JSON, GEXF, GraphML, CSV (zipped tables, also for neo4j-admin), Cypher or a cited report',
    params: nothing,
    query: nothing,
    body: exportRequestSchema,
    response: z.file(),
  }),
  importOptions: operation({
    method: 'get',
    path: '/api/imports',
    summary:
      'Whether files may be loaded into the database, how large they may be, and which formats are read',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: importOptionsSchema,
  }),
  importProgress: operation({
    method: 'get',
    path: '/api/imports/:watch',
    summary: 'How far the reading of a file is that was sent with this name in watch',
    params: z.strictObject({ watch: z.string() }),
    query: nothing,
    body: z.undefined(),
    response: watchedImportSchema,
  }),
  imports: operation({
    method: 'post',
    path: '/api/imports',
    summary:
      'Reads the file that is the body: as a dataset into the database (with Authorization: Bearer and the write ' +
      'token), or given back for the workspace',
    params: nothing,
    query: importQuerySchema,
    body: z.file(),
    response: importAnswerSchema,
  }),
  exportReport: operation({
    method: 'post',
    path: '/api/exports/report',
    summary: 'What a file of a graph would keep and what not, before it is made',
    params: nothing,
    query: nothing,
    body: exportRequestSchema,
    response: exportReportSchema,
  }),
  documents: operation({
    method: 'get',
    path: '/api/documents',
    summary: 'The texts that the graph was taken from',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: documentsResponseSchema,
  }),
  document: operation({
    method: 'get',
    path: '/api/documents/:id',
    summary: 'One text: its passages, with the words marked that the graph rests on',
    params: byId,
    query: nothing,
    body: z.undefined(),
    response: documentResponseSchema,
  }),
  shareView: operation({
    method: 'post',
    path: '/api/views',
    summary:
      'Keeps a view of the graph, so that others can open it by a short link; the graph is not changed',
    params: nothing,
    query: nothing,
    body: savedViewSchema,
    response: sharedViewSchema,
  }),
  readView: operation({
    method: 'get',
    path: '/api/views/:id',
    summary: 'A view that was kept',
    params: sharedViewSchema,
    query: nothing,
    body: z.undefined(),
    response: anyViewSchema,
  }),
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
