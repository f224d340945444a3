import type { PropertyValue } from '../contract/graph.ts';
import type { FileHead } from './file-head.ts';
import { type GexfAttribute, GexfAttributes, type TimedValue } from './gexf-attributes.ts';
import { addFree, type Direction, type GraphBuilder } from './graph-builder.ts';
import { found, type ImportProblems } from './import-problems.ts';
import { readLabels, readList } from './read-list.ts';
import { needed, numberIn, type XmlElement, type XmlHandler } from './read-xml.ts';

const DIRECTIONS: Record<string, Direction> = {
  directed: 'directed',
  undirected: 'undirected',
  mutual: 'mutual',
  // GEXF 1.0.
  dir: 'directed',
  sim: 'undirected',
  double: 'mutual',
};
/** What of an element is a time. */
const TIMES = ['start', 'end', 'startopen', 'endopen', 'timestamp', 'timestamps', 'intervals'];

interface OpenElement {
  kind: 'node' | 'edge';
  element: XmlElement;
  values: TimedValue[];
  spells: string[];
  parent: string | undefined;
  at: { x?: number; y?: number };
}

/**
 * Reads GEXF 1.0 to 1.3. A node's label is its caption, an edge's `kind` or else its `label` is its type, its
 * `weight` a property. Values with times become lists with a second list that says when; spells and start and end
 * become properties of those names, a surrounding node the property `parent`. Colours and sizes are left out.
 */
export class GexfReader implements XmlHandler {
  readonly head: FileHead = {};
  readonly #builder: GraphBuilder;
  readonly #problems: ImportProblems;
  readonly #attributes: Record<'node' | 'edge', GexfAttributes>;
  readonly #open: OpenElement[] = [];
  #declaring: GexfAttributes | undefined;
  #declared: GexfAttribute | undefined;
  #direction: Direction = 'undirected';
  #text: string | undefined;
  #seen = false;

  constructor(builder: GraphBuilder, problems: ImportProblems) {
    this.#builder = builder;
    this.#problems = problems;
    this.#attributes = {
      node: new GexfAttributes(problems, builder),
      edge: new GexfAttributes(problems, builder),
    };
  }

  open(element: XmlElement): void {
    const { name, attributes } = element;
    if (element.prefix === 'viz') {
      this.#viz(element);
      return;
    }
    const top = this.#open.at(-1);
    switch (name) {
      case 'graph':
        this.#seen = true;
        this.#direction = this.#directionOf(attributes.get('defaultedgetype'), element) ?? 'undirected';
        break;
      case 'attributes':
        this.#declaring = this.#attributesOf(element);
        break;
      case 'attribute':
        this.#declared = this.#declaring?.declare(element);
        break;
      case 'node':
      case 'edge':
        this.#open.push({
          kind: name,
          element,
          values: [],
          spells: [],
          parent: attributes.get('pid') ?? (name === 'node' ? this.#surrounding() : undefined),
          at: {},
        });
        break;
      case 'attvalue': {
        const of = attributes.get('for') ?? attributes.get('id');
        const value = attributes.get('value');
        if (of === undefined) needed(element, 'for', this.#problems);
        else if (value === undefined) needed(element, 'value', this.#problems);
        else top?.values.push({ of, value, time: timeOf(element), element });
        break;
      }
      case 'spell':
      case 'slice':
        top?.spells.push(timeOf(element) ?? '');
        break;
      case 'parent':
        if (top) top.parent ??= attributes.get('for');
        break;
      case 'creator':
      case 'description':
      case 'default':
        this.#text = '';
    }
  }

  text(text: string): void {
    if (this.#text !== undefined) this.#text += text;
  }

  close(name: string, prefix: string): void {
    if (prefix === 'viz') return;
    const text = this.#text?.trim() ?? '';
    switch (name) {
      case 'creator':
        if (text !== '') this.head.writtenBy = text;
        break;
      case 'description':
        if (text !== '') this.head.title = text;
        break;
      case 'default':
        if (this.#declared) this.#declaring?.setDefault(this.#declared, this.#text ?? '');
        break;
      case 'attribute':
        this.#declared = undefined;
        break;
      case 'node':
      case 'edge': {
        const open = this.#open.pop();
        if (open?.kind === 'node') this.#node(open);
        else if (open) this.#edge(open);
      }
    }
    if (name === 'creator' || name === 'description' || name === 'default') this.#text = undefined;
  }

  /** Ends with a problem where there was no graph at all. */
  finish(): void {
    if (!this.#seen) this.#problems.add('has no <graph>, so it holds nothing to read', { line: 1 });
  }

  #node(open: OpenElement): void {
    const { element } = open;
    const properties = this.#attributes.node.properties(open.values);
    const labels = properties.get('labels');
    const isOurs = labels !== undefined && this.#attributes.node.isList('labels');
    if (isOurs) properties.delete('labels');
    this.#times(open, properties);
    if (open.parent !== undefined) addFree(properties, 'parent', open.parent);
    const { x, y } = open.at;
    this.#builder.node(
      {
        id: element.attributes.get('id'),
        caption: element.attributes.get('label'),
        ...(isOurs ? { labels: readLabels(labels) } : {}),
        properties,
        at: x === undefined || y === undefined ? undefined : { x, y },
      },
      element,
    );
  }

  #edge(open: OpenElement): void {
    const { element } = open;
    const { attributes } = element;
    const source = needed(element, 'source', this.#problems);
    const target = needed(element, 'target', this.#problems);
    const properties = this.#attributes.edge.properties(open.values);
    this.#times(open, properties);
    const weight = numberIn(element, 'weight', this.#problems);
    if (weight !== undefined) addFree(properties, 'weight', weight);
    const [label, kind] = [attributes.get('label'), attributes.get('kind')];
    if (kind !== undefined && label !== undefined && label !== kind) addFree(properties, 'label', label);
    const direction = this.#directionOf(attributes.get('type'), element) ?? this.#direction;
    if (source === undefined || target === undefined) return;
    const type = kind ?? (label === '' ? undefined : label);
    this.#builder.edge({ id: attributes.get('id'), type, source, target, direction, properties }, element);
  }

  #times({ element, spells }: OpenElement, properties: Map<string, PropertyValue>): void {
    // What we wrote ourselves says its dates as properties too.
    if (this.head.writtenBy?.startsWith('Throughline')) return;
    for (const name of TIMES) {
      const text = element.attributes.get(name);
      if (text !== undefined) addFree(properties, name, timeValue(text));
    }
    if (spells.length > 0) addFree(properties, 'spells', spells);
  }

  #viz(element: XmlElement): void {
    const top = this.#open.at(-1);
    if (top === undefined) return;
    if (element.name !== 'position') {
      this.#builder.count(`Drawing by ${element.name} is left out`);
      return;
    }
    const x = numberIn(element, 'x', this.#problems);
    const y = numberIn(element, 'y', this.#problems);
    if (x !== undefined) top.at.x = x;
    if (y !== undefined) top.at.y = y;
  }

  #attributesOf(element: XmlElement): GexfAttributes | undefined {
    const owner = element.attributes.get('class');
    if (owner === 'node' || owner === 'edge') return this.#attributes[owner];
    this.#problems.add(
      `${found(owner ?? '')} is no class of attributes; node and edge are`,
      element,
      'attributes class',
    );
    return undefined;
  }

  #directionOf(text: string | undefined, element: XmlElement): Direction | undefined {
    if (text === undefined) return undefined;
    const direction = Object.hasOwn(DIRECTIONS, text.toLowerCase())
      ? DIRECTIONS[text.toLowerCase()]
      : undefined;
    if (direction === undefined) {
      this.#problems.add(
        `${found(text)} is no direction; allowed: directed, undirected, mutual`,
        element,
        element.name === 'graph' ? 'defaultedgetype' : 'edge type',
      );
    }
    return direction;
  }

  #surrounding(): string | undefined {
    return this.#open.findLast(({ kind }) => kind === 'node')?.element.attributes.get('id');
  }
}

/** `start/end`, either of which may be left open, or one point in time; undefined without any. */
function timeOf({ attributes }: XmlElement): string | undefined {
  const point = attributes.get('timestamp');
  if (point !== undefined) return point;
  const start = attributes.get('start') ?? attributes.get('startopen');
  const end = attributes.get('end') ?? attributes.get('endopen');
  return start === undefined && end === undefined ? undefined : `${start ?? '..'}/${end ?? '..'}`;
}

/** A time as it stands, or Gephi's `<[2000, 2001]>` as a list. */
function timeValue(text: string): PropertyValue {
  const inner = /^<(\[.*\])>$/.exec(text)?.[1];
  if (inner === undefined) return text;
  const read = readList(inner, 'liststring');
  return 'value' in read ? read.value : text;
}
