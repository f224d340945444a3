import { type Evidence, evidenceSchema } from '../contract/evidence.ts';
import type { Properties } from '../contract/graph.ts';

/**
 * The evidence that a node or relationship carries. It is stored as a list of JSON texts, since a property
 * cannot hold maps; what does not parse (a foreign graph's own `evidence`) is not evidence.
 */
export function evidenceOf(properties: Properties): Evidence[] {
  const stored = properties.evidence;
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((item) => {
    if (typeof item !== 'string') return [];
    try {
      const parsed = evidenceSchema.safeParse(JSON.parse(item));
      return parsed.success ? [parsed.data] : [];
    } catch {
      return [];
    }
  });
}

/** The Cypher expression for how many quotes a relationship has: what somebody else keeps under the name may be no list. */
export function evidenceCountOf(variable: string): string {
  return `coalesce(size([] + ${variable}.evidence), 0)`;
}
