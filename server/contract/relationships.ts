import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { nodeSchema, relationshipSchema } from './graph.ts';

export const relationshipResponseSchema = z.object({
  relationship: relationshipSchema,
  source: nodeSchema,
  target: nodeSchema,
  sentence: z.string().meta({ description: 'What it says, as one plain sentence' }),
  speakerName: z
    .string()
    .optional()
    .meta({ description: 'Caption of the speaker of an attributed statement' }),
  evidence: z.array(evidenceSchema),
});
export type RelationshipResponse = z.infer<typeof relationshipResponseSchema>;
