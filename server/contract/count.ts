import { z } from 'zod';

/** A whole number from 1 to `most` in the query of an address; `usual` when it is not given. */
export function countSchema(most: number, usual: number) {
  const digits = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number);
  return z.union([z.number(), digits]).pipe(z.int().min(1).max(most)).default(usual);
}
