import { z } from 'zod';
import { STATUSES } from '../server/contract/evidence.ts';
import { closedObject, listOf, matching, propertiesBut, text, wholeNumber } from './plain-schemas.ts';
import { NODE_KIND_NAMES, RELATIONSHIP_TYPE_NAMES } from './vocabulary.ts';

/**
 * The shape of graph.yaml and graph.json. Names, dates and quotes are checked afterwards, against each other.
 * What `about` says reaches editors through graph.schema.json.
 */

const about = <T extends z.ZodType>(schema: T, description: string, more: Record<string, unknown> = {}): T =>
  schema.meta({ description, ...more });

const id = matching(
  /^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}$/,
  (input) =>
    `"${String(input)}" is not allowed: at most 200 letters, digits, "_", "-" and ".", beginning with a letter or digit`,
);

/** A bare year may stand without quotation marks, where YAML takes it for a number. */
const date = about(
  z.union([text, z.int()], { error: 'must be a date: YYYY, YYYY-MM or YYYY-MM-DD' }).transform(String),
  'YYYY, YYYY-MM or YYYY-MM-DD',
);

const span = z
  .tuple([wholeNumber(0), wholeNumber(0)], { error: 'must be [start, end], two whole numbers' })
  .refine(([start, end]) => start < end, { error: 'must be [start, end] with start before end' });

const evidenceSchema = closedObject({
  passage: about(wholeNumber(1), 'Number of the passage in the text, from 1'),
  quote: about(text, 'Words that stand in the passage, letter for letter'),
  occurrence: about(wholeNumber(1), 'Which of several places with these words, from 1').exactOptional(),
  original: about(span, 'Span of the original that says it, in UTF-16 code units').exactOptional(),
});

const proposed = about(
  z.boolean({ error: 'must be true or false' }),
  'true on what a draft proposes; the reader refuses it until it is accepted by removing this',
).exactOptional();

export const documentHeadSchema = closedObject({
  id: about(id, 'Never changes once others may have linked to it'),
  title: text,
  date: date.exactOptional(),
  description: text.exactOptional(),
  source: about(text, 'Where the text comes from').exactOptional(),
  text: about(text, 'Name of the text file beside this file'),
  original: closedObject({
    title: text,
    sha256: matching(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits in lower case'),
  }).exactOptional(),
});

export const entityEntrySchema = closedObject({
  id: about(id, 'The same id in two documents is the same entity'),
  name: text,
  kind: about(text, 'What it is in this text', { enum: NODE_KIND_NAMES }),
  aliases: about(listOf(text), 'Other names of it in the text').default([]),
  summary: about(text, 'One sentence that is true by the text alone'),
  properties: propertiesBut(['id', 'name', 'kind', 'aliases', 'summary', 'documents', 'evidence']).default(
    {},
  ),
  evidence: listOf(evidenceSchema).default([]),
  proposed,
});

export const relationshipEntrySchema = closedObject({
  id: about(id, 'The same id in two documents is the same relationship'),
  from: about(text, 'Id of an entity of this file'),
  type: about(text, 'What the first does to the second', { enum: RELATIONSHIP_TYPE_NAMES }),
  to: about(text, 'Id of an entity of this file'),
  status: about(text, 'How it stands in the text', { enum: STATUSES }).default('asserted'),
  speaker: about(text, 'Id of the entity that said it').exactOptional(),
  date: date.exactOptional(),
  statement: about(text, 'One plain sentence that names both ends'),
  reason: about(text, 'Why a background relationship is known').exactOptional(),
  properties: propertiesBut([
    'id',
    'statement',
    'status',
    'speaker',
    'date',
    'document',
    'documents',
    'evidence',
    'reason',
  ]).default({}),
  evidence: about(listOf(evidenceSchema), 'The words that say it').default([]),
  proposed,
});

/** The file as a whole; its entries are checked one by one, so that a bad one does not hide the others' problems. */
export const graphFileSchema = closedObject({
  document: z.unknown().refine((value) => value !== undefined, { error: 'is missing' }),
  entities: listOf(z.unknown()),
  relationships: listOf(z.unknown()).default([]),
});

export type DocumentHead = z.infer<typeof documentHeadSchema>;
export type EntityEntry = z.infer<typeof entityEntrySchema>;
export type RelationshipEntry = z.infer<typeof relationshipEntrySchema>;
export type EvidenceEntry = z.infer<typeof evidenceSchema>;
