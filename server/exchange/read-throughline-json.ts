import { type PropertyValue, type TypedValue, typedValueSchema } from '../contract/graph.ts';
import { found } from './import-problems.ts';
import { isScalar, numberIn } from './json-properties.ts';
import { type JsonReading, objectsIn } from './json-reading.ts';
import { JsonObject, type JsonValue } from './json-source.ts';

const VERSION = 1;
const TYPES = typedValueSchema.shape.$type.options;

/** Reads the file that Throughline writes, which holds every value as it is: everything in it must be as promised. */
export function readThroughlineJson(file: JsonObject, meta: JsonObject, reading: JsonReading): void {
  const { builder, problems, source, head } = reading;
  head.writtenBy = 'Throughline';
  const version = meta.get('version');
  if (version !== VERSION) {
    problems.stop(
      `this file has version ${found(String(version))}; version ${VERSION} can be read`,
      source.placeOf(meta),
      'meta.version',
    );
  }
  const title = meta.get('title');
  if (typeof title === 'string' && title.trim() !== '') head.title = title;
  const data = file.get('data');
  if (!(data instanceof JsonObject)) {
    problems.stop('must be an object', source.placeOf(file), 'data');
    return;
  }
  for (const part of ['nodes', 'relationships']) {
    if (!data.has(part)) problems.stop('is missing', source.placeOf(data), `data.${part}`);
  }
  const places = placesOf(file);
  objectsIn(data.get('nodes'), 'data.nodes', reading, data).forEach((node, at) => {
    const field = `nodes[${at}]`;
    const id = textIn(node, 'id', field, reading);
    const caption = textIn(node, 'caption', field, reading);
    const labels = node.get('labels');
    if (!Array.isArray(labels) || labels.some((label) => typeof label !== 'string')) {
      problems.add('must be a list of texts', source.placeOf(node), `${field}.labels`);
    }
    const properties = propertiesOf(node, field, reading);
    if (id === undefined) return;
    const own = Array.isArray(labels) ? labels.filter((label) => typeof label === 'string') : [];
    builder.node({ id, labels: own, caption, properties, at: places.get(id) }, source.placeOf(node));
  });
  objectsIn(data.get('relationships'), 'data.relationships', reading, data).forEach((relationship, at) => {
    const field = `relationships[${at}]`;
    const [id, type, from, to] = ['id', 'type', 'source', 'target'].map((name) =>
      textIn(relationship, name, field, reading),
    );
    const properties = propertiesOf(relationship, field, reading);
    if (id === undefined || type === undefined || from === undefined || to === undefined) return;
    const place = source.placeOf(relationship);
    builder.edge({ id, type, source: from, target: to, direction: 'directed', properties }, place);
  });
}

function textIn(owner: JsonObject, name: string, field: string, reading: JsonReading): string | undefined {
  const value = owner.get(name);
  if (typeof value === 'string') return value;
  const message = value === undefined ? 'is missing; must be text' : 'must be text';
  reading.problems.add(message, reading.source.placeOf(owner), `${field}.${name}`);
  return undefined;
}

function propertiesOf(owner: JsonObject, field: string, reading: JsonReading): Map<string, PropertyValue> {
  const properties = new Map<string, PropertyValue>();
  const given = owner.get('properties');
  if (!(given instanceof JsonObject)) {
    reading.problems.add('must be an object', reading.source.placeOf(owner), `${field}.properties`);
    return properties;
  }
  for (const [name, value] of given) {
    const read = readTyped(value);
    if (read !== undefined) properties.set(name, read);
    else {
      reading.problems.add(
        'must be a text, a number, true, false, null, a typed value such as {"$type": "Date", "value": "2023-01-13"}, or a list of these',
        reading.source.placeOf(given),
        `${field}.properties.${name}`,
      );
    }
  }
  return properties;
}

function readTyped(value: JsonValue): PropertyValue | undefined {
  if (isScalar(value)) return plainNumber(value);
  if (value instanceof JsonObject) return typedOf(value);
  const items = value.map((item) =>
    isScalar(item) ? plainNumber(item) : item instanceof JsonObject ? typedOf(item) : undefined,
  );
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
}

/** Whole numbers beyond 2^53 that are exact are typed in this file; one that is not typed is a float. */
function plainNumber<Value>(value: Value | TypedValue): Value | TypedValue | number {
  const isInteger =
    value !== null && typeof value === 'object' && '$type' in value && value.$type === 'Integer';
  return isInteger ? Number(value.value) : value;
}

function typedOf(object: JsonObject): TypedValue | undefined {
  const type = TYPES.find((known) => known === object.get('$type'));
  const value = object.get('value');
  if (object.size !== 2 || type === undefined || typeof value !== 'string') return undefined;
  return { $type: type, value };
}

function placesOf(file: JsonObject): Map<string, { x: number; y: number }> {
  const places = new Map<string, { x: number; y: number }>();
  const view = file.get('view');
  const nodes = view instanceof JsonObject ? view.get('nodes') : undefined;
  if (!Array.isArray(nodes)) return places;
  for (const node of nodes) {
    if (!(node instanceof JsonObject)) continue;
    const id = node.get('id');
    const [x, y] = [node.get('x'), node.get('y')].map(numberIn);
    if (typeof id === 'string' && x !== undefined && y !== undefined) places.set(id, { x, y });
  }
  return places;
}
