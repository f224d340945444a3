import type { PropertyValue, TypedValue } from '../contract/graph.ts';
import { plainText } from './plain-values.ts';
import { isTemporal } from './temporal-text.ts';

const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A text in quotes; control characters are escaped, lone surrogates, which Neo4j cannot store, become U+FFFD. */
export function cypherText(text: string): string {
  const safe = text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\\'\p{Cc}\u2028\u2029]/gu, (character) => ESCAPES[character] ?? escaped(character));
  return `'${safe}'`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * A label, type or property key in backticks. A backtick is doubled; a backslash and control characters are written as escapes, since
 * Cypher replaces `\u` and four digits inside names too.
 */
export function cypherName(name: string): string {
  const safe = name
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\\\p{Cc}\u2028\u2029]/gu, escaped)
    .replaceAll('`', '``');
  return `\`${safe}\``;
}

/** Whether Neo4j can have a label, type or key of this name: it may be neither empty nor hold U+0000. */
export function isCypherName(name: string): boolean {
  return name !== '' && !name.includes('\u0000');
}

/**
 * A value as Cypher. Whole numbers are integers, all other numbers floats; `TypedValue`s call the function of their
 * type. A list is one where Neo4j can store it: all of one type, or numbers, which then are floats; any other, bytes
 * and values that are none of their type are written as their plain text. Undefined for null, which is no property.
 */
export function cypherValue(value: PropertyValue): string | undefined {
  if (value === null) return undefined;
  if (!Array.isArray(value)) return scalar(value);
  if (!isStorableList(value)) return cypherText(plainText(value));
  const areFloats = value.some(isFloat);
  return `[${value.map((item) => (areFloats ? floatOf(item) : undefined) ?? scalar(item ?? '')).join(', ')}]`;
}

/** Whether Neo4j can store the list as a property: no nulls, and all items of one type. */
export function isStorableList(list: readonly PropertyValue[]): boolean {
  return new Set(list.map(storedType)).size <= 1 && !list.includes(null);
}

function storedType(item: PropertyValue): string {
  if (item === null || typeof item !== 'object') return typeof item;
  if (Array.isArray(item)) return 'list';
  if (becomesText(item)) return 'string';
  if (item.$type === 'Integer' || item.$type === 'Float') return 'number';
  // The points of a list must share their reference system.
  return item.$type === 'Point' ? `Point ${item.value.split(';')[0]}` : item.$type;
}

function isFloat(item: PropertyValue): boolean {
  if (typeof item === 'number') return !isWhole(item);
  return item !== null && typeof item === 'object' && !Array.isArray(item) && item.$type === 'Float';
}

function floatOf(item: PropertyValue): string | undefined {
  if (typeof item === 'number') return float(item);
  const isInteger =
    item !== null && typeof item === 'object' && !Array.isArray(item) && item.$type === 'Integer';
  return isInteger ? float(Number(item.value)) : undefined;
}

const isWhole = (number: number) => Number.isSafeInteger(number) && !Object.is(number, -0);

function scalar(value: string | number | boolean | TypedValue): string {
  if (typeof value === 'string') return cypherText(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return isWhole(value) ? String(value) : float(value);
  return typed(value);
}

/** Cypher reads `1e21` and `1.5`, but no `+` in an exponent, and whole numbers without a point as integers. */
function float(number: number): string {
  if (Object.is(number, -0)) return '-0.0';
  const text = String(number).replace('e+', 'e');
  return /[.e]/.test(text) ? text : `${text}.0`;
}

const FUNCTIONS: Partial<Record<TypedValue['$type'], string>> = {
  Date: 'date',
  Time: 'time',
  LocalTime: 'localtime',
  DateTime: 'datetime',
  LocalDateTime: 'localdatetime',
  Duration: 'duration',
};

const NOT_FINITE: Record<string, string> = { NaN: '0.0/0.0', Infinity: '1.0/0.0', '-Infinity': '-1.0/0.0' };

function typed(value: TypedValue): string {
  return typedCall(value) ?? cypherText(value.value);
}

/** Undefined for bytes, which Cypher has no words for, and for a text that is none of its type. */
function typedCall({ $type, value }: TypedValue): string | undefined {
  const call = FUNCTIONS[$type];
  if (call !== undefined) return isTemporal({ $type, value }) ? `${call}(${cypherText(value)})` : undefined;
  if ($type === 'Integer') return isLong(value) ? BigInt(value).toString() : undefined;
  if ($type === 'Float') return NOT_FINITE[value] ?? (isNumber(value) ? float(Number(value)) : undefined);
  return $type === 'Point' ? point(value) : undefined;
}

/** Whether a `TypedValue` becomes a text in Neo4j. */
export function becomesText(value: TypedValue): boolean {
  return typedCall(value) === undefined;
}

const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));

function isLong(text: string): boolean {
  return /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

function point(text: string): string | undefined {
  const number = '(-?[0-9.]+(?:[eE][+-]?[0-9]+)?)';
  const match = new RegExp(`^SRID=(\\d+);POINT(?: Z )?\\(${number} ${number}(?: ${number})?\\)$`).exec(text);
  if (match === null) return undefined;
  const [, srid, ...coordinates] = match;
  if (coordinates.some((value) => value !== undefined && !isNumber(value))) return undefined;
  const named = coordinates.flatMap((value, at) =>
    value === undefined ? [] : [`${'xyz'[at]}: ${float(Number(value))}`],
  );
  return `point({${[...named, `srid: ${srid}`].join(', ')}})`;
}
