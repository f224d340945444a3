import type { PropertyValue } from '../contract/graph.ts';
import { finiteNumber } from '../contract/number-values.ts';
import type { Direction } from './graph-builder.ts';
import { found } from './import-problems.ts';
import { idText, propertyOf } from './json-properties.ts';
import { type JsonReading, objectsIn } from './json-reading.ts';
import { JsonObject, type JsonValue } from './json-source.ts';
import { readLabels } from './read-list.ts';
import { takeType } from './take-type.ts';

/**
 * Reads what graphology's `export` gives: `nodes` by `key` with `attributes`, `edges` with `undirected`. The
 * attribute `label` of a node is its caption; an edge of a graph whose type is `undirected` has no direction.
 */
export function readGraphology(
  graph: JsonObject,
  nodeList: readonly JsonValue[],
  edgeList: JsonValue[] | undefined,
  reading: JsonReading,
): void {
  const { builder, problems, source, head } = reading;
  for (const [at, node] of objectsIn([...nodeList], 'nodes', reading, graph).entries()) {
    const place = source.placeOf(node);
    const key = idText(node.get('key'));
    if (key === undefined) {
      problems.add('must be a text or a number', place, `nodes[${at}].key`);
      continue;
    }
    const properties = attributesOf(node, `nodes[${at}]`, reading);
    const [x, y] = ['x', 'y'].map((name) => finiteNumber(properties.get(name)));
    const labels = readLabels(properties.get('labels') ?? null);
    properties.delete('labels');
    const label = properties.get('label');
    const caption = typeof label === 'string' && label !== '' ? label : undefined;
    if (caption !== undefined) properties.delete('label');
    const at2 = x === undefined || y === undefined ? undefined : { x, y };
    builder.node({ id: key, labels, caption, properties, at: at2 }, place);
  }
  const options = graph.get('options');
  const type = options instanceof JsonObject ? options.get('type') : undefined;
  if (type !== undefined && type !== 'directed' && type !== 'undirected' && type !== 'mixed') {
    problems.add(
      `${found(String(type))} is not allowed; give directed, undirected or mixed`,
      source.placeOf(graph),
      'options.type',
    );
  }
  const usual: Direction = type === 'undirected' ? 'undirected' : 'directed';
  for (const [at, edge] of objectsIn(edgeList, 'edges', reading, graph).entries()) {
    const place = source.placeOf(edge);
    const [from, to] = ['source', 'target'].map((end) => {
      const id = idText(edge.get(end));
      if (id === undefined) problems.add('must name a node', place, `edges[${at}].${end}`);
      return id;
    });
    const properties = attributesOf(edge, `edges[${at}]`, reading);
    if (from === undefined || to === undefined) continue;
    const undirected = edge.get('undirected');
    builder.edge(
      {
        id: idText(edge.get('key')),
        type: takeType(properties),
        source: from,
        target: to,
        direction: undirected === true ? 'undirected' : undirected === false ? 'directed' : usual,
        properties,
      },
      place,
    );
  }
  const about = graph.get('attributes');
  const name = about instanceof JsonObject ? (about.get('name') ?? about.get('title')) : undefined;
  if (typeof name === 'string' && name.trim() !== '') head.title = name.trim();
}

function attributesOf(
  owner: JsonObject,
  field: string,
  { builder, problems, source }: JsonReading,
): Map<string, PropertyValue> {
  const properties = new Map<string, PropertyValue>();
  const attributes = owner.get('attributes');
  if (attributes !== undefined && !(attributes instanceof JsonObject)) {
    problems.add('must be an object', source.placeOf(owner), `${field}.attributes`);
  }
  if (!(attributes instanceof JsonObject)) return properties;
  for (const [name, inner] of attributes) {
    const { value, nested } = propertyOf(inner);
    if (nested) builder.count('Values that hold others are kept as JSON text');
    properties.set(name, value);
  }
  return properties;
}
