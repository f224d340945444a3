import type { GraphNode, Properties, PropertyValue } from '../contract/graph.ts';

/** `long` is a whole number beyond 32 bits, `list` any list; a column of unlike values is a `string`. */
export type ColumnType = 'boolean' | 'integer' | 'long' | 'double' | 'string' | 'list';

/** What a file says of every `Owner` (a node or a relationship) under one name and one type. */
export interface Column<Owner> {
  name: string;
  type: ColumnType;
  read(owner: Owner): PropertyValue;
}

/** The labels of a node. */
export const labelsColumn: Column<GraphNode> = { name: 'labels', type: 'list', read: ({ labels }) => labels };

type Value = NonNullable<PropertyValue>;
const NUMBERS: readonly ColumnType[] = ['integer', 'long', 'double'];

function typeOf(value: Value): ColumnType {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'object') {
    if (value.$type === 'Integer') return 'long';
    return value.$type === 'Float' ? 'double' : 'string';
  }
  if (typeof value === 'string') return 'string';
  if (!Number.isSafeInteger(value)) return 'double';
  return Math.abs(value) < 2 ** 31 ? 'integer' : 'long';
}

/** The narrowest type that holds both. */
function widen(one: ColumnType, other: ColumnType): ColumnType {
  if (one === other) return one;
  const width = Math.max(NUMBERS.indexOf(one), NUMBERS.indexOf(other));
  const areNumbers = NUMBERS.includes(one) && NUMBERS.includes(other);
  return areNumbers ? (NUMBERS[width] ?? 'double') : 'string';
}

const isRepeatedId = (id: string, property: string, value: PropertyValue) =>
  property === 'id' && value === id;

/**
 * One typed column for each property that occurs, in order of appearance, called like the property. A property
 * whose name is `reserved` by the format, or taken once it is `clean`, is called `name_property`. The property
 * `id` is left out where it only repeats the element's id.
 */
export function propertyColumns<Owner extends { id: string; properties: Properties }>(
  owners: readonly Owner[],
  reserved: readonly string[],
  clean = (text: string) => text,
): Column<Owner>[] {
  const types = new Map<string, ColumnType | undefined>();
  for (const { id, properties } of owners) {
    for (const [property, value] of Object.entries(properties)) {
      if (isRepeatedId(id, property, value)) continue;
      const known = types.get(property);
      const type = value === null ? known : typeOf(value);
      types.set(property, known === undefined || type === undefined ? type : widen(known, type));
    }
  }
  const taken = new Set([
    ...reserved,
    ...[...types.keys()].filter((property) => clean(property) === property),
  ]);
  return [...types].map(([property, type]) => {
    let name = clean(property);
    if (name !== property || reserved.includes(name)) while (taken.has(name)) name += '_property';
    taken.add(name);
    return {
      name,
      type: type ?? 'string',
      read: ({ id, properties }) => {
        const value = Object.hasOwn(properties, property) ? (properties[property] ?? null) : null;
        return isRepeatedId(id, property, value) ? null : value;
      },
    };
  });
}

/**
 * A value as text: what stands in a `TypedValue`, a list as a JSON array, everything else as JavaScript writes it.
 * `clean` is applied to each string before it is put into a list.
 */
export function valueText(value: Value, clean = (text: string) => text): string {
  if (!Array.isArray(value)) return clean(typeof value === 'object' ? value.value : String(value));
  return JSON.stringify(
    value.map((item) => {
      if (typeof item === 'string') return clean(item);
      return item !== null && typeof item === 'object' ? clean(item.value) : item;
    }),
  );
}
