import { formatCount } from '../../look/words.ts';
import { linkWords, nodeWords } from './counts.ts';

export const exporting = {
  button: 'Export',
  file: 'Graph as a file…',
  action: 'Export the graph as a file',
  also: 'save download JSON GEXF GraphML CSV Cypher Neo4j Gephi report',
  heading: 'Save the graph as a file',
  close: 'Close without saving',
  what: 'What',
  whats: {
    part: 'This answer',
    shown: 'What is on screen',
    selection: 'What is selected',
    path: 'The path on screen',
    whole: 'The whole graph',
  },
  size: (nodes: number, links: number) => `${nodeWords(nodes)}, ${linkWords(links)}`,
  format: 'Format',
  formats: {
    json: 'JSON',
    gexf: 'GEXF',
    graphml: 'GraphML',
    csv: 'CSV',
    'csv-neo4j': 'CSV for Neo4j',
    cypher: 'Cypher',
    markdown: 'Report',
  },
  uses: {
    json: 'everything, for Throughline and programs',
    gexf: 'for Gephi, with colours and places',
    graphml: 'for yEd, NetworkX, igraph',
    csv: 'two tables for a spreadsheet, in a zip',
    'csv-neo4j': 'tables for neo4j-admin import, in a zip',
    cypher: 'a script that rebuilds it in Neo4j',
    markdown: 'to read, each link with its quotes (Markdown)',
  },
  keeps: 'What the file keeps',
  looking: 'Looking at the graph…',
  everything: 'Everything, with its types.',
  lost: 'Not in the file:',
  plainer: 'Kept for Throughline; other programs see it plainer:',
  unknown: (reason: string) => `What it keeps could not be found out. ${reason}`,
  save: 'Save',
  cancel: 'Cancel',
  stop: 'Stop saving',
  writing: (bytes: number) =>
    bytes === 0 ? 'Writing the file…' : `Writing the file: ${megabytes(bytes)} so far…`,
  image: 'Image or page…',
  saved: (name: string) => `${name} saved.`,
  failed: (reason: string) => `The export failed. ${reason}`,
  stopped: 'Stopped. Nothing was saved.',
  nothing: 'Nothing is on screen to export.',
  noImage: 'The drawing is not there, so no image can be made.',
};

function megabytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${formatCount(Math.ceil(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
