import type { ExchangeFile } from '../contract/exports.ts';
import type { GraphNode, Relationship } from '../contract/graph.ts';
import type { ExportOptions, Faithfulness, GraphWriter } from './export-options.ts';
import type { GraphSource } from './graph-source.ts';
import { jsonText } from './plain-values.ts';

/**
 * The graph as an `ExchangeFile` of the contract: the one format that keeps every value as it is. A value that JSON has
 * no form for is a `TypedValue`; lone surrogates are escaped; -0 is written `-0`. Positions, colours and pins stand
 * in `view`, where they are known. One node or relationship a line.
 */
export function jsonWriter(options: ExportOptions): GraphWriter {
  return { observers: [], write: (source, said) => write(source, options, said) };
}

async function* write(
  source: GraphSource,
  { title, exportedAt, view }: ExportOptions,
  { nodeCount, relationshipCount }: Faithfulness,
): AsyncGenerator<string> {
  const meta: ExchangeFile['meta'] = {
    kind: 'throughline-graph',
    version: 1,
    title,
    exportedAt,
    nodeCount,
    relationshipCount,
  };
  yield `{\n "meta": ${JSON.stringify(meta)},\n "data": {\n  "nodes": [`;
  yield* lines(source.nodes());
  yield '],\n  "relationships": [';
  yield* lines(source.relationships());
  yield ']\n }';
  if (view !== undefined && view.length > 0) {
    yield `,\n "view": {"nodes": [\n${view.map((node) => JSON.stringify(node)).join(',\n')}\n ]}`;
  }
  yield '\n}\n';
}

async function* lines(parts: AsyncIterable<readonly (GraphNode | Relationship)[]>): AsyncGenerator<string> {
  let before = '\n';
  for await (const part of parts) {
    if (part.length === 0) continue;
    yield before + part.map(line).join(',\n');
    before = ',\n';
  }
  if (before !== '\n') yield '\n  ';
}

function line(element: GraphNode | Relationship): string {
  const hasNegativeZero = Object.values(element.properties).some(
    (value) => Object.is(value, -0) || (Array.isArray(value) && value.some((item) => Object.is(item, -0))),
  );
  return hasNegativeZero ? jsonText(element) : JSON.stringify(element);
}
