import { z } from 'zod';
import { idSchema } from './graph.ts';

export const documentSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  date: z.string().optional(),
  description: z.string().optional().meta({ description: 'What it is, in a sentence or two' }),
  source: z.string().optional(),
  originalOf: z
    .string()
    .optional()
    .meta({ description: 'Id of the document that retells this one; its evidence is shown here too' }),
  passageCount: z.int(),
});
export const documentsResponseSchema = z.object({ documents: z.array(documentSummarySchema) });

/** Words of a passage that something in the graph rests on. */
export const markSchema = z.object({
  start: z.int(),
  end: z.int(),
  node: idSchema.optional(),
  relationship: idSchema.optional(),
});
export const passageSchema = z.object({
  id: z.string(),
  number: z.int(),
  text: z.string(),
  marks: z.array(markSchema),
});
export const documentResponseSchema = z.object({
  document: documentSummarySchema,
  passages: z.array(passageSchema),
});
export type DocumentSummary = z.infer<typeof documentSummarySchema>;
export type DocumentsResponse = z.infer<typeof documentsResponseSchema>;
export type DocumentResponse = z.infer<typeof documentResponseSchema>;
export type Passage = z.infer<typeof passageSchema>;
