import type { Relationship } from '../../../server/contract/graph.ts';
import { spanOfDate } from '../../workspace/date-span.ts';
import { namesOf } from '../../workspace/property-value.ts';

/** So large a share of a property's values must be dates. */
const MOSTLY = 0.9;

/** Properties of relationships whose values are dates, the most frequent first; `date` comes before all. */
export function datedProperties(relationships: ReadonlyMap<string, Relationship>): string[] {
  const seen = new Map<string, { dates: number; others: number }>();
  for (const { properties } of relationships.values()) {
    for (const [name, value] of Object.entries(properties)) {
      const known = seen.get(name) ?? { dates: 0, others: 0 };
      if (spanOfDate(value) !== null) known.dates++;
      else if (namesOf(value).length > 0) known.others++;
      seen.set(name, known);
    }
  }
  return [...seen]
    .filter(([, { dates, others }]) => dates > 0 && dates >= (dates + others) * MOSTLY)
    .sort(
      ([one, { dates }], [other, { dates: otherDates }]) =>
        Number(other === 'date') - Number(one === 'date') || otherDates - dates || one.localeCompare(other),
    )
    .map(([name]) => name);
}
