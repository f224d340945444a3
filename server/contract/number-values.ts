import type { PropertyValue, TypedValue } from './graph.ts';

/**
 * A float as a property. A plain number that is whole stands for an integer, so that a float that is whole is typed:
 * `2.0` is `{"$type": "Float", "value": "2"}`. -0, which JSON writers make 0 of, and NaN and the infinities, which JSON
 * has no numbers for, are typed too.
 */
export function floatValue(value: number): number | TypedValue {
  const isPlain = Number.isFinite(value) && !Number.isSafeInteger(value);
  return isPlain ? value : { $type: 'Float', value: Object.is(value, -0) ? '-0' : String(value) };
}

/** An integer as a property: exact, typed beyond 2^53. */
export function integerValue(value: bigint): number | TypedValue {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : { $type: 'Integer', value: String(value) };
}

/** A number of which nobody knows whether it is a float: what can be nothing else is typed. */
export function untypedNumber(value: number): number | TypedValue {
  return isWhole(value) ? value : floatValue(value);
}

/** A `TypedValue` such as that of 2.0. */
export interface WholeFloat {
  $type: 'Float';
  value: string;
}

/** Whether a plain number stands for an integer; -0 does not. */
export function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

/** Whether the value is a float that is whole, such as 2.0 or -0. */
export function isWholeFloat(value: unknown): value is WholeFloat {
  if (typeof value !== 'object' || value === null || !('$type' in value) || !('value' in value)) return false;
  return value.$type === 'Float' && Number.isSafeInteger(Number(value.value)) && value.value !== '';
}

/**
 * A list as a property: one float makes all its numbers floats, as databases hold them. Where one of them has a
 * fraction, that says it, and none is typed but -0; where all are whole, each is.
 */
export function listOfNumbers<Item>(items: readonly Item[]): (Item | number | TypedValue)[] {
  const hasFraction = items.some(
    (item) =>
      (typeof item === 'number' && !Number.isSafeInteger(item)) ||
      (typeof item === 'object' &&
        item !== null &&
        '$type' in item &&
        item.$type === 'Float' &&
        !isWholeFloat(item)),
  );
  if (hasFraction) return items.map((item) => numberAmongFloats(item));
  if (!items.some((item) => isWholeFloat(item) || Object.is(item, -0))) return [...items];
  return items.map((item) => (typeof item === 'number' ? floatValue(item) : item));
}

function numberAmongFloats<Item>(item: Item): Item | number | TypedValue {
  const number = isWholeFloat(item) ? Number(item.value) : item;
  return Object.is(number, -0) ? floatValue(-0) : number;
}

/** The value as a number, where it is a finite one. */
export function finiteNumber(value: PropertyValue | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const number = value.$type === 'Integer' || value.$type === 'Float' ? Number(value.value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}
