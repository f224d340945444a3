import type { ExportFormat } from '../contract/exports.ts';
import type { Graph } from '../contract/graph.ts';
import type { ExportOptions } from './export-options.ts';
import { writeCsv } from './write-csv.ts';
import { writeGexf } from './write-gexf.ts';
import { writeGraphml } from './write-graphml.ts';
import { writeJson } from './write-json.ts';
import { writeMarkdown } from './write-markdown.ts';

export interface ExportedFile {
  /** Safe on every file system; letters of all scripts. */
  fileName: string;
  contentType: string;
  body: string | Uint8Array<ArrayBuffer>;
}

interface Format {
  ending: string;
  contentType: string;
  write(graph: Graph, options: ExportOptions): ExportedFile['body'];
}

const FORMATS: Record<ExportFormat, Format> = {
  json: { ending: '.json', contentType: 'application/json; charset=utf-8', write: writeJson },
  gexf: { ending: '.gexf', contentType: 'application/gexf+xml; charset=utf-8', write: writeGexf },
  graphml: { ending: '.graphml', contentType: 'application/graphml+xml; charset=utf-8', write: writeGraphml },
  csv: { ending: '.csv.zip', contentType: 'application/zip', write: writeCsv },
  markdown: { ending: '.md', contentType: 'text/markdown; charset=utf-8', write: writeMarkdown },
};

function fileStem(title: string): string {
  const words = title.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  // Counted in code points, so that no character is cut in half.
  return [...words.join('-')].slice(0, 60).join('') || 'graph';
}

/**
 * The graph as a file of the format. Every relationship's ends must be among the nodes: readers of GEXF refuse
 * an edge to a missing node.
 */
export function exportFile(format: ExportFormat, graph: Graph, options: ExportOptions): ExportedFile {
  const { ending, contentType, write } = FORMATS[format];
  return { fileName: `${fileStem(options.title)}${ending}`, contentType, body: write(graph, options) };
}
