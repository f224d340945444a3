import type { PropertyValue } from '../contract/graph.ts';
import { finiteNumber } from '../contract/number-values.ts';
import type { FileHead } from './file-head.ts';
import { addFree, type Direction, type GraphBuilder } from './graph-builder.ts';
import { type DataText, type GraphmlKey, GraphmlKeys } from './graphml-keys.ts';
import { found, type ImportProblems } from './import-problems.ts';
import { OwnBuilder } from './own-builder.ts';
import { type OwnElement, readOwnCells } from './own-cells.ts';
import { readLabels, textOf } from './read-list.ts';
import { needed, numberIn, type XmlElement, type XmlHandler } from './read-xml.ts';
import { takeType } from './take-type.ts';
import { writableText } from './xml-text.ts';

interface OpenElement {
  kind: 'node' | 'edge' | 'graph';
  element: XmlElement;
  data: DataText[];
  /** Of a node or edge: the graph that it stands in. Of a graph: itself. */
  direction: Direction;
  /** Id of the node that surrounds it. */
  parent: string | undefined;
  /** What yEd draws beside it. */
  drawnLabel?: string;
  at?: { x: number; y: number };
}

/** Names under which programs keep the labels and the caption of a node. */
const LABEL_NAMES = ['labels', 'labelV'];
const CAPTION_NAMES = ['label', 'Label'];

/** What yEd, and yFiles after it, write the words and the place of a drawing in. */
const LABELS = ['NodeLabel', 'EdgeLabel', 'Label.Text'];
const GEOMETRY: Record<string, readonly string[]> = {
  Geometry: ['x', 'y', 'width', 'height'],
  RectD: ['X', 'Y', 'Width', 'Height'],
};

/**
 * Reads GraphML as NetworkX, igraph, Gephi, graphology, yEd, Neo4j and TinkerPop write it. A node's caption is its
 * `label` or what yEd draws on it, its labels are `labels` (or the attribute of that name); an edge's type is its
 * `label`, or what else programs call a type. A node inside another gets the property `parent`, an edge to a port
 * `sourceport` and `targetport`. Hyperedges have no place in this graph and are refused.
 */
export class GraphmlReader implements XmlHandler {
  readonly head: FileHead = {};
  readonly #builder: GraphBuilder;
  readonly #problems: ImportProblems;
  readonly #keys: GraphmlKeys;
  readonly #open: OpenElement[] = [];
  #key: GraphmlKey | undefined;
  #data: DataText | undefined;
  /** Elements open inside `<data>`, outermost first. */
  #inData: string[] = [];
  /** Ports that are open; what is said of them is left out. */
  #ports = 0;
  #text: string | undefined;
  #seen = false;
  #isOwn = false;
  #repeatsId = { node: false, edge: false };
  readonly #ownBuilder: OwnBuilder;

  constructor(builder: GraphBuilder, problems: ImportProblems) {
    this.#builder = builder;
    this.#problems = problems;
    this.#ownBuilder = new OwnBuilder(builder);
    this.#keys = new GraphmlKeys(problems, builder);
  }

  open(element: XmlElement): void {
    const { name, attributes } = element;
    if (this.#data !== undefined) {
      this.#openInData(element);
      return;
    }
    switch (name) {
      case 'key':
        this.#key = this.#keys.declare(element);
        break;
      case 'default':
        this.#text = '';
        break;
      case 'graph':
        this.#openGraph(element);
        break;
      case 'node':
        this.#open.push({ ...this.#inner(element), kind: 'node' });
        break;
      case 'edge':
        this.#open.push({ ...this.#inner(element), kind: 'edge' });
        break;
      case 'data': {
        const key = needed(element, 'key', this.#problems);
        this.#data = { key: key ?? '', text: '', element };
        this.#inData = [];
        break;
      }
      case 'port':
        this.#ports += 1;
        this.#builder.count('Ports are left out; relationships keep the names of theirs');
        break;
      case 'hyperedge':
        this.#problems.add(
          'a hyperedge ties more than two nodes at once; write it as relationships',
          element,
          name,
        );
        break;
      case 'locator':
        this.#problems.add(
          `points to another file, ${found(attributes.get('xlink:href') ?? '')}, which is not fetched`,
          element,
          name,
        );
    }
  }

  text(text: string): void {
    if (this.#text !== undefined) this.#text += text;
    else if (this.#data !== undefined && this.#inData.length === 0) this.#data.text += text;
  }

  close(name: string, prefix: string): void {
    if (this.#data !== undefined && this.#inData.length > 0) {
      this.#closeInData(name, prefix);
      return;
    }
    switch (name) {
      case 'key':
        this.#key = undefined;
        break;
      case 'default':
        if (this.#key && this.#text !== undefined) this.#key.fallback = this.#text;
        this.#text = undefined;
        break;
      case 'data':
        if (this.#data) this.#closeData(this.#data);
        this.#data = undefined;
        break;
      case 'port':
        this.#ports -= 1;
        break;
      case 'graph':
        this.#open.pop();
        break;
      case 'node':
      case 'edge': {
        const open = this.#open.pop();
        if (open?.kind === 'node') this.#node(open);
        else if (open) this.#edge(open);
      }
    }
  }

  /** Ends with a problem where there was no graph at all. */
  finish(): void {
    if (!this.#seen) this.#problems.add('has no <graph>, so it holds nothing to read', { line: 1 });
  }

  #openGraph(element: XmlElement): void {
    if (this.#seen && this.#open.length === 0) {
      this.#builder.count('Further graphs in the file are read with the first as one');
    }
    this.#seen = true;
    this.#isOwn = this.#keys.isOwn;
    if (this.#isOwn) this.head.writtenBy = 'Throughline';
    this.#repeatsId = { node: this.#keys.repeatsId('node'), edge: this.#keys.repeatsId('edge') };
    const text = element.attributes.get('edgedefault');
    if (text !== undefined && text !== 'directed' && text !== 'undirected') {
      this.#problems.add(
        `${found(text)} is not allowed; give directed or undirected`,
        element,
        'edgedefault',
      );
    }
    this.#open.push({
      ...this.#inner(element),
      kind: 'graph',
      direction: text === 'directed' ? 'directed' : 'undirected',
    });
  }

  #inner(element: XmlElement): Omit<OpenElement, 'kind'> {
    const graph = this.#open.findLast(({ kind }) => kind === 'graph');
    const parent = this.#open.findLast(({ kind }) => kind === 'node');
    return {
      element,
      data: [],
      direction: graph?.direction ?? 'undirected',
      parent: parent?.element.attributes.get('id'),
    };
  }

  /** yEd draws nodes in elements of its own; of these the words and the place are read. */
  #openInData(element: XmlElement): void {
    this.#inData.push(element.name);
    const top = this.#open.at(-1);
    if (top === undefined || element.prefix !== 'y' || this.#ports > 0) return;
    const geometry = GEOMETRY[element.name];
    if (LABELS.includes(element.name) && top.drawnLabel === undefined) this.#text = '';
    else if (geometry !== undefined && top.kind === 'node' && top.at === undefined) {
      const [x, y, width = 0, height = 0] = geometry.map((name) => numberIn(element, name, this.#problems));
      // yEd counts downwards.
      if (x !== undefined && y !== undefined) top.at = { x: x + width / 2, y: -(y + height / 2) };
    } else if (this.#text !== undefined) this.#keepLabel();
  }

  #closeInData(name: string, prefix: string): void {
    this.#inData.pop();
    if (prefix === 'y' && LABELS.includes(name)) this.#keepLabel();
  }

  #keepLabel(): void {
    const words = this.#text?.trim() ?? '';
    const top = this.#open.at(-1);
    if (top && words !== '') top.drawnLabel = words;
    this.#text = undefined;
  }

  #closeData(data: DataText): void {
    const top = this.#open.at(-1);
    if (top === undefined || this.#ports > 0) return;
    if (top.kind === 'graph') {
      const name = this.#keys.get('graph', data.key)?.name ?? data.key;
      if (/^(title|name|label)$/i.test(name) && data.text.trim() !== '') this.head.title ??= data.text.trim();
    } else top.data.push(data);
  }

  /** What Throughline wrote is read as it was; undefined for files of others. */
  #own(owner: 'node' | 'edge', { element, data }: OpenElement): OwnElement | undefined {
    if (!this.#isOwn) return undefined;
    return readOwnCells({
      id: element.attributes.get('id'),
      cells: this.#keys.ownCells(owner, data),
      repeatsId: this.#repeatsId[owner],
      clean: writableText,
      onProblem: (property, message) => this.#problems.add(message, element, property),
    });
  }

  #node(open: OpenElement): void {
    const own = this.#own('node', open);
    if (own) {
      const [caption, x, y] = ['label', 'x', 'y'].map((key) => textIn(open.data, key));
      const at = x === undefined || y === undefined ? undefined : { x: Number(x), y: Number(y) };
      this.#ownBuilder.node(own, { id: open.element.attributes.get('id'), caption, at }, open.element);
      return;
    }
    const { element, data, parent, drawnLabel, at } = open;
    const properties = this.#keys.properties('node', data);
    const labels = [
      ...readLabels(element.attributes.get('labels') ?? null),
      ...LABEL_NAMES.flatMap((name) => readLabels(take(properties, name) ?? null)),
    ];
    let caption = drawnLabel;
    for (const name of CAPTION_NAMES) {
      const value = properties.get(name);
      if (caption !== undefined || value === undefined || value === null || Array.isArray(value)) continue;
      caption = textOf(value);
      properties.delete(name);
    }
    if (parent !== undefined) addFree(properties, 'parent', parent);
    const id = element.attributes.get('id');
    const [x, y] = ['x', 'y'].map((name) => finiteNumber(properties.get(name)));
    const place = at ?? (x === undefined || y === undefined ? undefined : { x, y });
    this.#builder.node({ id, labels: [...new Set(labels)], caption, properties, at: place }, element);
  }

  #edge(open: OpenElement): void {
    const { element, data, direction, drawnLabel } = open;
    const { attributes } = element;
    const source = needed(element, 'source', this.#problems);
    const target = needed(element, 'target', this.#problems);
    const own = this.#own('edge', open);
    if (own) {
      if (source === undefined || target === undefined) return;
      this.#ownBuilder.edge(own, { id: own.id, type: textIn(data, 'type'), source, target }, element);
      return;
    }
    const properties = this.#keys.properties('edge', data);
    for (const name of ['sourceport', 'targetport']) {
      const port = attributes.get(name);
      if (port !== undefined) addFree(properties, name, port);
    }
    let type = attributes.get('label');
    if (type !== undefined && properties.get('label') === type) properties.delete('label');
    type ??= takeType(properties) ?? drawnLabel;
    const directed = attributes.get('directed');
    if (directed !== undefined && directed !== 'true' && directed !== 'false') {
      this.#problems.add(`${found(directed)} is not allowed; give true or false`, element, 'edge directed');
    }
    if (source === undefined || target === undefined) return;
    const runs: Direction =
      directed === 'false' ? 'undirected' : directed === 'true' ? 'directed' : direction;
    this.#builder.edge(
      { id: attributes.get('id'), type, source, target, direction: runs, properties },
      element,
    );
  }
}

function textIn(data: readonly DataText[], key: string): string | undefined {
  return data.find((each) => each.key === key)?.text;
}

function take(properties: Map<string, PropertyValue>, name: string): PropertyValue | undefined {
  const value = properties.get(name);
  properties.delete(name);
  return value;
}
