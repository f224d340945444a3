import type { PropertyValue, TypedValue } from '../contract/graph.ts';
import { floatValue } from '../contract/number-values.ts';
import type { CypherCursor } from './cypher-cursor.ts';
import { cypherValue, isStorableList } from './cypher-text.ts';

const NUMBER = /-?\d[\d.e/-]{0,40}/y;
const COORDINATE = '(-?\\d[\\d.e-]{0,40})';
const POINT = new RegExp(
  `point\\(\\{x: ${COORDINATE}, y: ${COORDINATE}, (?:z: ${COORDINATE}, )?srid: (\\d{1,20})\\}\\)`,
  'y',
);
const NOT_FINITE: Record<string, string> = {
  '0.0/0.0': 'NaN',
  '1.0/0.0': 'Infinity',
  '-1.0/0.0': '-Infinity',
};
const CALLS: Record<string, TypedValue['$type']> = {
  date: 'Date',
  time: 'Time',
  localtime: 'LocalTime',
  datetime: 'DateTime',
  localdatetime: 'LocalDateTime',
  duration: 'Duration',
};
const CALL = /(date|time|localtime|datetime|localdatetime|duration)\(/y;
const ALLOWED =
  'a text, number, true, false, list of these without lists in it, date(), time(), localtime(), datetime(), localdatetime(), duration() or point()';

type Scalar = string | number | boolean | TypedValue;
/** A whole float, which a list of floats may hold for a whole number. */
interface WholeFloat {
  wholeFloat: number;
}

/** A map of properties, as the writer of scripts writes it. Throws `NotAsWritten`. */
export function readCypherMap(cursor: CypherCursor): Map<string, PropertyValue> {
  const properties = new Map<string, PropertyValue>();
  cursor.one('{');
  if (cursor.takes('}')) return properties;
  do {
    const { place, rest } = cursor;
    const name = cursor.name();
    if (properties.has(name)) cursor.fail('a name that was not given before', place, rest);
    cursor.one(': ');
    properties.set(name, readCypherValue(cursor));
  } while (cursor.one(', ', '}') === ', ');
  return properties;
}

/** A value, as `cypherValue` writes it; a list has no lists in it, so that nothing nests. Throws `NotAsWritten`. */
export function readCypherValue(cursor: CypherCursor): PropertyValue {
  const { place, rest } = cursor;
  if (!cursor.takes('[')) return asAlone(readItem(cursor));
  const items: (Scalar | WholeFloat)[] = [];
  if (cursor.takes(']')) return [];
  do items.push(readItem(cursor));
  while (cursor.one(', ', ']') === ', ');
  const isNumbers = items.some(isBrokenNumber);
  const list = items.map((item) =>
    isNumbers && isWholeFloat(item) && !Object.is(item.wholeFloat, -0) ? item.wholeFloat : asAlone(item),
  );
  const hasInteger = items.some((item) => isInteger(item));
  if (
    !isStorableList(list) ||
    (hasInteger && items.some((item) => isWholeFloat(item) || isBrokenNumber(item)))
  )
    cursor.fail('a list of one type', place, rest);
  return list;
}

function readItem(cursor: CypherCursor): Scalar | WholeFloat {
  if (cursor.takes('true')) return true;
  if (cursor.takes('false')) return false;
  const { place, rest } = cursor;
  const fail = (allowed: string) => cursor.fail(allowed, place, rest);
  const number = cursor.matches(NUMBER)?.[0];
  if (number !== undefined) {
    return readNumber(number) ?? fail('a number of at most 64 bits, spelled as Throughline does,');
  }
  const call = CALLS[cursor.matches(CALL)?.[1] ?? ''];
  if (call !== undefined) {
    const value: TypedValue = { $type: call, value: cursor.text() };
    cursor.one(')');
    return cypherValue(value)?.startsWith("'") ? fail('a date, time or duration that exists') : value;
  }
  const point = cursor.matches(POINT);
  if (point !== undefined)
    return readPoint(point) ?? fail('a point, with coordinates as Throughline writes them,');
  return rest.startsWith("'") ? cursor.text() : fail(ALLOWED);
}

function readNumber(raw: string): Scalar | WholeFloat | undefined {
  const notFinite = NOT_FINITE[raw];
  if (notFinite !== undefined) return { $type: 'Float', value: notFinite };
  const number = Number(raw);
  if (/^-?\d+$/.test(raw)) {
    if (cypherValue({ $type: 'Integer', value: raw }) !== raw) return undefined;
    return Number.isSafeInteger(number) ? number : { $type: 'Integer', value: raw };
  }
  if (cypherValue({ $type: 'Float', value: raw }) !== raw) return undefined;
  return Number.isSafeInteger(number) ? { wholeFloat: number } : number;
}

function readPoint([raw, x, y, z, srid]: RegExpExecArray): TypedValue | undefined {
  const [first, second, third] = [x, y, z].map((text) => (text === undefined ? undefined : Number(text)));
  const text = third === undefined ? `POINT(${first} ${second})` : `POINT Z (${first} ${second} ${third})`;
  const value: TypedValue = { $type: 'Point', value: `SRID=${srid};${text}` };
  return cypherValue(value) === raw ? value : undefined;
}

const isWholeFloat = (item: Scalar | WholeFloat): item is WholeFloat =>
  typeof item === 'object' && 'wholeFloat' in item;

/** A number that no integer is: with a fraction, beyond 2^53, or not finite. */
function isBrokenNumber(item: Scalar | WholeFloat): boolean {
  if (typeof item === 'number') return !isInteger(item);
  return typeof item === 'object' && '$type' in item && item.$type === 'Float';
}

function isInteger(item: Scalar | WholeFloat): boolean {
  if (typeof item === 'number') return Number.isSafeInteger(item) && !Object.is(item, -0);
  return typeof item === 'object' && '$type' in item && item.$type === 'Integer';
}

/** A number of the graph is an integer wherever it is whole, so that a float that is whole keeps its type. */
function asAlone(item: Scalar | WholeFloat): Scalar {
  return isWholeFloat(item) ? floatValue(item.wholeFloat) : item;
}
