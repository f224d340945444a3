import type { PropertyValue, TypedValue } from '../contract/graph.ts';
import { listOfNumbers } from '../contract/number-values.ts';
import { dateValue, itemTypeOf, readValue } from './read-value.ts';

const TEMPORAL: Record<string, TypedValue['$type']> = {
  date: 'Date',
  time: 'Time',
  localtime: 'LocalTime',
  datetime: 'DateTime',
  localdatetime: 'LocalDateTime',
};

/** Reads a cell as `neo4j-admin` does by the type in the header; a text says what is allowed instead. */
export function readNeo4jValue(
  text: string,
  type: string,
  listDelimiter: string,
): { value: PropertyValue } | string {
  const item = itemTypeOf(type);
  if (item === undefined) return scalar(text, type.toLowerCase());
  const parts = text === '' ? [] : text.split(listDelimiter);
  if (item === 'byte') return bytes(parts);
  const items: (string | number | boolean | null | TypedValue)[] = [];
  for (const part of parts) {
    const read = scalar(part, item);
    if (typeof read === 'string') return `a list of which each is ${read}`;
    if (!Array.isArray(read.value)) items.push(read.value);
  }
  return { value: listOfNumbers(items) };
}

function scalar(text: string, type: string): { value: PropertyValue } | string {
  const temporal = TEMPORAL[type];
  if (temporal !== undefined) {
    return dateValue(text)?.$type === temporal
      ? { value: { $type: temporal, value: text } }
      : `a ${type} in ISO 8601`;
  }
  if (type === 'duration') {
    return /^-?P/.test(text) ? { value: { $type: 'Duration', value: text } } : 'a duration such as P1DT12H';
  }
  if (type === 'point') return point(text);
  const read = readValue(text, type);
  return 'value' in read ? read : read.allowed;
}

/** `{srid:4326, x:1.5, y:2}`, also with longitude and latitude. */
function point(text: string): { value: PropertyValue } | string {
  const parts = new Map(
    [...text.matchAll(/(\w+)\s*:\s*([^,}\s]+)/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value,
    ]),
  );
  const x = parts.get('x') ?? parts.get('longitude');
  const y = parts.get('y') ?? parts.get('latitude');
  const z = parts.get('z') ?? parts.get('height');
  if (x === undefined || y === undefined) return 'a point such as {srid:4326,x:1.5,y:2}';
  const isGeographic = parts.has('longitude') || parts.get('crs')?.toLowerCase().startsWith('wgs');
  const srid =
    parts.get('srid') ??
    (isGeographic ? (z === undefined ? '4326' : '4979') : z === undefined ? '7203' : '9157');
  const value = z === undefined ? `SRID=${srid};POINT(${x} ${y})` : `SRID=${srid};POINT Z (${x} ${y} ${z})`;
  return { value: { $type: 'Point', value } };
}

function bytes(parts: readonly string[]): { value: PropertyValue } | string {
  const numbers = parts.map(Number);
  if (numbers.some((number) => !Number.isInteger(number) || number < -128 || number > 127)) {
    return 'a list of numbers from -128 to 127';
  }
  const text = String.fromCharCode(...numbers.map((number) => number & 0xff));
  return { value: { $type: 'Bytes', value: btoa(text) } };
}
