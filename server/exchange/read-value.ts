import type { PropertyValue, TypedValue } from '../contract/graph.ts';
import { floatValue, integerValue } from '../contract/number-values.ts';

/** A value that could be read, or what is wrong with the text: what is allowed, to follow what was found. */
export type ReadValue = { value: PropertyValue } | { allowed: string };

const INTEGER = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const LEAST_LONG = -(2n ** 63n);
const MOST_LONG = 2n ** 63n - 1n;

/** Types of values as GEXF, GraphML, Gephi, neo4j-admin and XML Schema name them. */
const KINDS: Record<string, 'integer' | 'big' | 'float' | 'number' | 'boolean' | 'text' | 'date'> = {
  integer: 'integer',
  int: 'integer',
  long: 'integer',
  short: 'integer',
  byte: 'integer',
  biginteger: 'big',
  bigdecimal: 'big',
  float: 'float',
  double: 'float',
  decimal: 'float',
  number: 'number',
  boolean: 'boolean',
  bool: 'boolean',
  string: 'text',
  text: 'text',
  char: 'text',
  character: 'text',
  anyuri: 'text',
  date: 'date',
  datetime: 'date',
  time: 'date',
  localtime: 'date',
  localdatetime: 'date',
  timestamp: 'text',
  duration: 'text',
  point: 'text',
};

/** Whether a file may name this type; lists as `liststring`, `string[]` or `list`. */
export function isKnownType(type: string): boolean {
  const plain = type.toLowerCase();
  return plain === 'list' || itemTypeOf(plain) !== undefined || Object.hasOwn(KINDS, plain);
}

/** The names of all types that are understood, for messages. */
export const KNOWN_TYPES = 'string, integer, long, float, double, boolean, date, liststring';

/** The type of the items, of a type that names a list. */
export function itemTypeOf(type: string): string | undefined {
  const plain = type.toLowerCase();
  const item = /^list(.+)$/.exec(plain)?.[1] ?? /^(.+)\[\]$/.exec(plain)?.[1];
  return item !== undefined && Object.hasOwn(KINDS, item) ? item : undefined;
}

/** Reads a text as a value of a type; white space around numbers and truth values does not count. */
export function readValue(text: string, type: string): ReadValue {
  const plain = type.toLowerCase();
  switch (KINDS[plain] ?? 'text') {
    case 'integer':
      return integer(text.trim());
    case 'big': {
      const read = DECIMAL.test(text.trim())
        ? plain === 'biginteger'
          ? integer(text.trim())
          : number(text.trim())
        : text;
      return typeof read === 'object' && 'value' in read ? read : { value: text };
    }
    case 'float':
      return number(text.trim());
    case 'number':
      return numberAsSpelled(text.trim());
    case 'boolean':
      return boolean(text.trim());
    case 'date':
      return { value: dateValue(text.trim()) ?? text };
    case 'text':
      return { value: text };
  }
}

function integer(text: string): ReadValue {
  if (!INTEGER.test(text)) return { allowed: 'a whole number such as 42' };
  const value = BigInt(text.replace(/^\+/, ''));
  if (value < LEAST_LONG || value > MOST_LONG) return { allowed: 'a whole number of at most 64 bits' };
  return { value: integerValue(value) };
}

/** Where no type says so, digits alone are an integer and `2.0` is a float. */
function numberAsSpelled(text: string): ReadValue {
  const isInteger = INTEGER.test(text) && Number.isSafeInteger(Number(text));
  return isInteger ? integer(text) : number(text);
}

function number(text: string): ReadValue {
  if (DECIMAL.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? { value: floatValue(value) } : { allowed: 'a number of at most 64 bits' };
  }
  const special = specialNumber(text);
  return special === undefined ? { allowed: 'a number such as 1.5' } : { value: special };
}

/** NaN and the infinities, as XML Schema, Java and Python write them. */
export function specialNumber(text: string): TypedValue | undefined {
  const plain = text.toLowerCase();
  if (plain === 'nan') return { $type: 'Float', value: 'NaN' };
  const match = /^([+-]?)(inf|infinity)$/.exec(plain);
  return match ? { $type: 'Float', value: match[1] === '-' ? '-Infinity' : 'Infinity' } : undefined;
}

function boolean(text: string): ReadValue {
  const plain = text.toLowerCase();
  if (plain === 'true' || plain === '1') return { value: true };
  if (plain === 'false' || plain === '0') return { value: false };
  return { allowed: 'true or false' };
}

const DATES: readonly [RegExp, TypedValue['$type']][] = [
  [/^[+-]?\d{4,}-\d\d-\d\d$/, 'Date'],
  [/^[+-]?\d{4,}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/, 'LocalDateTime'],
  [/^[+-]?\d{4,}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)(\[[^\]]+\])?$/, 'DateTime'],
  [/^\d\d:\d\d(:\d\d(\.\d+)?)?$/, 'LocalTime'],
  [/^\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/, 'Time'],
];

/** An ISO date or time as a typed value; undefined for a part of a date, or anything else. */
export function dateValue(text: string): TypedValue | undefined {
  const type = DATES.find(([pattern]) => pattern.test(text))?.[1];
  if (type === undefined) return undefined;
  const day = /^[+-]?\d{4,}-(\d\d)-(\d\d)/.exec(text);
  if (day && (Number(day[1]) > 12 || Number(day[1]) < 1 || Number(day[2]) > 31 || Number(day[2]) < 1)) {
    return undefined;
  }
  return { $type: type, value: text };
}
