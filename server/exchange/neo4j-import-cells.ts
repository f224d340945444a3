import type { GraphNode, PropertyValue, Relationship, TypedValue } from '../contract/graph.ts';
import { wellFormed } from './csv-text.ts';
import type { Observer } from './graph-source.ts';
import { type Kind, plainText } from './plain-values.ts';
import { nothingKnown, oneKind, type PropertySurvey, type ValueSurvey } from './survey-graph.ts';

/** A type of neo4j-admin's header line. */
export type Neo4jType = string;

const SCALARS: Partial<Record<Kind, Neo4jType>> = {
  boolean: 'boolean',
  string: 'string',
  Date: 'date',
  Time: 'time',
  LocalTime: 'localtime',
  DateTime: 'datetime',
  LocalDateTime: 'localdatetime',
  Duration: 'duration',
  Point: 'point',
  Bytes: 'byte[]',
};

/**
 * A property's name as neo4j-admin takes it in a header line: on one line, and without `(` and `{`, which begin the
 * name of a group and options wherever they stand and cannot be escaped (5.26); square brackets stand for them.
 */
export function neo4jColumnName(name: string): string {
  const line = name.replace(/[\r\n]/g, '\uFFFD');
  return /[({]/.test(line) ? line.replace(/[({]/g, '[').replace(/[)}]/g, ']') : line;
}

/** The type of a property's column; what has no type of its own is a text. */
export function neo4jTypeOf(property: PropertySurvey | undefined): Neo4jType {
  if (oneKind(property) !== 'list') return scalarType(property) ?? 'string';
  const items = property?.items ?? nothingKnown();
  const type = items.nulls > 0 || items.kinds.has('Bytes') ? undefined : scalarType(items);
  return type === undefined ? 'string' : `${type}[]`;
}

function scalarType(values: ValueSurvey | undefined): Neo4jType | undefined {
  if (values === undefined || values.kinds.size === 0) return 'string';
  const kind = oneKind(values);
  if (kind === 'number') return values.width === 'double' ? 'double' : 'long';
  return kind === undefined || values.misformed > 0 ? undefined : SCALARS[kind];
}

/** A value as the text of its cell; undefined where the cell stays empty: null, and lists that no cell can tell. */
export function neo4jCell(value: PropertyValue, type: Neo4jType, delimiter: string): string | undefined {
  if (value === null) return undefined;
  if (type === 'string') return wellFormed(plainText(value));
  if (!Array.isArray(value)) return scalarText(value, type, delimiter);
  // An empty cell is no list at all, and neither is one empty text.
  if (isUntellable(value)) return undefined;
  return value.map((item) => (item === null ? '' : scalarText(item, type, delimiter))).join(delimiter);
}

/** Whether neo4j-admin takes a list for none: it has no item, or one that is an empty text. */
export function isUntellable(list: readonly PropertyValue[]): boolean {
  return list.length === 0 || (list.length === 1 && list[0] === '');
}

function scalarText(
  value: string | number | boolean | TypedValue,
  type: Neo4jType,
  delimiter: string,
): string {
  if (type === 'byte[]' && typeof value === 'object') return bytes(value.value, delimiter);
  if (type.startsWith('point') && typeof value === 'object') return point(value.value);
  return wellFormed(plainText(value));
}

/** Signed, as Java has them. */
function bytes(base64: string, delimiter: string): string {
  const signed = [...atob(base64)].map((byte) => (byte.charCodeAt(0) << 24) >> 24);
  return signed.join(delimiter);
}

function point(text: string): string {
  const [, srid = '', inside = ''] = /^SRID=(\d+);POINT(?: Z )?\((.*)\)$/.exec(text) ?? [];
  const coordinates = inside.split(' ').map((value, at) => `${'xyz'[at]}:${value}`);
  return `{${[`srid:${srid}`, ...coordinates].join(',')}}`;
}

const CANDIDATES = [';', '|', '\u001f', '\u001e', '\u001d', '\u001c', ...'§¦¶¤†‡'];

/** Looks for a character that no label and no item of a list holds. */
export class ArrayDelimiter implements Observer {
  #candidates = CANDIDATES;

  node({ labels, properties }: GraphNode): void {
    this.#note(labels);
    this.#noteAll(properties);
  }

  relationship({ properties }: Relationship): void {
    this.#noteAll(properties);
  }

  /** Where every candidate occurs, one from the private use area. */
  get free(): string {
    return this.#candidates[0] ?? '\uF8FF';
  }

  #noteAll(properties: Readonly<Record<string, PropertyValue>>): void {
    for (const value of Object.values(properties)) if (Array.isArray(value)) this.#note(value);
  }

  #note(list: readonly PropertyValue[]): void {
    for (const item of list) {
      if (typeof item !== 'string') continue;
      const held = this.#candidates.filter((candidate) => item.includes(candidate));
      if (held.length > 0)
        this.#candidates = this.#candidates.filter((candidate) => !held.includes(candidate));
    }
  }
}
