import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DatabaseError } from '../server/database/database-errors.ts';
import { openLoader } from '../server/database/open-database.ts';
import { readSettings, SettingsError } from '../server/settings.ts';
import { documentsFolder } from './documents-folder.ts';
import { loadDataset } from './load-dataset.ts';
import { readDatasets } from './read-dataset.ts';
import { readOriginal, WrongOriginal } from './read-original.ts';
import { reportDataset } from './report-dataset.ts';
import { countLine, problemLines, reportLines } from './seed-report.ts';
import { showProgress } from './show-progress.ts';

const HELP = `Loads texts and the graphs taken from them, in place of what was loaded before.

  npm run seed -- [FOLDER|FILE ...] [--original PATH] [--replace] [--if-empty]
  npm run seed -- --report [FOLDER|FILE ...]

  FOLDER, FILE      datasets: folders with a text and a graph.yaml or graph.json, or such a file
                    (default: graph-seed/documents)
  --original PATH   also loads the original of a text that retells one; it is known by its SHA-256
  --replace         removes everything else in the Neo4j database as well
  --if-empty        does nothing where the database holds anything already
  --report          loads nothing; tells what the datasets hold by kind, type and status, which sentences no
                    relationship uses, which entities have no link or evidence, and which evidence is one word
  --help            shows this

Loads into Neo4j when NEO4J_URI is set (with NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE), else into the
embedded engine's folder DATA_DIR. Either everything is loaded, or the old graph stays.`;

const OPTIONS = {
  original: { type: 'string', multiple: true, default: [] as string[] },
  replace: { type: 'boolean', default: false },
  'if-empty': { type: 'boolean', default: false },
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
  const result = await readDatasets(
    positionals.length > 0 ? positionals.map(fromCaller) : [documentsFolder()],
  );
  if ('problems' in result) {
    console.error(problemLines(result.problems, result.total).join('\n'));
    return 1;
  }
  const { dataset } = result;
  if (values.report) {
    console.log(reportDataset(dataset).flatMap(reportLines).join('\n'));
    return 0;
  }
  const settings = readSettings(process.env);
  const originals = await Promise.all(values.original.map((path) => readOriginal(fromCaller(path), dataset)));
  const loader = openLoader(settings);
  try {
    if (values['if-empty'] && !(await loader.isEmpty())) {
      console.log(`${settings.neo4j?.uri ?? settings.dataDir} holds a graph already: nothing was loaded`);
      return 0;
    }
    await loadDataset(dataset, loader, {
      originals,
      replaceEverything: values.replace,
      onProgress: showProgress(process.stdout),
    });
  } finally {
    await loader.close();
  }
  console.log(`${countLine(dataset, originals.length)} into ${settings.neo4j?.uri ?? settings.dataDir}`);
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
    isWrongArgument(error)
  );
}

function isWrongArgument(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

try {
  process.exitCode = await seed(process.argv.slice(2));
} catch (error) {
  if (!isForPerson(error)) throw error;
  console.error(isWrongArgument(error) ? `${error.message}\nSee: npm run seed -- --help` : error.message);
  process.exitCode = 1;
}
