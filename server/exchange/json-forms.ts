import { idText } from './json-properties.ts';
import { JsonObject, type JsonValue } from './json-source.ts';

/** Nodes and links as a program wrote them, brought under the names that NetworkX and D3 use. */
export interface NodeLinkForm {
  /** What is said of the whole graph. */
  graph: JsonObject;
  nodes: readonly JsonValue[];
  links: JsonValue | undefined;
  /** As the file calls the list of links. */
  linksName: string;
  /** Neo4j says of each element what it is; its labels and types are never called `label` or `type` otherwise. */
  isApoc?: boolean;
}

/** Names of the two ends of a link, where all links have both. */
const ENDS = [
  ['source', 'target'],
  ['from', 'to'],
  ['startNode', 'endNode'],
  ['start', 'end'],
] as const;
/** Names of the list of links. */
export const LINKS = ['links', 'edges', 'relationships', 'rels'] as const;

/** The graph, where it is written in a form with nodes and links; undefined otherwise. */
export function nodeLinkForm(value: JsonValue): NodeLinkForm | undefined {
  if (Array.isArray(value)) return elementList(value, new JsonObject(0));
  if (!(value instanceof JsonObject)) return undefined;
  const elements = value.get('elements');
  if (Array.isArray(elements)) return elementList(elements, value);
  if (elements instanceof JsonObject) {
    const [nodes, edges] = [elements.get('nodes'), elements.get('edges')].map((list) => listOf(list) ?? []);
    return cytoscapeForm(value, nodes ?? [], edges ?? []);
  }
  const nodes = listOf(value.get('nodes'));
  if (nodes === undefined) return undefined;
  const adjacency = value.get('adjacency');
  if (Array.isArray(adjacency)) return adjacencyForm(value, nodes, adjacency);
  const linksName = LINKS.find((name) => value.has(name)) ?? 'links';
  const links = listOf(value.get(linksName)) ?? value.get(linksName);
  const isApoc = [...nodes, ...(Array.isArray(links) ? links : [])].every(isApocElement) && nodes.length > 0;
  return { graph: value, nodes, links: withEnds(links), linksName, isApoc };
}

/** Lists of objects in the file that are none of its nodes and links. */
export function otherLists(graph: JsonObject): string[] {
  const isList = (value: JsonValue) =>
    Array.isArray(value) && value.length > 0 && value.every((item) => item instanceof JsonObject);
  return [...graph].flatMap(([name, value]) => (name !== 'nodes' && isList(value) ? [name] : []));
}

/** A list, or an object whose keys are the ids of what is in it, as APOC writes it where asked to. */
function listOf(value: JsonValue | undefined): JsonValue[] | undefined {
  if (Array.isArray(value)) return value;
  if (!(value instanceof JsonObject)) return undefined;
  const items = [...value.values()];
  return items.every(isApocElement) ? items : undefined;
}

function isApocElement(value: JsonValue): value is JsonObject {
  if (!(value instanceof JsonObject)) return false;
  const type = value.get('type');
  return type === 'node' || (type === 'relationship' && value.has('start') && value.has('end'));
}

/** Nodes and links in one list, as APOC and Cytoscape write them. */
function elementList(elements: readonly JsonValue[], graph: JsonObject): NodeLinkForm | undefined {
  if (elements.length === 0) return undefined;
  if (elements.every(isApocElement)) {
    const [nodes, links] = parted(elements, (element) => element.get('type') === 'node');
    return { graph, nodes, links: withEnds(links), linksName: 'relationships', isApoc: true };
  }
  const objects = elements.filter((element) => element instanceof JsonObject);
  if (
    objects.length < elements.length ||
    !objects.every((element) => element.get('data') instanceof JsonObject)
  ) {
    return undefined;
  }
  const isNode = (element: JsonObject) => {
    const group = element.get('group');
    return group === undefined ? !dataOf(element).has('source') : group === 'nodes';
  };
  return cytoscapeForm(graph, ...parted(objects, isNode));
}

function parted<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** Cytoscape keeps what it says of an element in `data`, its place in `position`. */
function cytoscapeForm(
  graph: JsonObject,
  nodes: readonly JsonValue[],
  edges: readonly JsonValue[],
): NodeLinkForm | undefined {
  const all = [...nodes, ...edges];
  if (!all.every((element) => element instanceof JsonObject && element.get('data') instanceof JsonObject)) {
    return undefined;
  }
  const nodeOf = (element: JsonValue): JsonValue => {
    if (!(element instanceof JsonObject)) return element;
    const position = element.get('position');
    const at =
      position instanceof JsonObject ? [...position].filter(([name]) => name === 'x' || name === 'y') : [];
    return objectOf(element.offset, [...dataOf(element), ...at]);
  };
  const edgeOf = (element: JsonValue): JsonValue => {
    if (!(element instanceof JsonObject)) return element;
    const data = dataOf(element);
    const kind = data.get('interaction');
    const entries = [...data].filter(([name]) => name !== 'interaction');
    return objectOf(element.offset, kind === undefined ? entries : [['label', kind], ...entries]);
  };
  const about = graph.get('data');
  const name = about instanceof JsonObject ? about.get('name') : undefined;
  return {
    graph: objectOf(graph.offset, [...graph, ...(name === undefined ? [] : [['name', name] as const])]),
    nodes: nodes.map(nodeOf),
    links: edges.map(edgeOf),
    linksName: 'edges',
  };
}

function dataOf(element: JsonObject): JsonObject {
  const data = element.get('data');
  return data instanceof JsonObject ? data : new JsonObject(element.offset);
}

/** NetworkX' `adjacency_data`: for each node the list of its neighbours, each pair twice where there is no direction. */
function adjacencyForm(
  graph: JsonObject,
  nodes: readonly JsonValue[],
  adjacency: readonly JsonValue[],
): NodeLinkForm | undefined {
  const ids = nodes.map((node) => (node instanceof JsonObject ? node.get('id') : undefined));
  const places = new Map(ids.map((id, at) => [idText(id), at]));
  const isDirected = graph.get('directed') === true;
  const links: JsonObject[] = [];
  for (const [at, neighbours] of adjacency.entries()) {
    const source = ids[at];
    if (!Array.isArray(neighbours) || source === undefined) return undefined;
    for (const neighbour of neighbours) {
      if (!(neighbour instanceof JsonObject)) return undefined;
      const target = neighbour.get('id');
      if (target === undefined) return undefined;
      if (!isDirected && (places.get(idText(target)) ?? at) < at) continue;
      const said = [...neighbour].filter(([name]) => name !== 'id');
      links.push(objectOf(neighbour.offset, [['source', source], ['target', target], ...said]));
    }
  }
  return { graph, nodes, links, linksName: 'adjacency' };
}

/** The links with their ends called `source` and `target`; as they are where not all have the same two names. */
function withEnds(links: JsonValue | undefined): JsonValue | undefined {
  if (!Array.isArray(links)) return links;
  const objects = links.filter((link) => link instanceof JsonObject);
  const names = ENDS.find(([from, to]) => objects.every((link) => link.has(from) && link.has(to)));
  if (names === undefined || names[0] === 'source' || objects.length < links.length) return links;
  const [from, to] = names;
  const renamed = (name: string) => (name === from ? 'source' : name === to ? 'target' : name);
  return objects.map((link) =>
    objectOf(
      link.offset,
      [...link].map(([name, value]) => [renamed(name), value]),
    ),
  );
}

/** The first of two entries with one key counts. */
function objectOf(offset: number, entries: Iterable<readonly [string, JsonValue]>): JsonObject {
  const made = new JsonObject(offset);
  for (const [name, value] of entries) if (!made.has(name)) made.set(name, value);
  return made;
}
