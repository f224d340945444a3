import type { ExchangeFile } from '../contract/exports.ts';
import type { Graph } from '../contract/graph.ts';
import type { ExportOptions } from './export-options.ts';

/** The graph as an `ExchangeFile` of the contract: the one format that keeps every value as it is. */
export function writeJson(graph: Graph, { title, exportedAt }: ExportOptions): string {
  const file: ExchangeFile = {
    meta: { kind: 'throughline-graph', version: 1, title, exportedAt },
    data: graph,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}
