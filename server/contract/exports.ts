import { z } from 'zod';
import { graphSchema, idSchema } from './graph.ts';

export const EXPORT_FORMATS = ['json', 'gexf', 'graphml', 'csv', 'markdown'] as const;
export const exportFormatSchema = z.enum(EXPORT_FORMATS);

export const exportRequestSchema = z.strictObject({
  format: exportFormatSchema,
  nodeIds: z.array(idSchema).max(100_000),
  relationshipIds: z.array(idSchema).max(500_000).optional().meta({
    description: 'Left out: every relationship among the nodes',
  }),
  title: z.string().max(200).default('Throughline graph'),
  question: z.string().max(2000).optional().meta({ description: 'Markdown: what was asked, in words' }),
  searched: z.string().max(2000).optional().meta({ description: 'Markdown: what was searched, in words' }),
  paths: z
    .array(z.strictObject({ nodeIds: z.array(idSchema).max(13), relationshipIds: z.array(idSchema).max(12) }))
    .max(25)
    .optional()
    .meta({ description: 'Markdown: the paths that answer the question, each hop told in this order' }),
});

/** What a JSON export holds. */
export const exchangeFileSchema = z.object({
  meta: z.object({
    kind: z.literal('throughline-graph'),
    version: z.literal(1),
    title: z.string(),
    exportedAt: z.string(),
  }),
  data: graphSchema,
});

export type ExportFormat = z.infer<typeof exportFormatSchema>;
export type ExportRequest = z.infer<typeof exportRequestSchema>;
export type ExchangeFile = z.infer<typeof exchangeFileSchema>;
