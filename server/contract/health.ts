import { z } from 'zod';

export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  engine: z.enum(['embedded', 'neo4j']),
  version: z
    .string()
    .nullable()
    .meta({ description: 'Version of the engine; null while it does not answer' }),
  nodeCount: z.int().nullable(),
  relationshipCount: z.int().nullable(),
  detail: z.string().optional().meta({ description: 'Why the status is degraded, in plain words' }),
  address: z
    .string()
    .optional()
    .meta({ description: 'Where the database is looked for, without credentials' }),
});
export type Health = z.infer<typeof healthSchema>;
