import { parseArgs } from 'node:util';
import { EXPORT_FORMATS, type ExportFormat } from '../contract/exports.ts';
import { DatabaseError } from '../database/database-errors.ts';
import { openDatabase } from '../database/open-database.ts';
import { prepareFile } from '../exchange/export-file.ts';
import type { ExportOptions } from '../exchange/export-options.ts';
import { GraphChanged, remembered } from '../exchange/graph-source.ts';
import type { WalkLimits } from '../paths/walk-context.ts';
import type { QueryContext } from '../queries/query-context.ts';
import { streamSubgraph, streamWholeGraph } from '../queries/stream-graph.ts';
import { tellRelationships } from '../queries/tell-relationships.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { countedSource, ExportProgress } from './export-progress.ts';
import { ExportRefused, openTarget } from './export-target.ts';
import { partOfPath, partOfQuery, type WantedPart } from './wanted-part.ts';

const HELP = `Writes the graph of the database, or a part of it, to a file.

  npm run export -- --out FILE [--format FORMAT] [--title TITLE] [--force]
                    [--nodes ID,ID … | --path FROM,TO | --query CYPHER]

  --out FILE        the file to write; - for the standard output (then: npm run -s export -- …)
  --format FORMAT   ${EXPORT_FORMATS.join(', ')}
                    (default: by the ending of FILE)
  --title TITLE     what the file says that it holds (default: Throughline graph)
  --nodes ID,ID     only these nodes and the relationships among them; a comma in an id is written \\,
  --path FROM,TO    only the shortest paths between two nodes; FROM,VIA,TO goes by way of others
  --query CYPHER    only the nodes and relationships that a query returns, such as
                    "MATCH (a:Country)-[r]->(b) RETURN a, r, b"
  --force           takes the place of a file that is there
  --help            shows this

Without one of these three every entity and what ties them is written, with its evidence; documents and passages are
not. What the format cannot hold is told, and stands in the file where that has a place for it. Reads Neo4j when
NEO4J_URI is set (with NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE), else the embedded engine's folder DATA_DIR. Ctrl+C
stops it and leaves no file.`;

const OPTIONS = {
  out: { type: 'string' },
  format: { type: 'string' },
  title: { type: 'string', default: 'Throughline graph' },
  nodes: { type: 'string', multiple: true, default: [] as string[] },
  path: { type: 'string' },
  query: { type: 'string' },
  force: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Nodes and relationships that are kept between the two readings. */
const MOST_KEPT = 20_000;

/** Exit status of the command; messages go to stderr, since stdout may be the file. */
async function exportGraph(args: readonly string[], signal: AbortSignal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (values.out === undefined) throw new ExportRefused('Say where to: --out FILE, or --out - for stdout');
  const format = formatOf(values.format, values.out);
  if ([values.nodes.length > 0, values.path, values.query].filter((wish) => wish).length > 1) {
    throw new ExportRefused('Give one of --nodes, --path and --query');
  }
  const target = await openTarget(values.out, values.force);
  try {
    const settings = readSettings(process.env);
    const database = openDatabase(settings);
    const progress = new ExportProgress(process.stderr);
    try {
      const context = { database, options: { signal } };
      const wanted = await wantedPart(context, values, { timeoutMs: settings.pathTimeoutMs, signal });
      const { content, faithfulness } = await prepared(context, format, values.title, wanted, progress);
      progress.begin(faithfulness.nodeCount + faithfulness.relationshipCount);
      await target.write(content(), signal);
      progress.end();
      const { nodeCount, relationshipCount, losses, notes } = faithfulness;
      for (const line of [...losses, ...notes]) console.error(line);
      const counts = `${nodeCount} nodes and ${relationshipCount} relationships`;
      console.error(`Wrote ${counts} from ${database.address} to ${target.name}`);
    } finally {
      progress.end();
      await database.close();
    }
  } finally {
    await target.discard();
  }
  return 0;
}

/** null for the whole graph. */
async function wantedPart(
  context: QueryContext,
  { nodes, path, query }: { nodes: string[]; path?: string | undefined; query?: string | undefined },
  limits: WalkLimits,
): Promise<WantedPart | null> {
  if (path !== undefined) return partOfPath(context, idsOf(path), limits);
  if (query !== undefined) return partOfQuery(context, query);
  const nodeIds = nodes.flatMap(idsOf);
  if (nodes.length > 0 && nodeIds.length === 0) {
    throw new ExportRefused('--nodes names no node; leave it out for the whole graph');
  }
  return nodeIds.length === 0 ? null : { nodeIds };
}

/** Ids between commas; a comma in an id is written `\\,`. */
function idsOf(list: string): string[] {
  return (list.match(/(?:\\.|[^,\\])+/g) ?? []).map((id) => id.replace(/\\(.)/g, '$1'));
}

async function prepared(
  context: QueryContext,
  format: ExportFormat,
  title: string,
  wanted: WantedPart | null,
  progress: ExportProgress,
) {
  const found = wanted
    ? await streamSubgraph(context, wanted.nodeIds, wanted.relationshipIds)
    : await streamWholeGraph(context);
  const source = countedSource(remembered(found, MOST_KEPT), (more) => progress.count(more));
  const options: ExportOptions = { title, exportedAt: new Date().toISOString() };
  if (format === 'markdown') {
    options.report = {
      paths: [],
      ...wanted?.about,
      tell: (relationships, ends) => tellRelationships(context, relationships, ends),
    };
  }
  const missing = new Set(wanted?.nodeIds);
  const file = await prepareFile(format, source, options, [{ node: ({ id }) => void missing.delete(id) }]);
  if (missing.size > 0) throw new ExportRefused(`Not in the graph: ${[...missing].slice(0, 10).join(', ')}`);
  return file;
}

const ENDINGS: readonly (readonly [ending: string, format: ExportFormat])[] = [
  ['.json', 'json'],
  ['.gexf', 'gexf'],
  ['.graphml', 'graphml'],
  ['.neo4j.zip', 'csv-neo4j'],
  ['.zip', 'csv'],
  ['.cypher', 'cypher'],
  ['.cql', 'cypher'],
  ['.md', 'markdown'],
];

function formatOf(given: string | undefined, out: string): ExportFormat {
  const format =
    given === undefined
      ? ENDINGS.find(([ending]) => out.toLowerCase().endsWith(ending))?.[1]
      : EXPORT_FORMATS.find((known) => known === given);
  if (format !== undefined) return format;
  const what =
    given === undefined ? 'The format is not told by the name of the file' : `There is no format "${given}"`;
  throw new ExportRefused(`${what}. Give --format ${EXPORT_FORMATS.join(' | ')}`);
}

function isWrongArgument(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

const FOR_PERSON = [DatabaseError, SettingsError, ExportRefused, GraphChanged];

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopped.abort());
try {
  process.exitCode = await exportGraph(process.argv.slice(2), stopped.signal);
} catch (error) {
  if (stopped.signal.aborted) {
    console.error('Stopped. Nothing was written.');
    process.exitCode = 130;
  } else if (
    error instanceof Error &&
    (isWrongArgument(error) || FOR_PERSON.some((kind) => error instanceof kind))
  ) {
    console.error(isWrongArgument(error) ? `${error.message}\nSee: npm run export -- --help` : error.message);
    process.exitCode = 1;
  } else throw error;
}
