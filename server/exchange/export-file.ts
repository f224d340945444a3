import type { ExportFormat } from '../contract/exports.ts';
import type { ExportOptions, Faithfulness, GraphWriter } from './export-options.ts';
import { type GraphSource, type Observer, observeGraph } from './graph-source.ts';
import { LossReport } from './loss-report.ts';
import { csvWriter } from './write-csv.ts';
import { csvNeo4jWriter } from './write-csv-neo4j.ts';
import { cypherWriter } from './write-cypher.ts';
import { gexfWriter } from './write-gexf.ts';
import { graphmlWriter } from './write-graphml.ts';
import { jsonWriter } from './write-json.ts';
import { markdownWriter } from './write-markdown.ts';

/** A file that is known but not yet written. */
export interface PreparedFile {
  /** Safe on every file system; letters of all scripts. */
  fileName: string;
  contentType: string;
  faithfulness: Faithfulness;
  /** The file piece by piece. Rejects with `GraphChanged` where the source gives another graph than before. */
  content(): AsyncIterable<string | Uint8Array>;
}

interface Format {
  ending: string;
  contentType: string;
  writer(options: ExportOptions): GraphWriter;
}

const FORMATS: Record<ExportFormat, Format> = {
  json: { ending: '.json', contentType: 'application/json; charset=utf-8', writer: jsonWriter },
  gexf: { ending: '.gexf', contentType: 'application/gexf+xml; charset=utf-8', writer: gexfWriter },
  graphml: {
    ending: '.graphml',
    contentType: 'application/graphml+xml; charset=utf-8',
    writer: graphmlWriter,
  },
  csv: { ending: '.csv.zip', contentType: 'application/zip', writer: csvWriter },
  'csv-neo4j': { ending: '.neo4j.zip', contentType: 'application/zip', writer: csvNeo4jWriter },
  cypher: { ending: '.cypher', contentType: 'text/plain; charset=utf-8', writer: cypherWriter },
  markdown: { ending: '.md', contentType: 'text/markdown; charset=utf-8', writer: markdownWriter },
};

function fileStem(title: string): string {
  const words = title.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  // Counted in code points, so that no character is cut in half.
  return [...words.join('-')].slice(0, 60).join('') || 'graph';
}

/**
 * Reads the whole source once, also for `observers`, and tells what its file of the format will be. Every relationship's ends must be among
 * the nodes: readers of GEXF refuse an edge to a missing node.
 */
export async function prepareFile(
  format: ExportFormat,
  source: GraphSource,
  options: ExportOptions,
  observers: readonly Observer[] = [],
): Promise<PreparedFile> {
  const { ending, contentType, writer: writerOf } = FORMATS[format];
  const writer = writerOf(options);
  const report = new LossReport(format, options);
  await observeGraph(source, [report, ...writer.observers, ...observers]);
  const { faithfulness } = report;
  return {
    fileName: `${fileStem(options.title)}${ending}`,
    contentType,
    faithfulness,
    content: () => writer.write(source, faithfulness),
  };
}
