import type { PropertyValue } from '../contract/graph.ts';
import { addFree, type Direction } from './graph-builder.ts';
import { found } from './import-problems.ts';
import type { NodeLinkForm } from './json-forms.ts';
import { idText, numberIn, propertyOf } from './json-properties.ts';
import { type JsonReading, objectsIn } from './json-reading.ts';
import { JsonObject, type JsonValue } from './json-source.ts';
import { readLabels, textOf } from './read-list.ts';
import { takeType } from './take-type.ts';

/** What names an element of APOC, rather than is said of it. */
const APOC_OWN = ['type', 'labels'];

/**
 * Reads the JSON of NetworkX (`node_link_data`: `nodes` with `links` or `edges`, `directed`, `multigraph`, `key`) and
 * of D3 (`source` and `target` by id, or by the number of the node where nodes have no id). A file without `directed`
 * is read as directed, as D3 draws it.
 */
export function readNodeLink(form: NodeLinkForm, reading: JsonReading): void {
  const { graph, linksName, isApoc = false } = form;
  const { builder, problems, source } = reading;
  const nodes = objectsIn([...form.nodes], 'nodes', reading, graph);
  const links = objectsIn(form.links, linksName, reading, graph);
  if (form.links === undefined) builder.note('The file has no links or edges');
  const idKey = ['id', 'key', '_id'].find((key) => nodes.some((node) => node.has(key)));
  const ids = nodeIds(nodes, idKey);
  nodes.forEach((node, at) => {
    const place = source.placeOf(node);
    if (idKey !== undefined && idText(node.get(idKey)) === undefined) {
      problems.add('must be a text or a number', place, `nodes[${at}].${idKey}`);
      return;
    }
    const own = [...(idKey === undefined ? [] : [idKey]), ...(isApoc ? APOC_OWN : [])];
    const properties = propertiesOf(node, reading, own);
    const labels = isApoc ? labelsOf(node) : readLabels(properties.get('labels') ?? null);
    if (!isApoc) properties.delete('labels');
    const place2 = placeOf(node);
    const label = isApoc ? undefined : properties.get('label');
    builder.node(
      {
        id: ids[at],
        labels,
        caption: typeof label === 'string' && label !== '' ? takeText(properties, 'label') : undefined,
        properties,
        at: place2,
      },
      place,
    );
  });
  const directed = graph.get('directed');
  if (directed !== undefined && typeof directed !== 'boolean') {
    problems.add('must be true or false', source.placeOf(graph), 'directed');
  }
  const direction: Direction = directed === false ? 'undirected' : 'directed';
  if (directed === undefined && links.length > 0 && !isApoc) {
    builder.note('The file does not say whether it is directed; it is read as directed');
  }
  const byNumber = endsAreNumbers(nodes, links, ids, idKey);
  if (byNumber) builder.note('Links name their ends by the number of the node in the list');
  links.forEach((link, at) => {
    const place = source.placeOf(link);
    const [from, to] = (['source', 'target'] as const).map((end) => {
      const value = link.get(end);
      const id = idText(value instanceof JsonObject ? value.get(idKey ?? 'id') : value);
      if (id === undefined) {
        problems.add(
          `must name a node, but ${value === undefined ? 'is missing' : 'is no id'}`,
          place,
          `${linksName}[${at}].${end}`,
        );
        return undefined;
      }
      if (!byNumber) return id;
      return (
        ids[Number(id)] ??
        problems.add(`${found(id)} is not the number of a node`, place, `${linksName}[${at}].${end}`)
      );
    });
    const own = ['source', 'target', 'id', ...(isApoc ? ['label', 'type'] : [])];
    const properties = propertiesOf(link, reading, own);
    const type = isApoc ? idText(link.get('label')) : takeType(properties);
    if (from === undefined || to === undefined) return;
    const isDirected = link.get('directed');
    builder.edge(
      {
        id: idText(link.get('id')),
        type,
        source: from,
        target: to,
        direction: isDirected === false ? 'undirected' : isDirected === true ? 'directed' : direction,
        properties,
      },
      place,
    );
  });
  const about = graph.get('graph');
  const name =
    graph.get('name') ??
    (about instanceof JsonObject ? (about.get('name') ?? about.get('title')) : undefined);
  if (typeof name === 'string' && name.trim() !== '') reading.head.title = name.trim();
}

/** The ids of the nodes; without any, their names where these differ, else their numbers from 0. */
function nodeIds(nodes: readonly JsonObject[], idKey: string | undefined): (string | undefined)[] {
  if (idKey !== undefined) return nodes.map((node) => idText(node.get(idKey)));
  const names = nodes.map((node) => idText(node.get('name')));
  const differ = new Set(names).size === names.length && !names.includes(undefined) && !names.includes('');
  return differ ? names : nodes.map((_, at) => String(at));
}

/** Whether every end is a number of a node in the list rather than an id. */
function endsAreNumbers(
  nodes: readonly JsonObject[],
  links: readonly JsonObject[],
  ids: readonly (string | undefined)[],
  idKey: string | undefined,
): boolean {
  const ends = links.flatMap((link) => [link.get('source'), link.get('target')]);
  const areNumbers = ends.every((end) => typeof end === 'number' && Number.isInteger(end) && end >= 0);
  if (!areNumbers || links.length === 0) return false;
  if (idKey === undefined) return true;
  const known = new Set(ids);
  return !ends.some((end) => known.has(String(end))) && ends.every((end) => Number(end) < nodes.length);
}

/** Everything that is said of a node or link but its own keys; what is grouped as `attributes` is taken out of it. */
function propertiesOf(
  owner: JsonObject,
  { builder }: JsonReading,
  own: readonly string[],
): Map<string, PropertyValue> {
  const properties = new Map<string, PropertyValue>();
  for (const [key, item] of owner) {
    if (own.includes(key)) continue;
    const isGroup = (key === 'attributes' || key === 'properties') && item instanceof JsonObject;
    const entries: Iterable<[string, JsonValue]> = isGroup ? item : [[key, item]];
    for (const [name, inner] of entries) {
      const { value, nested } = propertyOf(inner);
      if (nested) builder.count('Values that hold others are kept as JSON text');
      addFree(properties, name, value);
    }
  }
  return properties;
}

function labelsOf(node: JsonObject): string[] {
  const labels = node.get('labels');
  return Array.isArray(labels) ? labels.filter((label) => typeof label === 'string') : [];
}

function placeOf(node: JsonObject): { x: number; y: number } | undefined {
  const [x, y] = [node.get('x'), node.get('y')].map(numberIn);
  return x === undefined || y === undefined ? undefined : { x, y };
}

function takeText(properties: Map<string, PropertyValue>, name: string): string | undefined {
  const value = properties.get(name);
  properties.delete(name);
  return value === undefined || value === null || Array.isArray(value) ? undefined : textOf(value);
}
