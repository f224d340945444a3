import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DatabaseError } from '../server/database/database-errors.ts';
import { openLoader } from '../server/database/open-database.ts';
import { ImportRefused } from '../server/exchange/import-problems.ts';
import { ImportOutOfMemory } from '../server/imports/import-runner.ts';
import { readSettings, SettingsError } from '../server/settings.ts';
import type { Dataset } from './dataset.ts';
import { documentsFolder } from './documents-folder.ts';
import { DraftRefused, draftFolder, folderNameOf } from './draft/draft-command.ts';
import { type Asked, sortPaths } from './graph-files.ts';
import { loadDataset } from './load-dataset.ts';
import { importFiles, refusalLines } from './load-graph-files.ts';
import { readDatasets } from './read-dataset.ts';
import { readOriginal, WrongOriginal } from './read-original.ts';
import { reportDataset } from './report-dataset.ts';
import { countLine, problemLines, reportLines } from './seed-report.ts';
import { showProgress } from './show-progress.ts';

const HELP = `Loads texts and the graphs taken from them, in place of what was loaded before.

  npm run seed -- [FOLDER|FILE ...] [--original PATH] [--replace] [--if-empty]
  npm run seed -- GRAPH_FILE ... [--dataset NAME] [--replace]
  npm run seed -- --report [FOLDER|FILE ...]
  npm run seed -- draft PATH.txt [--out FOLDER] [--known FOLDER|FILE ...] [--without-known]

  FOLDER, FILE      datasets: folders with a text and a graph.yaml or graph.json, or such a file
                    (default: graph-seed/documents)
  GRAPH_FILE        GEXF, GraphML, CSV (tables given together are one graph), tables of neo4j-admin and APOC, or
                    JSON of Throughline, NetworkX, D3, graphology, Cytoscape and APOC; also zipped. So is a zip of
                    dataset folders. It is loaded as a dataset of its own: what is loaded stays, a dataset of the
                    same name is replaced
  --dataset NAME    names the dataset of one graph file (default: the name of the file)
  --original PATH   also loads the original of a text that retells one; it is known by its SHA-256
  --replace         removes everything else in the Neo4j database as well
  --if-empty        does nothing where the database holds anything already
  --report          loads nothing; tells what the datasets hold by kind, type and status, which sentences no
                    relationship uses, which entities have no link or evidence, and which evidence is one word
  draft PATH.txt    writes a new folder with the text and a graph.yaml of what it seems to say, for a person to
                    put right; nothing is loaded, and no network is used
  --out FOLDER      the folder to write (default: named after the text, where you are)
  --known FOLDER    datasets whose entities the text may speak of (default: graph-seed/documents)
  --without-known   drafts as if nothing were known
  --help            shows this

Loads into Neo4j when NEO4J_URI is set (with NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE), else into the
embedded engine's folder DATA_DIR. Either everything is loaded, or the old graph stays; Ctrl+C leaves it so.`;

const OPTIONS = {
  original: { type: 'string', multiple: true, default: [] as string[] },
  replace: { type: 'boolean', default: false },
  dataset: { type: 'string' },
  'if-empty': { type: 'boolean', default: false },
  out: { type: 'string' },
  known: { type: 'string', multiple: true, default: [] as string[] },
  'without-known': { type: 'boolean', default: false },
  report: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Exit status of the seed script; messages go to stdout and stderr. */
async function seed(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (positionals[0] === 'draft') return await draft(positionals.slice(1), values);
  return await load(await sortPaths(positionals.map(fromCaller)), values);
}

interface LoadValues {
  original: string[];
  replace: boolean;
  'if-empty': boolean;
  dataset?: string;
  report: boolean;
}

async function load({ datasets, graphs }: Asked, values: LoadValues): Promise<number> {
  if (values.dataset !== undefined && (graphs.length !== 1 || datasets.length > 0)) {
    throw new WrongCall('--dataset names the dataset of one graph file; give just one');
  }
  const onlyGraphs = graphs.length > 0 && datasets.length === 0;
  if (onlyGraphs && values.original.length > 0) {
    throw new WrongCall('--original goes with the folder of the text that retells it');
  }
  const settings = readSettings(process.env);
  const { signal } = cancelled;
  const dataset = onlyGraphs ? undefined : await read(datasets);
  if (!onlyGraphs && dataset === undefined) return 1;
  const { importLimitMb: limitMb, importMemoryMb: memoryMb } = settings;
  const options = { runner: { database: settings, limitMb, memoryMb }, output: process.stdout, signal };
  if (values.report) {
    if (dataset !== undefined) console.log(reportDataset(dataset).flatMap(reportLines).join('\n'));
    if (graphs.length > 0)
      await importFiles(graphs, { ...options, say: (lines) => console.log(lines.join('\n')) });
    return 0;
  }
  const originals =
    dataset === undefined
      ? []
      : await Promise.all(values.original.map((path) => readOriginal(fromCaller(path), dataset)));
  const where = settings.neo4j?.uri ?? settings.dataDir;
  const loader = openLoader(settings);
  try {
    if (values['if-empty'] && !(await loader.isEmpty())) {
      console.log(`${where} holds a graph already: nothing was loaded`);
      return 0;
    }
    // What is wrong with a file is to be known before the datasets take the place of what is loaded.
    if (dataset !== undefined && graphs.length > 0) await importFiles(graphs, { ...options, say: () => {} });
    if (dataset !== undefined) {
      const show = showProgress(process.stdout);
      await loadDataset(dataset, loader, {
        originals,
        replaceEverything: values.replace,
        onProgress: (done, total) => {
          signal.throwIfAborted();
          show(done, total);
        },
      });
      console.log(`${countLine(dataset, originals.length)} into ${where}`);
    }
    if (graphs.length > 0) {
      await importFiles(graphs, {
        ...options,
        load: { dataset: values.dataset, replaceEverything: values.replace && dataset === undefined },
        say: (lines) => console.log(`${lines.join('\n')} in ${where}`),
      });
    }
  } finally {
    await loader.close();
  }
  return 0;
}

/** A call of the script that cannot be meant so. */
class WrongCall extends Error {
  override name = 'WrongCall';
}

/** The datasets at these paths, or those of the project; undefined when they have problems, which are printed. */
async function read(paths: readonly string[]): Promise<Dataset | undefined> {
  const result = await readDatasets(paths.length > 0 ? paths : [documentsFolder()]);
  if ('dataset' in result) return result.dataset;
  console.error(problemLines(result.problems, result.total).join('\n'));
  return undefined;
}

interface DraftValues {
  out?: string;
  known: string[];
  'without-known': boolean;
}

async function draft(paths: readonly string[], values: DraftValues): Promise<number> {
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new DraftRefused('draft takes one text: draft PATH.txt');
  const known = values['without-known'] ? undefined : await read(values.known.map(fromCaller));
  if (known === undefined && !values['without-known']) return 1;
  const out = fromCaller(values.out ?? folderNameOf(path));
  const { entities, relationships } = await draftFolder({ path: fromCaller(path), out, known });
  console.log(
    `Proposed ${entities} entities and ${relationships} relationships in ${join(out, 'graph.yaml')}: put them right, ` +
      'take each "proposed: true" away, then seed with the folder',
  );
  return 0;
}

/** npm runs scripts from the project's folder; a path counts from where the person typed it. */
function fromCaller(path: string): string {
  const folder = process.env.npm_lifecycle_event === 'seed' ? process.env.INIT_CWD : undefined;
  return resolve(folder ?? process.cwd(), path);
}

function isForPerson(error: unknown): error is Error {
  return (
    error instanceof DatabaseError ||
    error instanceof SettingsError ||
    error instanceof WrongOriginal ||
    error instanceof DraftRefused ||
    error instanceof WrongCall ||
    error instanceof ImportOutOfMemory ||
    isWrongArgument(error)
  );
}

function isWrongArgument(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

const cancelled = new AbortController();
// Ctrl+C ends the load where it is; what was written by then is taken back.
process.on('SIGINT', () => cancelled.abort());

try {
  process.exitCode = await seed(process.argv.slice(2));
} catch (error) {
  if (cancelled.signal.aborted) {
    console.error('Cancelled; the graph that was there is still there');
    process.exitCode = 130;
  } else if (error instanceof ImportRefused) {
    console.error(refusalLines(error).join('\n'));
    process.exitCode = 1;
  } else {
    if (!isForPerson(error)) throw error;
    console.error(isWrongArgument(error) ? `${error.message}\nSee: npm run seed -- --help` : error.message);
    process.exitCode = 1;
  }
}
