import { z } from 'zod';
import { closedObject, listOf, matching, propertiesBut, text, wholeNumber } from './plain-schemas.ts';

/** The shape of graph.yaml and graph.json. Names, dates and quotes are checked afterwards, against each other. */

const id = matching(
  /^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}$/,
  (input) =>
    `"${String(input)}" is not allowed: at most 200 letters, digits, "_", "-" and ".", beginning with a letter or digit`,
);

/** A bare year may stand without quotation marks, where YAML takes it for a number. */
const date = z
  .union([text, z.int()], { error: 'must be a date: YYYY, YYYY-MM or YYYY-MM-DD' })
  .transform(String);

const span = z
  .tuple([wholeNumber(0), wholeNumber(0)], { error: 'must be [start, end], two whole numbers' })
  .refine(([start, end]) => start < end, { error: 'must be [start, end] with start before end' });

const evidenceSchema = closedObject({
  passage: wholeNumber(1),
  quote: text,
  occurrence: wholeNumber(1).exactOptional(),
  original: span.exactOptional(),
});

export const documentHeadSchema = closedObject({
  id,
  title: text,
  date: date.exactOptional(),
  description: text.exactOptional(),
  source: text.exactOptional(),
  text,
  original: closedObject({
    title: text,
    sha256: matching(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits in lower case'),
  }).exactOptional(),
});

export const entityEntrySchema = closedObject({
  id,
  name: text,
  kind: text,
  aliases: listOf(text).default([]),
  summary: text,
  properties: propertiesBut(['id', 'name', 'kind', 'aliases', 'summary', 'documents', 'evidence']).default(
    {},
  ),
  evidence: listOf(evidenceSchema).default([]),
});

export const relationshipEntrySchema = closedObject({
  id,
  from: text,
  type: text,
  to: text,
  status: text.default('asserted'),
  speaker: text.exactOptional(),
  date: date.exactOptional(),
  statement: text,
  reason: text.exactOptional(),
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
  evidence: listOf(evidenceSchema).default([]),
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
