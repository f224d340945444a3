import type { ImportFormat } from '../contract/imports.ts';
import type { FileHead } from './file-head.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { ImportProblems } from './import-problems.ts';
import type { JsonReading } from './json-reading.ts';
import { JsonObject, type JsonValue, readJsonSource } from './json-source.ts';
import { readGraphology } from './read-graphology.ts';
import { readNodeLink } from './read-node-link.ts';
import { readThroughlineJson } from './read-throughline-json.ts';

/** Reads a graph written as JSON; which of the forms it is, its keys tell. */
export function readJson(
  text: string,
  builder: GraphBuilder,
  problems: ImportProblems,
): { format: ImportFormat; head: FileHead } {
  const source = readJsonSource(text, problems);
  const { value } = source;
  const reading: JsonReading = { source, builder, problems, head: {} };
  if (!(value instanceof JsonObject)) {
    return problems.stop('holds no graph: its outermost value must be an object', { line: 1 });
  }
  const meta = value.get('meta');
  if (meta instanceof JsonObject && meta.get('kind') === 'throughline-graph') {
    readThroughlineJson(value, meta, reading);
    return { format: 'throughline-json', head: reading.head };
  }
  const nodes = value.get('nodes');
  const edges = value.get('edges');
  const links = value.get('links');
  if (!Array.isArray(nodes)) {
    return problems.stop(
      'holds no graph that is known: expected "nodes" with "edges" or "links" (NetworkX, D3, graphology), ' +
        'or the "meta" and "data" of Throughline',
      source.placeOf(value),
      'nodes',
    );
  }
  if (isGraphology(value, nodes, edges)) {
    readGraphology(value, nodes, edges, reading);
    return { format: 'graphology-json', head: reading.head };
  }
  if (edges !== undefined && links !== undefined) {
    problems.stop('has both "edges" and "links"; one of them is meant', source.placeOf(value), 'links');
  }
  readNodeLink(value, nodes, links ?? edges, reading);
  return { format: 'node-link-json', head: reading.head };
}

/** Serialized graphology graphs name their nodes by `key` and keep what is said of them apart. */
function isGraphology(
  value: JsonObject,
  nodes: readonly JsonValue[],
  edges: JsonValue | undefined,
): edges is JsonValue[] | undefined {
  if (edges !== undefined && !Array.isArray(edges)) return false;
  const options = value.get('options');
  if (options instanceof JsonObject && (options.has('multi') || options.has('type'))) return true;
  return (
    nodes.length > 0 &&
    nodes.every((node) => node instanceof JsonObject && node.has('key') && !node.has('id'))
  );
}
