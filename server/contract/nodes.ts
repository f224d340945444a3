import { z } from 'zod';
import { countSchema } from './count.ts';
import { evidenceSchema } from './evidence.ts';
import { MOST_FIRST_NODES } from './first-requests.ts';
import { graphSchema, nodeSchema, relationshipSchema } from './graph.ts';
import { problemSchema } from './problem.ts';

export const directionSchema = z.enum(['out', 'in', 'any']);

export const nameListSchema = z
  .string()
  .max(4000)
  .transform((text) =>
    (text.match(/(?:\\[\\,]|[^,])+/g) ?? []).map((name) => name.replace(/\\([\\,])/g, '$1')),
  )
  .meta({
    description: 'Names separated by commas; in a name a backslash stands before a comma or a backslash',
  });

export const neighbourCountSchema = z.object({
  type: z.string(),
  direction: z.enum(['out', 'in']),
  label: z.string().meta({ description: 'The most specific label of the neighbour' }),
  count: z.int(),
});

export const nodeResponseSchema = z.object({
  node: nodeSchema,
  neighbourCounts: z.array(neighbourCountSchema),
  evidence: z.array(evidenceSchema).meta({ description: 'Where the text names it' }),
});

export const neighboursQuerySchema = z.strictObject({
  types: nameListSchema.optional(),
  labels: nameListSchema.optional(),
  direction: directionSchema.default('any'),
  limit: countSchema(1000, 25),
  cursor: z.string().max(2000).optional(),
});

/** One page: its relationships and the nodes at their other ends; pages never repeat a relationship. */
export const neighboursResponseSchema = z.object({
  graph: graphSchema,
  total: z.int().meta({ description: 'Relationships that fit the filters, over all pages' }),
  nextCursor: z.string().nullable(),
});

export const graphQuerySchema = z.strictObject({
  limit: countSchema(MOST_FIRST_NODES, 2000),
  labels: nameListSchema.optional(),
  types: nameListSchema.optional(),
});

/** The graph to begin with: all of it, or the nodes with most relationships. */
export const graphResponseSchema = z.object({
  graph: graphSchema,
  nodeCount: z.int().meta({ description: 'Explorable nodes in the whole graph' }),
  truncated: z.boolean(),
});

/** A line of the graph as it arrives: first the counts, then its parts, last the end or what went wrong. */
export const graphPartSchema = z.union([
  z.object({
    nodeCount: z.int().meta({ description: 'Explorable nodes in the whole graph' }),
    truncated: z.boolean(),
    nodesToCome: z.int(),
  }),
  z.object({ nodes: z.array(nodeSchema) }),
  z.object({ relationshipsToCome: z.int() }),
  z.object({ relationships: z.array(relationshipSchema) }),
  z.object({ end: z.literal(true) }),
  z.object({ problem: problemSchema }),
]);

export const subgraphRequestSchema = z.strictObject({
  nodeIds: z.array(z.string().min(1).max(512)).min(1).max(20000),
});

export type NodeResponse = z.infer<typeof nodeResponseSchema>;
export type NeighbourCount = z.infer<typeof neighbourCountSchema>;
export type NeighboursQuery = z.infer<typeof neighboursQuerySchema>;
export type NeighboursResponse = z.infer<typeof neighboursResponseSchema>;
export type GraphQuery = z.infer<typeof graphQuerySchema>;
export type GraphPart = z.infer<typeof graphPartSchema>;
export type GraphResponse = z.infer<typeof graphResponseSchema>;
