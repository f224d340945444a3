import { type Evidence, evidenceSchema } from '../../server/contract/evidence.ts';
import type { Properties } from '../../server/contract/graph.ts';

/** The quotes among the properties, which are kept as JSON texts; what is none is passed over. */
export function evidenceIn({ evidence }: Properties): Evidence[] {
  if (!Array.isArray(evidence)) return [];
  return evidence.flatMap((item) => {
    if (typeof item !== 'string') return [];
    try {
      const parsed = evidenceSchema.safeParse(JSON.parse(item));
      return parsed.success ? [parsed.data] : [];
    } catch {
      return [];
    }
  });
}
