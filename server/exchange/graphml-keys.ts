import type { PropertyValue } from '../contract/graph.ts';
import { EXACT_NAME } from './exact-values.ts';
import type { GraphBuilder } from './graph-builder.ts';
import { MOST_FIELDS } from './import-limits.ts';
import { found, type ImportProblems } from './import-problems.ts';
import type { OwnCell } from './own-cells.ts';
import { readColumnId } from './property-columns.ts';
import { readList } from './read-list.ts';
import { isKnownType, itemTypeOf, KNOWN_TYPES, readValue } from './read-value.ts';
import { needed, type XmlElement } from './read-xml.ts';

export interface GraphmlKey {
  id: string;
  /** Another key may have it too: NetworkX declares one for each type of the values of an attribute. */
  name: string;
  /** node, edge, graph, all, port, … */
  owner: string;
  type: string;
  /** What yEd keeps drawings in. */
  isDrawing: boolean;
  element: XmlElement;
  fallback?: string;
}

/** One `<data>`, its text as it stands. */
export interface DataText {
  key: string;
  text: string;
  element: XmlElement;
}

/** The keys that a GraphML file declares. */
export class GraphmlKeys {
  /** By what they are for, then by id: Gephi gives a key of nodes and one of edges the same. */
  readonly #byId = new Map<string, GraphmlKey>();
  /** What the ids of a file of ours say. */
  readonly #columns = new Map<string, ReturnType<typeof readColumnId>>();
  readonly #problems: ImportProblems;
  readonly #builder: GraphBuilder;

  constructor(problems: ImportProblems, builder: GraphBuilder) {
    this.#problems = problems;
    this.#builder = builder;
  }

  get(owner: string, id: string): GraphmlKey | undefined {
    return this.#byId.get(`${owner} ${id}`) ?? this.#byId.get(`all ${id}`);
  }

  get all(): Iterable<GraphmlKey> {
    return this.#byId.values();
  }

  declare(element: XmlElement): GraphmlKey | undefined {
    const { attributes } = element;
    const id = needed(element, 'id', this.#problems);
    if (id === undefined) return undefined;
    const named = attributes.get('attr.type') ?? 'string';
    const type = attributes.has('attr.list') ? `${attributes.get('attr.list')}[]` : named;
    if (!isKnownType(type)) {
      this.#problems.add(
        `${found(type)} is no type of values; allowed: ${KNOWN_TYPES}`,
        element,
        'key attr.type',
      );
    }
    if (this.#byId.has(`${attributes.get('for') ?? 'all'} ${id}`))
      this.#problems.add(`the key ${found(id)} was declared before`, element, 'key id');
    if (this.#byId.size >= MOST_FIELDS) {
      this.#problems.stop(`declares more than ${MOST_FIELDS} keys, which is the most`, element);
    }
    const key: GraphmlKey = {
      id,
      name: attributes.get('attr.name') ?? id,
      owner: attributes.get('for') ?? 'all',
      type,
      isDrawing: isDrawing(attributes),
      element,
    };
    this.#byId.set(`${key.owner} ${id}`, key);
    return key;
  }

  /** Whether Throughline wrote the file. */
  get isOwn(): boolean {
    return ['node', 'edge'].every((owner) => this.#byId.has(`${owner} ${owner}-${EXACT_NAME}`));
  }

  /** Whether every node, or every edge, of such a file repeats its id as a property. */
  repeatsId(owner: 'node' | 'edge'): boolean {
    return [...this.#byId.values()].some(
      (key) => key.owner === owner && readColumnId(key.id, key.name)?.kind === 'same',
    );
  }

  /** The values of one node or edge of such a file, without its caption and type. */
  ownCells(owner: 'node' | 'edge', data: readonly DataText[]): OwnCell[] {
    return data.flatMap(({ key: id, text }): OwnCell[] => {
      if (id === `${owner}-${EXACT_NAME}`) return [{ property: EXACT_NAME, kind: 'exact', text }];
      if (owner === 'node' && id === 'labels') return [{ property: 'labels', kind: 'labels', text }];
      const column = this.#columnOf(owner, id);
      return column === undefined ? [] : [{ property: column.property, kind: column.kind, text }];
    });
  }

  #columnOf(owner: string, id: string): ReturnType<typeof readColumnId> {
    const key = `${owner} ${id}`;
    if (!this.#columns.has(key)) this.#columns.set(key, readColumnId(id, this.get(owner, id)?.name ?? id));
    return this.#columns.get(key);
  }

  /** The values of one node or edge by the names of their keys, defaults filled in. */
  properties(owner: 'node' | 'edge', data: readonly DataText[]): Map<string, PropertyValue> {
    const properties = new Map<string, PropertyValue>();
    const given = new Set<string>();
    for (const { key: id, text, element } of data) {
      const key = this.get(owner, id);
      if (key?.isDrawing) continue;
      const plain = key?.name ?? id;
      const name = properties.has(plain) && !given.has(id) ? `${plain} (${id})` : plain;
      if (given.has(id)) this.#problems.add(`the key ${found(id)} is given twice`, element, name);
      given.add(id);
      // Neo4j writes labels and types so, and does not declare them.
      if (key === undefined && id !== 'labels' && id !== 'label') {
        this.#builder.count('Values of a key that is not declared are kept as text');
      }
      const value = key === undefined ? text : this.#value(text, key, element);
      if (value !== undefined) properties.set(name, value);
    }
    for (const key of this.#byId.values()) {
      if (key.fallback === undefined || given.has(key.id) || key.isDrawing) continue;
      if (key.owner !== owner && key.owner !== 'all') continue;
      const value = this.#value(key.fallback, key, key.element);
      if (value !== undefined && !properties.has(key.name)) properties.set(key.name, value);
    }
    return properties;
  }

  #value(text: string, { name, type }: GraphmlKey, element: XmlElement): PropertyValue | undefined {
    const read = itemTypeOf(type) === undefined ? readValue(text, type) : readList(text, type);
    if ('value' in read) return read.value;
    if (text.trim() === '') return undefined;
    this.#problems.add(`${found(text)} is not ${read.allowed}`, element, name);
    return undefined;
  }
}

/** yEd says so by `yfiles.type`, later yFiles by an address of the key without a type. */
function isDrawing(attributes: ReadonlyMap<string, string>): boolean {
  const type = attributes.get('yfiles.type');
  if (type !== undefined) return type !== 'xml';
  return !attributes.has('attr.type') && [...attributes.keys()].some((name) => name.endsWith(':attr.uri'));
}
