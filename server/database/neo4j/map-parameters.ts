import neo4j from 'neo4j-driver';
import type { TypedValue } from '../../contract/graph.ts';
import { isWhole } from '../../contract/number-values.ts';
import { QueryRefused } from '../database-errors.ts';
import { isTypedValue } from '../value-text.ts';

/** A parameter as the driver takes it: whole numbers as integers, a `TypedValue` as what it says. */
export function driverParameter(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return isWhole(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(driverParameter);
  if (typeof value !== 'object') return value;
  if (value instanceof Date) return neo4j.types.DateTime.fromStandardDate(value);
  if (isTypedValue(value)) return typedParameter(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, driverParameter(inner)]));
}

/** A property as Neo4j stores it: as a parameter, and a list of numbers is all integers or all floats. */
export function storedProperty(value: unknown): unknown {
  const numbers = Array.isArray(value) ? value.map(numberOf) : [];
  const areFloats = numbers.some((number) => number?.isFloat);
  const areNumbers = areFloats && numbers.every((number) => number !== undefined);
  return areNumbers ? numbers.map((number) => number?.value) : driverParameter(value);
}

function numberOf(item: unknown): { value: number; isFloat: boolean } | undefined {
  if (typeof item === 'number') return { value: item, isFloat: !isWhole(item) };
  if (typeof item !== 'object' || item === null || !isTypedValue(item)) return undefined;
  const isFloat = item.$type === 'Float';
  return isFloat || item.$type === 'Integer' ? { value: Number(item.value), isFloat } : undefined;
}

function typedParameter(typed: TypedValue): unknown {
  try {
    return parsed(typed);
  } catch {
    throw new QueryRefused(`"${typed.value}" is no ${typed.$type}`);
  }
}

function parsed({ $type, value }: TypedValue): unknown {
  switch ($type) {
    case 'Integer':
      return neo4j.int(BigInt(value));
    case 'Float':
      return Number(value);
    case 'Date':
      return neo4j.types.Date.fromString(value);
    case 'Time':
      return neo4j.types.Time.fromString(value);
    case 'LocalTime':
      return neo4j.types.LocalTime.fromString(value);
    case 'DateTime':
      return neo4j.types.DateTime.fromString(value);
    case 'LocalDateTime':
      return neo4j.types.LocalDateTime.fromString(value);
    case 'Duration':
      return neo4j.types.Duration.fromString(value);
    case 'Bytes':
      return new Int8Array(Buffer.from(value, 'base64'));
    case 'Point':
      return parsedPoint(value);
  }
}

function parsedPoint(text: string): unknown {
  const match = /^SRID=(\d+);POINT(?: Z )?\(([^ ]+) ([^ ]+)(?: ([^ ]+))?\)$/.exec(text);
  const [srid, x, y, z] = (match?.slice(1) ?? []).map((part) =>
    part === undefined ? undefined : Number(part),
  );
  if (srid === undefined || x === undefined || y === undefined) throw new Error(text);
  return new neo4j.types.Point(neo4j.int(srid), x, y, z);
}
