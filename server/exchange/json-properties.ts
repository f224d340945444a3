import type { PropertyValue, TypedValue } from '../contract/graph.ts';
import { finiteNumber, listOfNumbers } from '../contract/number-values.ts';
import { JsonObject, type JsonValue } from './json-source.ts';

type Scalar = null | boolean | string | number | TypedValue;

/** A JSON value as a property: what is neither plain nor a list of plain values becomes its JSON text. */
export function propertyOf(value: JsonValue): { value: PropertyValue; nested: boolean } {
  if (isScalar(value)) return { value, nested: false };
  if (Array.isArray(value)) {
    const items = value.filter(isScalar);
    if (items.length === value.length) return { value: listOfNumbers(items), nested: false };
  }
  return { value: jsonTextOf(value), nested: true };
}

export function isScalar(value: JsonValue): value is Scalar {
  return !(value instanceof JsonObject) && !Array.isArray(value);
}

/** The value as a number, where it is a finite one. */
export function numberIn(value: JsonValue | undefined): number | undefined {
  return value !== undefined && isScalar(value) ? finiteNumber(value) : undefined;
}

/** The value as JSON again. */
export function jsonTextOf(value: JsonValue): string {
  if (value instanceof JsonObject) {
    return `{${[...value].map(([key, item]) => `${JSON.stringify(key)}:${jsonTextOf(item)}`).join(',')}}`;
  }
  if (Array.isArray(value)) return `[${value.map(jsonTextOf).join(',')}]`;
  return value !== null && typeof value === 'object' ? value.value : JSON.stringify(value);
}

/** An id as text: numbers and texts as they are, a list (a tuple of Python) as JSON; undefined for anything else. */
export function idText(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return jsonTextOf(value);
  if (value instanceof JsonObject || value === null || value === undefined) return undefined;
  return value.value;
}
