import { z } from 'zod';

/** How a statement stands in the text; `background` is what the text does not say. */
export const STATUSES = ['asserted', 'attributed', 'planned', 'negated', 'background'] as const;
export const statusSchema = z.enum(STATUSES);
export type Status = z.infer<typeof statusSchema>;

/** Offsets count UTF-16 code units, end exclusive. */
export const evidenceSchema = z.object({
  document: z.string(),
  passage: z.string().meta({ description: 'Id of the passage that holds the quote' }),
  start: z.int().min(0).meta({ description: 'Offset of the quote in the passage text' }),
  end: z.int().min(0),
  quote: z.string(),
  original: z
    .tuple([z.int().min(0), z.int().min(0)])
    .optional()
    .meta({ description: 'Span of the original text that says the same' }),
});
export type Evidence = z.infer<typeof evidenceSchema>;
