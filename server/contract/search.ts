import { z } from 'zod';
import { countSchema } from './count.ts';
import { nodeSchema, relationshipSchema } from './graph.ts';

export const searchQuerySchema = z.strictObject({
  q: z.string().trim().min(1).max(200),
  limit: countSchema(100, 20),
});

const matchSchema = {
  field: z.string().meta({ description: 'The property whose words matched' }),
  snippet: z.string(),
  score: z.number(),
};

export const searchHitSchema = z.union([
  z.object({ node: nodeSchema, ...matchSchema }),
  z.object({
    relationship: relationshipSchema,
    source: nodeSchema.meta({ description: 'The node it starts from' }),
    target: nodeSchema,
    ...matchSchema,
  }),
]);

export const searchResponseSchema = z.object({ hits: z.array(searchHitSchema), total: z.int() });
export type SearchHit = z.infer<typeof searchHitSchema>;
export type SearchResponse = z.infer<typeof searchResponseSchema>;
