import { z } from 'zod';

const propertyUseSchema = z.object({
  name: z.string(),
  count: z.int().meta({ description: 'How many carry it' }),
});

/** What the graph holds; every count is exact. */
export const schemaSchema = z.object({
  nodeCount: z.int(),
  relationshipCount: z.int(),
  labels: z.array(z.object({ label: z.string(), count: z.int(), properties: z.array(propertyUseSchema) })),
  types: z.array(z.object({ type: z.string(), count: z.int(), properties: z.array(propertyUseSchema) })),
  triples: z.array(z.object({ from: z.string(), type: z.string(), to: z.string(), count: z.int() })),
  statuses: z.array(z.object({ status: z.string(), count: z.int() })),
});
export type GraphSchema = z.infer<typeof schemaSchema>;
