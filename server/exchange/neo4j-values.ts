import type { TypedValue } from '../contract/graph.ts';
import { becomesText } from './cypher-text.ts';

/** Whether the text of a `TypedValue` is none of its type, so that Neo4j could only store the text. */
export function isMisformed(value: TypedValue): boolean {
  if (value.$type !== 'Bytes') return becomesText(value);
  try {
    atob(value.value);
    return false;
  } catch {
    return true;
  }
}
