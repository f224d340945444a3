import { z } from 'zod';
import { graphSchema } from './graph.ts';

export const IMPORT_FORMATS = [
  'throughline-json',
  'gexf',
  'graphml',
  'csv',
  'neo4j-csv',
  'graphology-json',
  'node-link-json',
  'cypher',
  'dataset',
] as const;
export const importFormatSchema = z.enum(IMPORT_FORMATS);
export type ImportFormat = z.infer<typeof importFormatSchema>;

/** What a column of a table says of its node or relationship. */
export const COLUMN_ROLES = [
  'id',
  'caption',
  'labels',
  'source',
  'target',
  'type',
  'direction',
  'property',
  'ignore',
] as const;
export const columnRoleSchema = z.enum(COLUMN_ROLES);
export type ColumnRole = z.infer<typeof columnRoleSchema>;

export const TABLE_KINDS = ['nodes', 'relationships'] as const;
export const tableKindSchema = z.enum(TABLE_KINDS);
export type TableKind = z.infer<typeof tableKindSchema>;

/** How a table was read: guessed, or as the one who asked said. */
export const tableGuessSchema = z.object({
  file: z.string(),
  kind: tableKindSchema,
  header: z.boolean().meta({ description: 'Whether the first row holds the names of the columns' }),
  delimiter: z.string(),
  encoding: z.string(),
  columns: z.array(
    z.object({
      name: z.string(),
      role: columnRoleSchema,
      /** Of what stands in it: text, integer, number, boolean, list or date. */
      type: z.string(),
      samples: z.array(z.string()).max(3),
    }),
  ),
});
export type TableGuess = z.infer<typeof tableGuessSchema>;

/** What differs from the guess, by the name of the table's file. */
export const tableChoiceSchema = z.strictObject({
  kind: tableKindSchema.optional(),
  header: z.boolean().optional(),
  delimiter: z.enum([',', ';', '\t', '|', ' ']).optional(),
  columns: z.record(z.string(), columnRoleSchema).optional().meta({
    description: 'Roles by the name of the column, or by its number from 1 where there are no names',
  }),
});
export const tableChoicesSchema = z.record(z.string(), tableChoiceSchema);
export type TableChoice = z.infer<typeof tableChoiceSchema>;
export type TableChoices = z.infer<typeof tableChoicesSchema>;

/** Where something stands in a file, what was found there and what is allowed. */
export const importProblemSchema = z.object({
  file: z.string(),
  line: z.int().min(1).optional(),
  column: z.int().min(1).optional(),
  field: z.string().optional(),
  message: z.string(),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

export const importReportSchema = z.object({
  fileName: z.string(),
  format: importFormatSchema,
  /** The program that wrote the file, where the file says so. */
  writtenBy: z.string().optional(),
  title: z.string().optional(),
  nodeCount: z.int(),
  relationshipCount: z.int(),
  notes: z.array(z.string()).meta({
    description: 'Defaults that were put in the place of what the file does not say, and what was left out',
  }),
  inDatabase: z.array(z.string()).optional().meta({
    description:
      'What the database of this server does not keep as the file has it, where the file may be loaded',
  }),
  tables: z.array(tableGuessSchema).meta({ description: 'CSV: how each table was read' }),
});
export type ImportReport = z.infer<typeof importReportSchema>;

export const importQuerySchema = z.strictObject({
  into: z.enum(['database', 'workspace']).default('database').meta({
    description:
      'database: with the write token, as a dataset of its own. workspace: read and given back, nothing is kept',
  }),
  name: z.string().min(1).max(300).meta({ description: 'Name of the file, with its ending' }),
  dataset: z.string().trim().min(1).max(100).optional().meta({
    description: 'Name of the dataset; left out, the name of the file without its ending',
  }),
  watch: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional()
    .meta({
      description: "A name of one's own for this reading; GET /api/imports/{watch} then tells how far it is",
    }),
  tables: z
    .string()
    .max(10_000)
    .optional()
    .meta({
      description:
        'CSV: what differs from the guess of the columns, as JSON by the name of the file, such as ' +
        '{"ties.csv":{"kind":"relationships","columns":{"a":"source","b":"target"}}}',
    }),
});

export const IMPORT_PHASES = ['reading', 'gathering', 'loading'] as const;
export const importProgressSchema = z.object({
  phase: z.enum(IMPORT_PHASES).meta({
    description: 'reading: bytes. gathering and loading: nodes and relationships together',
  }),
  done: z.int().min(0),
  total: z.int().min(0).meta({ description: '0 where it is not known' }),
});
export const watchedImportSchema = z.object({
  progress: importProgressSchema
    .nullable()
    .meta({ description: 'null where no file is being read under this name' }),
});
export type ImportPhase = (typeof IMPORT_PHASES)[number];
export type FileProgress = z.infer<typeof importProgressSchema>;

/** A place that the file gives a node. */
export const importedPlaceSchema = z.object({ id: z.string(), x: z.number(), y: z.number() });

export const importAnswerSchema = z.object({
  report: importReportSchema,
  graph: graphSchema.optional().meta({
    description: 'workspace: the graph, left out where it is too large to draw',
  }),
  places: z.array(importedPlaceSchema).optional(),
  dataset: z
    .object({
      name: z.string(),
      replaced: z.boolean().meta({ description: 'Whether a dataset of this name was there before' }),
      nodeCount: z.int(),
      relationshipCount: z.int(),
      nodePrefix: z.string().meta({
        description: 'What stands before the ids of nodes, since some of them were taken; usually nothing',
      }),
    })
    .optional()
    .meta({ description: 'database: what the dataset now holds' }),
});
export type ImportAnswer = z.infer<typeof importAnswerSchema>;

export const importOptionsSchema = z.object({
  database: z
    .boolean()
    .meta({ description: 'Whether files can be loaded into the database, with the write token' }),
  limitMb: z.number().meta({ description: 'Largest file, in megabytes' }),
  formats: z.array(importFormatSchema),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;
