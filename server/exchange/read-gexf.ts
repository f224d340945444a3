import type { PropertyValue } from '../contract/graph.ts';
import type { FileHead } from './file-head.ts';
import { type GexfAttribute, GexfAttributes, type TimedValue } from './gexf-attributes.ts';
import { timeOf, timeValue } from './gexf-time.ts';
import { addFree, type Direction, type GraphBuilder } from './graph-builder.ts';
import { found, type ImportProblems } from './import-problems.ts';
import { OwnBuilder } from './own-builder.ts';
import { type OwnElement, readOwnCells } from './own-cells.ts';
import { readLabels } from './read-list.ts';
import { needed, numberIn, type XmlElement, type XmlHandler } from './read-xml.ts';
import { writableText } from './xml-text.ts';

const DIRECTIONS: Record<string, Direction> = {
  directed: 'directed',
  undirected: 'undirected',
  mutual: 'mutual',
  // GEXF 1.0.
  dir: 'directed',
  sim: 'undirected',
  double: 'mutual',
};
const isDirection = (text: string) => Object.hasOwn(DIRECTIONS, text.toLowerCase());

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
  readonly #ownness = new Map<GexfAttributes, boolean>();
  readonly #ownBuilder: OwnBuilder;

  constructor(builder: GraphBuilder, problems: ImportProblems) {
    this.#builder = builder;
    this.#problems = problems;
    this.#ownBuilder = new OwnBuilder(builder);
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

  /** What Throughline wrote is read as it was; undefined for files of others. */
  #own(open: OpenElement): OwnElement | undefined {
    const attributes = this.#attributes[open.kind];
    if (this.head.writtenBy !== 'Throughline' || !this.#isOwn(attributes)) return undefined;
    return readOwnCells({
      id: open.element.attributes.get('id'),
      cells: attributes.ownCells(open.values),
      repeatsId: attributes.repeatsId,
      clean: writableText,
      onProblem: (property, message) => this.#problems.add(message, open.element, property),
    });
  }

  #isOwn(attributes: GexfAttributes): boolean {
    const known = this.#ownness.get(attributes) ?? attributes.isOwn;
    this.#ownness.set(attributes, known);
    return known;
  }

  #node(open: OpenElement): void {
    const { element } = open;
    const own = this.#own(open);
    if (own) {
      const { x, y } = open.at;
      const at = x === undefined || y === undefined ? undefined : { x, y };
      const [id, caption] = [element.attributes.get('id'), element.attributes.get('label')];
      this.#ownBuilder.node(own, { id, caption, at }, element);
      return;
    }
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
    const own = this.#own(open);
    if (own) {
      if (source === undefined || target === undefined) return;
      this.#ownBuilder.edge(own, { id: own.id, type: attributes.get('label'), source, target }, element);
      return;
    }
    const properties = this.#attributes.edge.properties(open.values);
    this.#times(open, properties);
    const weight = numberIn(element, 'weight', this.#problems);
    if (weight !== undefined) addFree(properties, 'weight', weight);
    const [label, kind] = [attributes.get('label'), attributes.get('kind')];
    if (kind !== undefined && label !== undefined && label !== kind) addFree(properties, 'label', label);
    const { direction, named } = this.#typeOf(element);
    if (source === undefined || target === undefined) return;
    const called = kind ?? (label === '' ? undefined : label);
    if (called !== undefined && named !== undefined) addFree(properties, 'type', named);
    const type = called ?? named;
    this.#builder.edge({ id: attributes.get('id'), type, source, target, direction, properties }, element);
  }

  /** NetworkX writes the attribute `type` of an edge, whatever it is, where its direction belongs. */
  #typeOf(element: XmlElement): { direction: Direction; named?: string } {
    const text = element.attributes.get('type');
    if (text !== undefined && this.head.writtenBy?.startsWith('NetworkX') && !isDirection(text)) {
      return { direction: this.#direction, named: text };
    }
    return { direction: this.#directionOf(text, element) ?? this.#direction };
  }

  #times({ element, spells }: OpenElement, properties: Map<string, PropertyValue>): void {
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
      // What we write there is how we draw.
      if (this.head.writtenBy === 'Throughline') return;
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
    const direction = isDirection(text) ? DIRECTIONS[text.toLowerCase()] : undefined;
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
