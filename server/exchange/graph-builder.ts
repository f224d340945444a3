import type { Graph, GraphNode, Properties, PropertyValue, Relationship } from '../contract/graph.ts';
import { finiteNumber } from '../contract/number-values.ts';
import { type ImportLimits, MOST_FIELDS, MOST_ID_LENGTH } from './import-limits.ts';
import { found, type ImportProblems, type Place } from './import-problems.ts';

/** What a relationship is called whose file does not say. */
export const DEFAULT_TYPE = 'RELATED_TO';

export type Direction = 'directed' | 'undirected' | 'mutual';

export interface ReadNode {
  id: string | undefined;
  labels?: readonly string[];
  /** Left out: the property name, title, caption or label, then the id. */
  caption?: string | undefined;
  properties: Map<string, PropertyValue>;
  at?: { x: number; y: number } | undefined;
}

export interface ReadEdge {
  id?: string | undefined;
  type?: string | undefined;
  source: string;
  target: string;
  direction: Direction;
  properties: Map<string, PropertyValue>;
}

/** Nodes and relationships between two words on how many there are. */
const TOLD_EACH = 1000;

const CAPTIONS = ['name', 'title', 'caption', 'label'];

/**
 * Gathers nodes and relationships and gives what a file leaves out its default: an id of its own, a caption from
 * the properties or the id, `RELATED_TO` for a type. A relationship has a direction in this graph always: one
 * without goes from its first end to its second and carries the property `directed: false`, one both ways
 * `directed: "both"`. Node ids given twice and ends that are missing are problems; a relationship's id given twice
 * (NetworkX numbers parallel edges anew for each pair) is made anew.
 */
export class GraphBuilder {
  readonly #nodes = new Map<string, GraphNode>();
  readonly #nodeLines = new Map<string, number>();
  readonly #edges: { edge: ReadEdge; line: number; problems: ImportProblems }[] = [];
  readonly #nameless: { node: ReadNode; line: number }[] = [];
  readonly places = new Map<string, { x: number; y: number }>();
  readonly #notes = new Map<string, number>();
  readonly #limits: ImportLimits;
  #problems: ImportProblems;

  readonly #onGathered: (count: number) => void;

  constructor(
    problems: ImportProblems,
    limits: ImportLimits,
    onGathered: (count: number) => void = () => {},
  ) {
    this.#problems = problems;
    this.#limits = limits;
    this.#onGathered = onGathered;
  }

  /** Problems of what follows are told in this list: for another file of the same graph. */
  in(problems: ImportProblems): void {
    this.#problems = problems;
  }

  get size(): number {
    return this.#nodes.size + this.#nameless.length + this.#edges.length;
  }

  hasNode(id: string): boolean {
    return this.#nodes.has(id);
  }

  node(node: ReadNode, place: Place): void {
    this.#checkSize(place, node.properties);
    if (node.id === undefined) this.#nameless.push({ node, line: place.line });
    else this.#put(node.id, node, place);
  }

  edge(edge: ReadEdge, place: Place): void {
    this.#checkSize(place, edge.properties);
    this.#edges.push({ edge, line: place.line, problems: this.#problems });
  }

  /** Says something in the report. */
  note(words: string): void {
    this.#notes.set(words, 0);
  }

  /** Says something in the report, and how often it was so. */
  count(words: string): void {
    this.#notes.set(words, (this.#notes.get(words) ?? 0) + 1);
  }

  get notes(): string[] {
    return [...this.#notes].map(([words, count]) => (count === 0 ? words : `${words} (${count})`));
  }

  /** The whole graph; `createMissing` makes nodes of ends that no node was given for. Throws `ImportRefused`. */
  finish({ createMissing = false } = {}): Graph {
    this.#nameNameless();
    if (createMissing) this.#createMissing();
    const relationships: Relationship[] = [];
    const taken = new Set<string>();
    const waiting: Relationship[] = [];
    for (const { edge, line, problems } of this.#edges) {
      for (const [field, end] of [
        ['source', edge.source],
        ['target', edge.target],
      ] as const) {
        if (!this.#nodes.has(end)) {
          problems.add(`names the node ${found(end)}, which the file does not have`, { line }, field);
        }
      }
      const relationship = this.#relationship(edge, { line }, problems);
      if (relationship.id === '' || taken.has(relationship.id)) waiting.push(relationship);
      else taken.add(relationship.id);
      relationships.push(relationship);
    }
    let number = 0;
    for (const relationship of waiting) {
      if (relationship.id !== '') {
        this.count('Relationships whose id was given before got an id of their own');
      }
      do number += 1;
      while (taken.has(`edge-${number}`));
      relationship.id = `edge-${number}`;
    }
    return { nodes: [...this.#nodes.values()], relationships };
  }

  #relationship(edge: ReadEdge, place: Place, problems: ImportProblems): Relationship {
    const { id, type, source, target, direction, properties } = edge;
    if (id === undefined || id === '') this.count('Relationships without an id are numbered');
    else if (id.length > MOST_ID_LENGTH) this.#tooLong(id, place, problems);
    if (type === undefined) this.count(`Relationships without a type are called ${DEFAULT_TYPE}`);
    if (direction === 'undirected') {
      this.count(
        'Relationships without a direction run from their first end to their second, with directed: false',
      );
      if (!properties.has('directed')) properties.set('directed', false);
    } else if (direction === 'mutual') {
      this.count('Relationships that run both ways are kept as one each, with directed: "both"');
      if (!properties.has('directed')) properties.set('directed', 'both');
    }
    return { id: id ?? '', type: type ?? DEFAULT_TYPE, source, target, properties: plain(properties) };
  }

  #put(id: string, node: ReadNode, place: Place): void {
    if (id === '') {
      this.#problems.add('a node has an empty id; give each node one', place, 'id');
      return;
    }
    if (id.length > MOST_ID_LENGTH) this.#tooLong(id, place, this.#problems);
    const before = this.#nodeLines.get(id);
    if (before !== undefined) {
      this.#problems.add(
        `the node ${found(id)} was given before, in line ${before}; ids must differ`,
        place,
        'id',
      );
      return;
    }
    this.#nodeLines.set(id, place.line);
    const caption = node.caption ?? captionOf(node.properties);
    if (caption === undefined) this.count('Nodes without a name are called by their id');
    this.#nodes.set(id, {
      id,
      labels: [...(node.labels ?? [])],
      caption: caption ?? id,
      properties: plain(node.properties),
    });
    if (node.at) this.places.set(id, node.at);
  }

  #nameNameless(): void {
    let number = 0;
    for (const { node, line } of this.#nameless.splice(0)) {
      do number += 1;
      while (this.#nodes.has(`node-${number}`));
      this.count('Nodes without an id are numbered');
      this.#put(`node-${number}`, node, { line });
    }
  }

  #createMissing(): void {
    for (const { edge, line } of this.#edges) {
      for (const id of [edge.source, edge.target]) {
        if (id === '' || this.#nodes.has(id)) continue;
        this.count('Nodes that only relationships name are made with nothing but an id');
        this.#put(id, { id, caption: id, properties: new Map() }, { line });
      }
    }
  }

  #tooLong(id: string, place: Place, problems: ImportProblems): void {
    problems.add(
      `the id ${found(id)} has ${id.length} characters; at most ${MOST_ID_LENGTH} are allowed`,
      place,
    );
  }

  #checkSize(place: Place, properties: ReadonlyMap<string, PropertyValue>): void {
    const { elements } = this.#limits;
    const { size } = this;
    if (size % TOLD_EACH === 0) this.#onGathered(size);
    if (size >= elements) {
      this.#problems.stop(
        `the file has more than ${elements} nodes and relationships, which is the most`,
        place,
      );
    }
    if (properties.size > MOST_FIELDS) {
      this.#problems.stop(
        `has ${properties.size} properties; at most ${MOST_FIELDS} are allowed on one node or relationship`,
        place,
      );
    }
  }
}

/** What a node is called whose file gives only its properties. */
export function captionOf(properties: ReadonlyMap<string, PropertyValue>): string | undefined {
  for (const wanted of CAPTIONS) {
    for (const [name, value] of properties) {
      if (name.toLowerCase() !== wanted) continue;
      if (typeof value === 'string' && value.trim() !== '') return value;
      const number = finiteNumber(value);
      if (number !== undefined) return String(number);
    }
  }
  return undefined;
}

/** Own properties whatever they are called, `__proto__` too. */
function plain(properties: ReadonlyMap<string, PropertyValue>): Properties {
  return Object.fromEntries(properties);
}

/** Sets a property under its name, or under the next free one like it. */
export function addFree(properties: Map<string, PropertyValue>, name: string, value: PropertyValue): void {
  let free = name;
  for (let number = 2; properties.has(free); number += 1) free = `${name} ${number}`;
  properties.set(free, value);
}
