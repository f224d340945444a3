import type { ColumnRole, ImportFormat } from '../../../server/contract/imports.ts';
import { formatCount } from '../../look/words.ts';
import { linkWords, nodeWords } from './counts.ts';

export const importing = {
  open: 'Import a file',
  also: 'open load upload csv gexf graphml json cypher',
  heading: 'Import a file',
  close: 'Close',
  drop: 'Drop a graph file to import it',
  choose: 'Choose a file',
  chooseOther: 'Choose another file',
  formats:
    'GEXF, GraphML, CSV of nodes or links (both together or zipped), JSON of Throughline, NetworkX, D3, graphology, Cytoscape or Neo4j (APOC), a Cypher script that Throughline wrote, or zipped folders of a text and its graph.yaml.',
  limit: (megabytes: number) => `Up to ${formatCount(megabytes)} MB. Nothing is changed before you say so.`,
  tooLarge: (name: string, megabytes: number) =>
    `${name} is larger than ${formatCount(megabytes)} MB, which is the most that this server reads.`,
  phases: {
    sending: (name: string) => `Sending ${name}`,
    reading: (name: string) => `Reading ${name}`,
    gathering: (name: string) => `Reading ${name}`,
    loading: (name: string) => `Loading ${name} into the database`,
  },
  percent: (percent: number) => `${percent} %`,
  counted: (done: number, total: number) =>
    total > 0
      ? `${formatCount(done)} of ${formatCount(total)} nodes and links`
      : `${formatCount(done)} nodes and links so far`,
  cancel: 'Cancel',
  failed: 'The file was not imported',
  problems: (count: number) => `${formatCount(count, 'problem')} in the file; nothing was imported`,
  more: (count: number) => `And ${formatCount(count)} more.`,
  line: (line: number, column?: number) =>
    column === undefined
      ? `line ${formatCount(line)}`
      : `line ${formatCount(line)}, column ${formatCount(column)}`,
  found: (nodes: number, links: number) => `${nodeWords(nodes)} and ${linkWords(links)}`,
  writtenBy: (program: string) => `written by ${program}`,
  names: {
    'throughline-json': 'Throughline JSON',
    gexf: 'GEXF',
    graphml: 'GraphML',
    csv: 'Table',
    'neo4j-csv': 'Tables for neo4j-admin',
    'graphology-json': 'graphology JSON',
    'node-link-json': 'JSON of nodes and links',
    cypher: 'Cypher script',
    dataset: 'Texts with their graph',
  } satisfies Record<ImportFormat, string>,
  notes: 'What the file leaves open',
  inDatabase: 'What the database does not keep',
  table: (file: string) => `Columns of ${file}`,
  holds: (file: string) => `${file} holds`,
  kinds: { nodes: 'nodes', relationships: 'links' },
  header: 'The first row holds names',
  column: (name: string) => `Column ${name}`,
  roles: {
    id: 'id',
    caption: 'name',
    labels: 'kinds',
    source: 'from',
    target: 'to',
    type: 'type of link',
    direction: 'direction',
    property: 'property',
    ignore: 'leave out',
  } satisfies Record<ColumnRole, string>,
  where: 'Where to',
  canvas: 'Only onto this canvas',
  canvasMeans: 'Kept in this browser, as one step that can be undone.',
  database: 'Into the database',
  databaseMeans: 'As a dataset of its own, for everyone who uses this server.',
  readOnly: 'This server does not load files into its database: it was started without WRITE_TOKEN.',
  tooManyToDraw: 'This is more than a canvas can show. Load it into the database and look at parts of it.',
  dataset: 'Name of the dataset',
  datasetMeans: 'A dataset of this name is replaced.',
  token: 'Write token',
  tokenMeans: 'Only kept until this page is closed.',
  put: 'Put on the canvas',
  load: 'Load into the database',
  step: (name: string) => `Import ${name}`,
  done: (name: string, nodes: number, links: number) =>
    `${name} is on the canvas: ${nodeWords(nodes)} and ${linkWords(links)}.`,
  loaded: (name: string, nodes: number, links: number) =>
    `The dataset ${name} is loaded: ${nodeWords(nodes)} and ${linkWords(links)}.`,
  onlyHere: (name: string) =>
    `${name} came from a file and is only on this canvas. All that the file says of it is here already.`,
  onlyHereMark: 'From a file, only on this canvas.',
  noPathsHere: (name: string) =>
    `${name} came from a file and is only on this canvas. Paths are searched in the database; load the file there to trace it.`,
};
