import { z } from 'zod';
import { graphSchema, idSchema } from './graph.ts';

export const EXPORT_FORMATS = ['json', 'gexf', 'graphml', 'csv', 'csv-neo4j', 'cypher', 'markdown'] as const;
export const exportFormatSchema = z.enum(EXPORT_FORMATS);

/** Where and how a node is drawn. */
export const viewedNodeSchema = z.object({
  id: idSchema,
  x: z.number().optional(),
  y: z.number().optional(),
  size: z.number().positive().optional(),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #1f77b4')
    .optional(),
  pinned: z.boolean().optional().meta({ description: 'Placed by hand' }),
});

export const exportRequestSchema = z
  .strictObject({
    format: exportFormatSchema,
    nodeIds: z.array(idSchema).max(100_000).optional(),
    relationshipIds: z.array(idSchema).max(500_000).optional().meta({
      description: 'With nodeIds; left out: every relationship among the nodes',
    }),
    graph: graphSchema.optional().meta({
      description: 'In place of nodeIds: a graph that need not be in the database, such as what a query gave',
    }),
    all: z.literal(true).optional().meta({
      description: 'In place of nodeIds: every entity and what ties them, without documents and passages',
    }),
    view: z.array(viewedNodeSchema).max(100_000).optional().meta({
      description: 'Positions (layout units, y upwards), sizes and colours, for formats that hold them',
    }),
    title: z.string().max(200).default('Throughline graph'),
    question: z.string().max(2000).optional().meta({ description: 'Markdown: what was asked, in words' }),
    searched: z.string().max(2000).optional().meta({ description: 'Markdown: what was searched, in words' }),
    paths: z
      .array(
        z.strictObject({ nodeIds: z.array(idSchema).max(13), relationshipIds: z.array(idSchema).max(12) }),
      )
      .max(25)
      .optional()
      .meta({ description: 'Markdown: the paths that answer the question, each hop told in this order' }),
  })
  .refine(({ nodeIds, graph, all }) => [nodeIds, graph, all].filter(Boolean).length === 1, {
    error: 'give one of nodeIds, graph and all',
    path: ['nodeIds'],
  })
  .refine(({ nodeIds, relationshipIds }) => relationshipIds === undefined || nodeIds !== undefined, {
    error: 'is only allowed with nodeIds',
    path: ['relationshipIds'],
  });

/** What a file would keep and what not, told before it is made. */
export const exportReportSchema = z.object({
  fileName: z.string(),
  nodeCount: z.int(),
  relationshipCount: z.int(),
  losses: z.array(z.string()).meta({ description: 'What the file cannot hold, each as a sentence' }),
  notes: z.array(z.string()).meta({
    description: 'What Throughline reads back from the file, while other programs see something plainer',
  }),
});

/** What a JSON export holds. */
export const exchangeFileSchema = z.object({
  meta: z.object({
    kind: z.literal('throughline-graph'),
    version: z.literal(1),
    title: z.string(),
    exportedAt: z.string(),
    nodeCount: z.int().optional(),
    relationshipCount: z.int().optional(),
  }),
  data: graphSchema,
  view: z.object({ nodes: z.array(viewedNodeSchema) }).optional(),
});

export type ExportFormat = z.infer<typeof exportFormatSchema>;
/** As it is sent: what has a default may be left out. */
export type ExportRequest = z.input<typeof exportRequestSchema>;
export type ExportReport = z.infer<typeof exportReportSchema>;
export type ViewedNode = z.infer<typeof viewedNodeSchema>;
export type ExchangeFile = z.infer<typeof exchangeFileSchema>;
