import type { PropertyValue, TypedValue } from '../contract/graph.ts';
import { floatValue, isWholeFloat } from '../contract/number-values.ts';

/**
 * What the values of one property are, told once for a whole column: `number` is any number (whole numbers beyond
 * 2^53 and NaN too), `list` any list, the rest are the types of a `TypedValue`.
 */
export const KINDS = [
  'boolean',
  'number',
  'string',
  'list',
  'Date',
  'Time',
  'LocalTime',
  'DateTime',
  'LocalDateTime',
  'Duration',
  'Point',
  'Bytes',
] as const;
export type Kind = (typeof KINDS)[number];
export type Value = NonNullable<PropertyValue>;

export function kindOf(value: Value): Kind {
  if (Array.isArray(value)) return 'list';
  if (typeof value !== 'object') return typeof value === 'string' ? 'string' : (typeof value as Kind);
  return value.$type === 'Integer' || value.$type === 'Float' ? 'number' : value.$type;
}

/**
 * A value as the plain text that every tool can read:
 * - a text as it is; `true` or `false`; a number in the shortest form that gives it back (`0.1`, `1e+21`,
 *   `NaN`, `Infinity`), integers of any size in digits, a float that is whole as `2.0` or `-0.0`;
 * - dates, times, durations, points and bytes as the `value` of their `TypedValue`: ISO 8601, extended well-known
 *   text, base64;
 * - a list as a JSON array whose items are JSON texts, numbers, booleans and nulls; an item that is a `TypedValue`
 *   is the text of its `value`.
 *
 * `clean` is what the format does to texts with characters that it cannot hold.
 */
export function plainText(value: Value, clean = (text: string) => text): string {
  if (Array.isArray(value)) return `[${value.map((item) => itemText(item, clean)).join(',')}]`;
  if (isWholeFloat(value)) return wholeFloatText(value);
  if (typeof value === 'object') return clean(value.value);
  return Object.is(value, -0) ? '-0.0' : clean(String(value));
}

function itemText(item: PropertyValue, clean: (text: string) => string): string {
  if (typeof item === 'string') return writeJson(clean(item));
  if (isWholeFloat(item)) return wholeFloatText(item);
  return writeJson(isTyped(item) ? clean(item.value) : item);
}

const wholeFloatText = ({ value }: TypedValue) => (value === '-0' ? '-0.0' : `${Number(value)}.0`);

/** The value that a text written by `plainText` stands for; undefined where it is none of the kind. */
export function readPlain(kind: Kind, text: string): Value | undefined {
  switch (kind) {
    case 'string':
      return text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'number':
      return readNumber(text);
    case 'list':
      return readList(text);
    default:
      return { $type: kind, value: text };
  }
}

function readNumber(text: string): number | TypedValue | undefined {
  if (/^(NaN|-?Infinity)$/.test(text)) return { $type: 'Float', value: text };
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return undefined;
  const number = Number(text);
  if (/^-?\d+\.0+$/.test(text) || text === '-0') return floatValue(number);
  if (/^-?\d+$/.test(text) && !Number.isSafeInteger(number)) {
    return { $type: 'Integer', value: BigInt(text).toString() };
  }
  return Number.isFinite(number) ? number : undefined;
}

function readList(text: string): Value | undefined {
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return undefined;
    return list.every((item) => item === null || typeof item !== 'object') ? list : undefined;
  } catch {
    return undefined;
  }
}

export function isTyped(value: unknown): value is TypedValue {
  return typeof value === 'object' && value !== null;
}

/** JSON in characters that every file can hold (lone surrogates and the like escaped), and with -0 as it is. */
export function jsonText(value: unknown): string {
  return writeJson(value).replace(/[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function writeJson(value: unknown): string {
  if (Object.is(value, -0)) return '-0';
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${members.map(([name, item]) => `${JSON.stringify(name)}:${writeJson(item)}`).join(',')}}`;
}

/** Whether two values are the same value of the same type; 0 and -0 differ. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  return writeJson(one) === writeJson(other);
}
