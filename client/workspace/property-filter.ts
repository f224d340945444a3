import type { PropertyValue } from '../../server/contract/graph.ts';
import { dayOfIso, spanOfDate } from './date-span.ts';
import { foldText, namesOf, numberOf } from './property-value.ts';

/** What a property must be for its node or relationship to be shown. Plain data: it is kept, linked to and sent. */
export type PropertyRule =
  /** Between two numbers, both included; null leaves that side open. */
  | { kind: 'numbers'; low: number | null; high: number | null }
  /** Whole ISO days, both included; a date that is known in part is shown where any of its days lies between. */
  | { kind: 'dates'; from: string | null; to: string | null }
  /** Values that are hidden; of a list, all of its entries must be. */
  | { kind: 'names'; hidden: readonly string[] }
  /** Text that must be contained; case and accents do not matter. */
  | { kind: 'text'; contains: string };

export interface PropertyFilter {
  /** Null where only what lacks the property is hidden. */
  rule: PropertyRule | null;
  /** Hides what does not have the property, or not as a value of the rule's kind. */
  hidesMissing: boolean;
}

/** Whether what has this value is shown. */
export function passesFilter(
  { rule, hidesMissing }: PropertyFilter,
  value: PropertyValue | undefined,
): boolean {
  switch (rule?.kind) {
    case 'numbers': {
      const number = numberOf(value);
      if (number === null) return !hidesMissing;
      return (rule.low === null || number >= rule.low) && (rule.high === null || number <= rule.high);
    }
    case 'dates': {
      const span = spanOfDate(value);
      if (span === null) return !hidesMissing;
      const from = rule.from === null ? null : dayOfIso(rule.from);
      const to = rule.to === null ? null : dayOfIso(rule.to);
      return (from === null || span.last >= from) && (to === null || span.first <= to);
    }
    case 'names': {
      const names = namesOf(value);
      if (names.length === 0) return !hidesMissing;
      return names.some((name) => !rule.hidden.includes(name));
    }
    case 'text': {
      const names = namesOf(value);
      if (names.length === 0) return !hidesMissing;
      const asked = foldText(rule.contains);
      return names.some((name) => foldText(name).includes(asked));
    }
    default:
      return !hidesMissing || namesOf(value).length > 0;
  }
}

/** Whether the filter can hide anything at all. */
export function isIdle({ rule, hidesMissing }: PropertyFilter): boolean {
  if (hidesMissing) return false;
  switch (rule?.kind) {
    case 'numbers':
      return rule.low === null && rule.high === null;
    case 'dates':
      return rule.from === null && rule.to === null;
    case 'names':
      return rule.hidden.length === 0;
    case 'text':
      return rule.contains.trim() === '';
    default:
      return true;
  }
}
