import type { ImportFormat } from '../contract/imports.ts';
import type { FileHead } from './file-head.ts';
import type { GraphBuilder } from './graph-builder.ts';
import { found, type ImportProblems } from './import-problems.ts';
import { LINKS, nodeLinkForm, otherLists } from './json-forms.ts';
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
  const source = readJsonSource(asOneValue(text), problems);
  const { value } = source;
  const reading: JsonReading = { source, builder, problems, head: {} };
  if (value instanceof JsonObject) {
    const meta = value.get('meta');
    if (meta instanceof JsonObject && meta.get('kind') === 'throughline-graph') {
      readThroughlineJson(value, meta, reading);
      return { format: 'throughline-json', head: reading.head };
    }
    const [nodes, edges] = [value.get('nodes'), value.get('edges')];
    if (Array.isArray(nodes) && isGraphology(value, nodes, edges)) {
      readGraphology(value, nodes, edges, reading);
      return { format: 'graphology-json', head: reading.head };
    }
  }
  const form = nodeLinkForm(value);
  if (form === undefined) {
    return problems.stop(
      'holds no graph that is known: expected "nodes" with "edges" or "links" (NetworkX, D3, graphology), ' +
        'the "meta" and "data" of Throughline, or nodes and relationships of Neo4j (APOC) or Cytoscape',
      value instanceof JsonObject ? source.placeOf(value) : { line: 1 },
      'nodes',
    );
  }
  const { graph, links } = form;
  const [first, second] = LINKS.filter((name) => graph.has(name));
  if (second !== undefined) {
    problems.stop(
      `has both ${found(first ?? '')} and ${found(second)}; one of them is meant`,
      source.placeOf(graph),
      second,
    );
  }
  const [other] = links === undefined ? otherLists(graph) : [];
  if (other !== undefined) {
    const known = LINKS.map(found).join(' or ');
    problems.stop(
      `has no ${known}, but a list ${found(other)}, whose meaning is not known`,
      source.placeOf(graph),
      other,
    );
  }
  readNodeLink(form, reading);
  return { format: 'node-link-json', head: reading.head };
}

/** Objects of which each has a line of its own, as APOC writes them, as the list that they are. */
function asOneValue(text: string): string {
  if (!/^\s*\{[^\r\n]*\}[ \t]*\r?\n\s*\{/.test(text)) return text;
  return `[${text.trimEnd().replace(/\}[ \t]*(\r?\n\s*)(?=\{)/g, '},$1')}]`;
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
