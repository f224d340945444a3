import type { PropertyValue } from '../../server/contract/graph.ts';

/** The value as a number, where it is one. */
export function numberOf(value: PropertyValue | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  if (value.$type !== 'Integer' && value.$type !== 'Float') return null;
  const number = Number(value.value);
  return Number.isFinite(number) ? number : null;
}

/** The texts that a value is told by when values are counted: one, or one for each different entry of a list. */
export function namesOf(value: PropertyValue | undefined): string[] {
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value)) return [...new Set(value.flatMap(namesOf))];
  return [typeof value === 'object' ? value.value : String(value)];
}

/** The property, where the thing has it itself: a name like `constructor` is no property of its own. */
export function propertyOf(
  { properties }: { properties: Readonly<Record<string, PropertyValue>> },
  name: string,
): PropertyValue | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** Text as it is compared: without case and accents. */
export function foldText(text: string): string {
  // Most text has nothing to be taken apart.
  if (!/[^ -~]/.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
