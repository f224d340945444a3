import { z } from 'zod';
import { graphSchema, idSchema } from './graph.ts';
import { hopRelationshipSchema, linkFilterSchema } from './paths.ts';

/** Questions about what lies around and between nodes. */

export const comparisonRequestSchema = linkFilterSchema.extend({
  a: idSchema,
  b: idSchema,
  limit: z.int().min(1).max(1000).default(100).meta({ description: 'Most neighbours listed in each group' }),
});

const tiesSchema = z.array(hopRelationshipSchema);
const ownNeighbourSchema = z.object({ node: idSchema, relationships: tiesSchema });

export const comparisonSchema = z.object({
  common: z.array(z.object({ node: idSchema, withA: tiesSchema, withB: tiesSchema })),
  onlyA: z.array(ownNeighbourSchema),
  onlyB: z.array(ownNeighbourSchema),
  direct: tiesSchema.meta({ description: 'What ties the two to each other' }),
  totals: z.object({ common: z.int(), onlyA: z.int(), onlyB: z.int() }),
  graph: graphSchema,
});

export const surroundingsRequestSchema = linkFilterSchema.extend({
  nodeIds: z.array(idSchema).min(1).max(100),
  hops: z.int().min(1).max(6).default(1),
  direction: z.enum(['any', 'out']).default('any'),
  countOnly: z.boolean().default(false).meta({ description: 'Count without sending the graph' }),
});

export const surroundingsSchema = z.object({
  levels: z.array(z.int()).meta({ description: 'New nodes at each hop, from the first on' }),
  nodeCount: z.int(),
  relationshipCount: z.int(),
  truncated: z.boolean().meta({ description: 'The budget ended the search; the counts are lower bounds' }),
  graph: graphSchema.nullable(),
});

export const connectionRequestSchema = linkFilterSchema.extend({
  nodeIds: z.array(idSchema).min(3).max(8),
});

export const connectionSchema = z.object({
  connected: z.boolean(),
  proven: z.boolean().meta({ description: 'Whether no smaller connecting subgraph exists' }),
  nodeIds: z.array(idSchema),
  ties: z.array(z.object({ from: idSchema, to: idSchema, relationships: tiesSchema })),
  apart: z.array(z.array(idSchema)).meta({ description: 'When not connected: the groups that are' }),
  graph: graphSchema,
});

export type ComparisonRequest = z.infer<typeof comparisonRequestSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
export type SurroundingsRequest = z.infer<typeof surroundingsRequestSchema>;
export type Surroundings = z.infer<typeof surroundingsSchema>;
export type ConnectionRequest = z.infer<typeof connectionRequestSchema>;
export type Connection = z.infer<typeof connectionSchema>;
