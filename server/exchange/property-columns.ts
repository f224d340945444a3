import type { Properties, PropertyValue } from '../contract/graph.ts';
import { GraphChanged } from './graph-source.ts';
import { KINDS, type Kind, kindOf, plainText, readPlain, sameValue, type Value } from './plain-values.ts';
import { type OwnerSurvey, oneKind, type Width } from './survey-graph.ts';

/** `list` any list; a column of unlike values is a `string`. */
export type ColumnType = 'boolean' | 'string' | 'list' | Width;

/** What a file says of every node, or of every relationship, under one name and one type. */
export interface Column {
  /** As the graph has it. */
  property: string;
  /** As the file has it. */
  name: string;
  /** `same`: the column stands for a property `id` that repeats the id of every element, and is empty. */
  kind: Kind | 'same';
  /** The narrowest type of the format's own that holds every value. */
  type: ColumnType;
}

/**
 * One typed column for each property that occurs, in order of appearance, called like the property. A property
 * whose name is `reserved` by the format, or taken once it is `clean`, is called `name_property`. Values of unlike
 * kinds share a column of texts; `plainCells` tells which of them it does not give back.
 */
export function propertyColumns(
  owners: OwnerSurvey,
  reserved: readonly string[],
  clean = (text: string) => text,
): Column[] {
  const properties = [...owners.properties];
  const plain = properties.map(([property]) => property).filter((property) => clean(property) === property);
  const taken = new Set([...reserved, ...plain]);
  return properties.map(([property, values]) => {
    let name = clean(property);
    if (name !== property || reserved.includes(name)) while (taken.has(name)) name += '_property';
    taken.add(name);
    const same = property === 'id' && owners.repeatingId === owners.count;
    const kind = oneKind(values) ?? 'string';
    return { property, name, kind: same ? 'same' : kind, type: typeOf(kind, values.width) };
  });
}

function typeOf(kind: Kind, width: Width | undefined): ColumnType {
  if (kind === 'number') return width ?? 'double';
  return kind === 'boolean' || kind === 'list' ? kind : 'string';
}

/** What a column may be, in the order of the codes in its id: never reordered, only added to. */
const CODES = [...KINDS, 'same', 'labels', 'exact'] as const;
export type ColumnKind = (typeof CODES)[number];

/**
 * An id for a column that says what its values are, as a decimal number, since graphology takes any other id for the
 * title: the place, a point and the two digits of the kind's place in `CODES`, as in `3.04` for dates. Where the file
 * calls the property otherwise than the graph, the UTF-16 code units of its true name follow, five digits each.
 */
export function columnId(
  { property, name, kind }: { property: string; name: string; kind: ColumnKind },
  place: number,
): string {
  const digits = (number: number, length: number) => String(number).padStart(length, '0');
  const units = Array.from({ length: property.length }, (_, at) => digits(property.charCodeAt(at), 5));
  return `${place}.${digits(CODES.indexOf(kind), 2)}${name === property ? '' : units.join('')}`;
}

/** What `columnId` says, where letters may stand in front; undefined for an id of another make. */
export function readColumnId(id: string, name: string): { property: string; kind: ColumnKind } | undefined {
  const [, code, units] = /^[a-z]*\d+\.(\d\d)((?:\d{5})*)$/.exec(id) ?? [];
  const kind = CODES[Number(code ?? Number.NaN)];
  if (kind === undefined) return undefined;
  const codes = units?.match(/\d{5}/g) ?? [];
  return { property: codes.length === 0 ? name : String.fromCharCode(...codes.map(Number)), kind };
}

export interface Cells {
  /** A text for each column, undefined where the owner has nothing to say. */
  cells: (string | undefined)[];
  /** Properties whose value the cell does not give back: nulls, values unlike their column, unwritable texts. */
  exact: [name: string, value: PropertyValue][];
}

/** The properties of one node or relationship as the texts of its columns. Throws `GraphChanged`. */
export function plainCells(
  { properties }: { properties: Properties },
  columns: readonly Column[],
  clean: (text: string) => string,
): Cells {
  const exact: Cells['exact'] = [];
  let found = 0;
  const cells = columns.map(({ property, kind }) => {
    if (!Object.hasOwn(properties, property)) return undefined;
    found += 1;
    const value = properties[property] ?? null;
    if (kind === 'same') return undefined;
    if (value === null) {
      exact.push([property, null]);
      return undefined;
    }
    const text = plainText(value, clean);
    if (!givesBack(kind, text, value)) exact.push([property, value]);
    return text;
  });
  if (found !== Object.keys(properties).length) throw new GraphChanged();
  return { cells, exact };
}

function givesBack(kind: Kind, text: string, value: Value): boolean {
  if (kindOf(value) !== kind) return false;
  return typeof value === 'string' ? text === value : sameValue(readPlain(kind, text), value);
}
