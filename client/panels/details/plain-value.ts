import type { PropertyValue } from '../../../server/contract/graph.ts';
import { formatDate } from '../../look/words.ts';
import { text } from '../text.ts';

const numberFormat = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6, useGrouping: false });

/** A property's value as a person reads it. */
export function plainValue(value: PropertyValue): string {
  if (Array.isArray(value)) return value.map(plainValue).join(', ');
  if (value === null) return '';
  if (typeof value === 'object') return value.$type === 'Date' ? formatDate(value.value) : value.value;
  if (typeof value === 'boolean') return value ? text.details.yes : text.details.no;
  if (typeof value === 'number') return numberFormat.format(value);
  return /^\d{4}-\d{2}(-\d{2})?$/.test(value) ? formatDate(value) : value;
}
