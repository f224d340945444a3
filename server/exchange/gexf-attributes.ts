import type { PropertyValue } from '../contract/graph.ts';
import { listOfNumbers } from '../contract/number-values.ts';
import type { GraphBuilder } from './graph-builder.ts';
import { MOST_FIELDS } from './import-limits.ts';
import { found, type ImportProblems } from './import-problems.ts';
import type { OwnCell } from './own-cells.ts';
import { readColumnId } from './property-columns.ts';
import { readList } from './read-list.ts';
import { isKnownType, itemTypeOf, KNOWN_TYPES, readValue } from './read-value.ts';
import { needed, type XmlElement } from './read-xml.ts';

export interface GexfAttribute {
  title: string;
  type: string;
  element: XmlElement;
  fallback?: PropertyValue;
}

/** One `<attvalue>`; `time` says when it holds, in a dynamic graph. */
export interface TimedValue {
  of: string;
  value: string;
  time: string | undefined;
  element: XmlElement;
}

/** The attributes that a GEXF file declares for its nodes or for its edges. */
export class GexfAttributes {
  readonly #byId = new Map<string, GexfAttribute>();
  readonly #titles = new Set<string>();
  /** What the ids of a file of ours say. */
  readonly #columns = new Map<string, ReturnType<typeof readColumnId>>();
  #repeatsId: boolean | undefined;
  readonly #problems: ImportProblems;
  readonly #builder: GraphBuilder;

  constructor(problems: ImportProblems, builder: GraphBuilder) {
    this.#problems = problems;
    this.#builder = builder;
  }

  declare(element: XmlElement): GexfAttribute | undefined {
    const id = needed(element, 'id', this.#problems);
    if (id === undefined) return undefined;
    const type = element.attributes.get('type') ?? 'string';
    if (!isKnownType(type)) {
      this.#problems.add(
        `${found(type)} is no type of values; allowed: ${KNOWN_TYPES}`,
        element,
        'attribute type',
      );
    }
    const wanted = element.attributes.get('title') ?? id;
    const title = this.#titles.has(wanted) ? `${wanted} (${id})` : wanted;
    this.#titles.add(title);
    if (this.#byId.has(id))
      this.#problems.add(`the attribute ${found(id)} was declared before`, element, 'attribute id');
    if (this.#byId.size >= MOST_FIELDS) {
      this.#problems.stop(`declares more than ${MOST_FIELDS} attributes, which is the most`, element);
    }
    const attribute: GexfAttribute = { title, type, element };
    this.#byId.set(id, attribute);
    return attribute;
  }

  setDefault(attribute: GexfAttribute, text: string): void {
    const value = this.#value(text, attribute, attribute.element);
    if (value !== undefined) attribute.fallback = value;
  }

  isList(title: string): boolean {
    return [...this.#byId.values()].some((each) => each.title === title && isList(each.type));
  }

  /** Whether these are the attributes of a file that Throughline wrote. */
  get isOwn(): boolean {
    return [...this.#byId].some(([id, { title }]) => readColumnId(id, title)?.kind === 'exact');
  }

  /** Whether every element repeats its id as a property. */
  get repeatsId(): boolean {
    this.#repeatsId ??= [...this.#byId].some(([id, { title }]) => readColumnId(id, title)?.kind === 'same');
    return this.#repeatsId;
  }

  /** The values of one node or edge of such a file. */
  ownCells(values: readonly TimedValue[]): OwnCell[] {
    return values.flatMap(({ of, value }) => {
      const column = this.#columnOf(of);
      return column === undefined ? [] : [{ property: column.property, kind: column.kind, text: value }];
    });
  }

  #columnOf(id: string): ReturnType<typeof readColumnId> {
    if (!this.#columns.has(id)) this.#columns.set(id, readColumnId(id, this.#byId.get(id)?.title ?? id));
    return this.#columns.get(id);
  }

  /** The properties of one node or edge, in the order of declaration where values come so, defaults filled in. */
  properties(values: readonly TimedValue[]): Map<string, PropertyValue> {
    const properties = new Map<string, PropertyValue>();
    const groups = new Map<string, TimedValue[]>();
    for (const value of values) {
      const group = groups.get(value.of);
      if (group) group.push(value);
      else groups.set(value.of, [value]);
    }
    for (const [id, group] of groups) this.#set(properties, id, group);
    for (const [id, { title, fallback }] of this.#byId) {
      if (fallback !== undefined && !groups.has(id)) properties.set(title, fallback);
    }
    return properties;
  }

  #set(properties: Map<string, PropertyValue>, id: string, group: readonly TimedValue[]): void {
    const attribute = this.#byId.get(id);
    if (attribute === undefined) {
      this.#builder.count('Values of an attribute that is not declared are kept as text');
      for (const { value } of group) properties.set(id, value);
      return;
    }
    const read = group.flatMap(({ value, element }) => this.#value(value, attribute, element) ?? []);
    const timed = group.some(({ time }) => time !== undefined);
    const [first] = read;
    if (isList(attribute.type) && group.length === 1) {
      const [only] = group;
      const list = only && this.#value(only.value, attribute, only.element);
      if (list !== undefined) properties.set(attribute.title, list);
    } else if (read.length === 0) return;
    else if (read.length === 1 && first !== undefined) properties.set(attribute.title, first);
    else {
      properties.set(
        attribute.title,
        listOfNumbers(read.map((value) => (Array.isArray(value) ? JSON.stringify(value) : value))),
      );
      if (!timed) this.#builder.count('Attributes given more than once are kept as a list');
    }
    if (timed) {
      this.#builder.count('Values that hold for a time only are lists, beside which stands when');
      properties.set(
        `${attribute.title} times`,
        group.map(({ time }) => time ?? ''),
      );
    }
  }

  #value(text: string, { title, type }: GexfAttribute, element: XmlElement): PropertyValue | undefined {
    const read = isList(type) ? readList(text, type) : readValue(text, type);
    if ('value' in read) return read.value;
    // Programs write an empty text, Gephi also `null`, for a number that is not known.
    if (/^(null)?$/.test(text.trim())) return undefined;
    this.#problems.add(`${found(text)} is not ${read.allowed}`, element, title);
    return undefined;
  }
}

function isList(type: string): boolean {
  return type.toLowerCase() === 'list' || itemTypeOf(type) !== undefined;
}
