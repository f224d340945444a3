import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { graphSchema, idSchema } from './graph.ts';

/** What may be part of a path; what the text denies never is. */
export const PATH_STATUSES = ['asserted', 'attributed', 'planned', 'background'] as const;

const namesSchema = z.array(z.string().min(1).max(200)).max(200).default([]);

/** Whether a text is a year, a month or a day of the calendar. */
function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return false;
  const day = new Date(`${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Which relationships and nodes count, in every question that walks through the graph. */
const linkFilterShape = {
  types: namesSchema.meta({ description: 'Only relationships of these types; empty for all' }),
  avoidTypes: namesSchema,
  labels: namesSchema.meta({ description: 'Only through nodes with one of these labels; empty for all' }),
  avoidLabels: namesSchema,
  avoid: z.array(idSchema).max(1000).default([]).meta({ description: 'Ids of nodes not to pass' }),
  statuses: z.array(z.enum(PATH_STATUSES)).min(1).default(['asserted', 'attributed', 'planned']),
  asOf: z
    .string()
    .refine(isDate, 'must be a date of the calendar: YYYY, YYYY-MM or YYYY-MM-DD')
    .optional()
    .meta({ description: 'Relationships dated later do not count; undated ones do' }),
};

export const linkFilterSchema = z.strictObject(linkFilterShape);
export type LinkFilter = z.infer<typeof linkFilterSchema>;

export const pathQuestionSchema = z.strictObject({
  from: idSchema,
  to: idSchema,
  via: z.array(idSchema).max(4).default([]).meta({ description: 'Nodes to pass, in this order' }),
  mode: z.enum(['shortest', 'all-shortest', 'k-shortest']).default('shortest'),
  k: z.int().min(1).max(25).default(5).meta({ description: 'How many paths, for k-shortest' }),
  maxLength: z.int().min(1).max(12).default(6).meta({ description: 'Most relationships on a path' }),
  direction: z.enum(['any', 'out']).default('any'),
  ...linkFilterShape,
});

export const hopRelationshipSchema = z.object({
  id: idSchema,
  type: z.string(),
  direction: z.enum(['forward', 'backward']).meta({ description: 'Along the path or against it' }),
  sentence: z.string(),
  status: z.string(),
  speaker: z.string().optional(),
  speakerName: z.string().optional(),
  date: z.string().optional(),
  evidence: z.array(evidenceSchema),
});

export const hopSchema = z.object({
  from: idSchema,
  to: idSchema,
  relationships: z
    .array(hopRelationshipSchema)
    .min(1)
    .meta({ description: 'All relationships of this hop that pass the filters, the best supported first' }),
});

/** A path is a sequence of different nodes; parallel relationships are alternatives of one hop. */
export const pathSchema = z.object({
  nodeIds: z.array(idSchema),
  relationshipIds: z.array(idSchema).meta({ description: 'The best supported relationship of each hop' }),
  length: z.int(),
  explanation: z.array(z.string()),
  hops: z.array(hopSchema),
});

export const relaxationSchema = z.object({
  change: z.string().meta({ description: 'In plain words: "2 paths with 1 more link"' }),
  question: pathQuestionSchema,
  pathCount: z.int(),
});

export const pathAnswerSchema = z.object({
  paths: z.array(pathSchema),
  graph: graphSchema,
  searched: z.object({
    maxLength: z.int(),
    nodesVisited: z
      .int()
      .nullable()
      .meta({ description: 'null when the engine searched by itself and did not tell' }),
    relationshipsVisited: z.int().nullable(),
    pathsFound: z.int(),
    moreExist: z.boolean().nullable().meta({ description: 'null when the search ended before it was known' }),
    undated: z.int().meta({ description: 'Relationships on these paths without a date, when asOf is given' }),
    elapsedMs: z.number(),
  }),
  truncated: z.boolean().meta({ description: 'The budget of time or work ended the search early' }),
  reason: z.string().optional().meta({ description: 'Why there is no path, in plain words' }),
  relaxations: z.array(relaxationSchema),
});

export type PathQuestion = z.infer<typeof pathQuestionSchema>;
export type PathQuestionInput = z.input<typeof pathQuestionSchema>;
export type PathAnswer = z.infer<typeof pathAnswerSchema>;
export type Path = z.infer<typeof pathSchema>;
export type Hop = z.infer<typeof hopSchema>;
export type HopRelationship = z.infer<typeof hopRelationshipSchema>;
export type Relaxation = z.infer<typeof relaxationSchema>;
