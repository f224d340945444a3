import type { GraphNode, PropertyValue, Relationship } from '../contract/graph.ts';
import type { Observer } from './graph-source.ts';
import { isMisformed } from './neo4j-values.ts';
import { type Kind, kindOf, type Value } from './plain-values.ts';

/** `long` is a whole number beyond 32 bits, `double` any other number. */
export type Width = 'integer' | 'long' | 'double';
const WIDTHS: readonly Width[] = ['integer', 'long', 'double'];

/** What values occur under one name, or in the lists under it. */
export interface ValueSurvey {
  /** How many there are of each kind. */
  kinds: Map<Kind, number>;
  nulls: number;
  /** The narrowest that holds every number; undefined where there is none. */
  width: Width | undefined;
  /** How many numbers are whole. */
  wholes: number;
  /** How many `TypedValue`s are none of their type by their text. */
  misformed: number;
}

/** The kind of all values that are not null; undefined where there are several, or none. */
export function oneKind(values: ValueSurvey | undefined): Kind | undefined {
  return values?.kinds.size === 1 ? [...values.kinds.keys()][0] : undefined;
}

export interface PropertySurvey extends ValueSurvey {
  /** Of the items of all lists. */
  items: ValueSurvey;
}

export interface OwnerSurvey {
  count: number;
  /** By name, in order of appearance. */
  properties: Map<string, PropertySurvey>;
  /** How many have a property `id` that repeats their own id. */
  repeatingId: number;
}

/** Counts the nodes and relationships of a graph and learns which properties they have, of which types. */
export class GraphSurvey implements Observer {
  readonly nodes: OwnerSurvey = { count: 0, properties: new Map(), repeatingId: 0 };
  readonly relationships: OwnerSurvey = { count: 0, properties: new Map(), repeatingId: 0 };

  node(node: GraphNode): void {
    survey(this.nodes, node);
  }

  relationship(relationship: Relationship): void {
    survey(this.relationships, relationship);
  }
}

function survey(owners: OwnerSurvey, { id, properties }: GraphNode | Relationship): void {
  owners.count += 1;
  for (const [name, value] of Object.entries(properties)) {
    let property = owners.properties.get(name);
    if (property === undefined) {
      property = { ...nothingKnown(), items: nothingKnown() };
      owners.properties.set(name, property);
    }
    learn(property, value);
    if (Array.isArray(value)) for (const item of value) learn(property.items, item);
    if (name === 'id' && value === id) owners.repeatingId += 1;
  }
}

export function nothingKnown(): ValueSurvey {
  return { kinds: new Map(), nulls: 0, width: undefined, wholes: 0, misformed: 0 };
}

function learn(known: ValueSurvey, value: PropertyValue): void {
  if (value === null) {
    known.nulls += 1;
    return;
  }
  const kind = kindOf(value);
  known.kinds.set(kind, (known.kinds.get(kind) ?? 0) + 1);
  if (typeof value === 'object' && !Array.isArray(value) && isMisformed(value)) known.misformed += 1;
  if (kind !== 'number') return;
  const width = widthOf(value);
  if (width !== 'double') known.wholes += 1;
  if (known.width === undefined || WIDTHS.indexOf(width) > WIDTHS.indexOf(known.width)) known.width = width;
}

export function widthOf(value: Value): Width {
  if (typeof value === 'object') return '$type' in value && value.$type === 'Integer' ? 'long' : 'double';
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return 'double';
  return Math.abs(Number(value)) < 2 ** 31 ? 'integer' : 'long';
}
