import { z } from 'zod';
import { importProblemSchema } from './imports.ts';

/** Every way in which a request can fail; clients may rely on this list. */
export const PROBLEM_CODES = [
  'invalid_request',
  'not_found',
  'route_not_found',
  'method_not_allowed',
  'payload_too_large',
  'unsupported_media_type',
  'file_refused',
  'load_refused',
  'read_only',
  'unauthorized',
  'too_many_requests',
  'database_unavailable',
  'query_timeout',
  'query_out_of_memory',
  'views_off',
  'views_full',
  'cancelled',
  'internal_error',
] as const;
export const problemCodeSchema = z.enum(PROBLEM_CODES);

export const fieldProblemSchema = z.object({ field: z.string(), problem: z.string() });
export type FieldProblem = z.infer<typeof fieldProblemSchema>;

/** RFC 9457 problem details, with a closed `code` and the fields at fault. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: problemCodeSchema,
  fields: z
    .array(fieldProblemSchema)
    .optional()
    .meta({ description: 'Which inputs are wrong, and what is allowed' }),
  problems: z
    .array(importProblemSchema)
    .optional()
    .meta({ description: 'file_refused: what is wrong with the file, the first hundred' }),
  problemCount: z.int().optional().meta({ description: 'file_refused: all problems, also those not listed' }),
});
export type Problem = z.infer<typeof problemSchema>;
export type ProblemCode = z.infer<typeof problemCodeSchema>;
