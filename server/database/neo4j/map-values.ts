import neo4j, {
  type Integer,
  type Node,
  type Path,
  type Point,
  type Relationship,
  type UnboundRelationship,
} from 'neo4j-driver';
import type { TypedValue } from '../../contract/graph.ts';
import { floatValue, integerValue, listOfNumbers } from '../../contract/number-values.ts';
import type { Value } from '../graph-database.ts';
import { shortTime } from '../value-text.ts';

/** A value of the driver as a plain value of the port. */
export function plainValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return floatValue(value);
  if (typeof value === 'bigint') return integerValue(value);
  if (Array.isArray(value)) return plainList(value);
  // Most objects are maps; all other kinds have a class of their own.
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) return plainMap(value);
  if (neo4j.isInt(value)) return integerValue(value.toBigInt());
  if (value instanceof Int8Array) return { $type: 'Bytes', value: Buffer.from(value).toString('base64') };
  if (typeof value !== 'object') return String(value);
  if (neo4j.isVector(value)) return vectorValue(value.asTypedArray());
  return temporalValue(value) ?? graphValue(value) ?? plainMap(value);
}

function plainList(items: readonly unknown[]): Value[] {
  const values = items.map(plainValue);
  return items.some(isFloat) ? listOfNumbers(values) : values;
}

/** Integers come as objects of the driver. */
function isFloat(item: unknown): boolean {
  return typeof item === 'number';
}

function vectorValue(numbers: Iterable<number | bigint>): Value {
  const areFloats = numbers instanceof Float32Array || numbers instanceof Float64Array;
  return listOfNumbers(
    [...numbers].map((number) => (areFloats ? floatValue(Number(number)) : integerValue(BigInt(number)))),
  );
}

function temporalValue(value: object): TypedValue | undefined {
  if (neo4j.isDate(value)) return { $type: 'Date', value: value.toString() };
  if (neo4j.isTime(value)) return { $type: 'Time', value: shortTime(value.toString()) };
  if (neo4j.isLocalTime(value)) return { $type: 'LocalTime', value: shortTime(value.toString()) };
  if (neo4j.isDateTime(value)) return { $type: 'DateTime', value: shortTime(value.toString()) };
  if (neo4j.isLocalDateTime(value)) return { $type: 'LocalDateTime', value: shortTime(value.toString()) };
  if (neo4j.isDuration(value)) return { $type: 'Duration', value: shortTime(value.toString()) };
  if (neo4j.isPoint(value)) return { $type: 'Point', value: pointText(value) };
  return undefined;
}

/** Extended well-known text: `SRID=4326;POINT(12.5 41.9)`. */
function pointText({ srid, x, y, z }: Point<Integer>): string {
  return z === undefined ? `SRID=${srid};POINT(${x} ${y})` : `SRID=${srid};POINT Z (${x} ${y} ${z})`;
}

function graphValue(value: object): Value | undefined {
  if (neo4j.isNode(value)) return plainNode(value);
  if (neo4j.isRelationship(value) || neo4j.isUnboundRelationship(value)) return plainRelationship(value);
  if (neo4j.isPath(value)) return plainPath(value);
  return undefined;
}

function plainNode({ elementId, labels, properties }: Node): Value {
  return { elementId, labels, properties: plainMap(properties) };
}

function plainRelationship(value: Relationship | UnboundRelationship): Value {
  const ends =
    'startNodeElementId' in value
      ? { startNodeElementId: value.startNodeElementId, endNodeElementId: value.endNodeElementId }
      : {};
  return { elementId: value.elementId, type: value.type, ...ends, properties: plainMap(value.properties) };
}

function plainPath({ start, segments }: Path): Value {
  return {
    nodes: [plainNode(start), ...segments.map((segment) => plainNode(segment.end))],
    relationships: segments.map((segment) => plainRelationship(segment.relationship)),
  };
}

function plainMap(value: object): { [key: string]: Value } {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainValue(inner)]));
}
