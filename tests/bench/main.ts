import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openDatabase, openLoader } from '../../server/database/open-database.ts';
import { readSettings, type Settings } from '../../server/settings.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';
import { jsonPost, serveApp } from '../fixtures/served-app.ts';
import { type Mode, openBareEngine } from './bare-engine.ts';
import { type Measured, tellGrowth } from './tell-growth.ts';
import { timePairs } from './time-pairs.ts';

/**
 * Path questions at the HTTP interface against the bare engine running its own query, in one run: medians over the
 * same random pairs of nodes, asked in turn. On the embedded engine, and on the Neo4j of NEO4J_TEST_URI, whose data
 * is lost. Ends with how the medians grow with size, degree and length. `BENCH_PAIRS` and `BENCH_SIZES` (such as 20000/100000,2000/10000) make it longer or shorter.
 *
 *     npm run bench
 */
const { NEO4J_TEST_URI, NEO4J_TEST_USER, NEO4J_TEST_PASSWORD, BENCH_PAIRS, BENCH_SIZES } = process.env;
const PAIRS = Number(BENCH_PAIRS ?? 60);
const WARM_UP = 15;
const K = 10;
/** Relationships that come into memory in a millisecond, on a slow machine. */
const SETTLED_PER_MS = 10;
/** Growth in size at one degree, then in degree at one size, then the graph of the promise. */
const SIZES = (BENCH_SIZES ?? '2000/10000,20000/100000,20000/40000,10000/150000,60000/100000')
  .split(',')
  .map((size) => size.split('/').map(Number));

const QUESTIONS: readonly [mode: Mode, hops: number][] = [
  ['shortest', 6],
  ['all-shortest', 6],
  ['k-shortest', 6],
  ['shortest', 3],
  ['shortest', 12],
];

async function benchGraph(
  settings: Settings,
  nodeCount: number,
  relationshipCount: number,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  const loader = openLoader(settings);
  await loader.replaceAll(randomGraph(randomNumbers(1), nodeCount, relationshipCount), {
    replaceEverything: true,
  });
  await loader.close();
  const database = openDatabase(settings);
  const bare = await openBareEngine(settings);
  const app = await serveApp(database, { heldLinks: settings.pathIndexLimit });
  const random = randomNumbers(2);
  const inShore = () => `n${Math.floor(random() * nodeCount * 0.8)}`;
  const pairs = Array.from({ length: PAIRS + WARM_UP }, () => ({ from: inShore(), to: inShore() })).filter(
    ({ from, to }) => from !== to,
  );
  const ask = async (ends: object, mode: Mode, maxLength: number) => {
    const statuses = ['asserted', 'attributed', 'planned', 'background'];
    const body = { ...ends, mode, k: K, maxLength, statuses };
    const answer = await fetch(`${app.address}/api/paths`, jsonPost(body));
    if (!answer.ok) throw new Error(await answer.text());
    await answer.json();
  };
  if (database.engine === 'embedded') {
    // With the first question the graph begins to come into memory.
    for (const pair of pairs.slice(0, 1)) await ask(pair, 'shortest', 6);
    await setTimeout(relationshipCount / SETTLED_PER_MS);
  }
  const title = `${database.engine}, ${nodeCount} nodes, ${relationshipCount} relationships`;
  console.log(`\n${title}, ${pairs.length - WARM_UP} pairs`);
  for (const [mode, hops] of QUESTIONS) {
    const name = `${mode}${mode === 'k-shortest' ? `, ${K}` : ''}, at most ${hops}`;
    try {
      for (const pair of pairs) await bare.ask(mode, pair, hops, K);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      console.log(`${name.padEnd(28)} the bare engine cannot: ${reason.slice(0, 120)}`);
      continue;
    }
    for (const pair of pairs.slice(0, WARM_UP)) await ask(pair, mode, hops);
    const result = await timePairs(
      pairs.slice(WARM_UP),
      (pair) => ask(pair, mode, hops),
      (pair) => bare.ask(mode, pair, hops, K),
    );
    measured.push({
      ...{ nodes: nodeCount, relationships: relationshipCount, mode, hops },
      ...{ ours: result.ours.median, bare: result.bare.median },
    });
    const ms = (value: number) => `${value.toFixed(1).padStart(7)} ms`;
    console.log(
      `${name.padEnd(28)} ours ${ms(result.ours.median)} (worst ${ms(result.ours.worst)})  bare ${ms(result.bare.median)}` +
        `  ratio ${result.ratio.toFixed(2)}  ${result.extra >= 0 ? '+' : ''}${result.extra.toFixed(1)} ms`,
    );
  }
  await app.close();
  await bare.close();
  await database.close();
  return measured;
}

const QUERY_TIMEOUT_MS = '120000';
const environments: Record<string, string>[] = [{ QUERY_TIMEOUT_MS }];
if (NEO4J_TEST_URI) {
  environments.push({
    QUERY_TIMEOUT_MS,
    NEO4J_URI: NEO4J_TEST_URI,
    NEO4J_USER: NEO4J_TEST_USER ?? 'neo4j',
    NEO4J_PASSWORD: NEO4J_TEST_PASSWORD ?? '',
  });
}
for (const environment of environments) {
  const measured: Measured[] = [];
  for (const [nodeCount = 0, relationshipCount = 0] of SIZES) {
    const dataDir = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
    const settings = readSettings({ ...environment, DATA_DIR: dataDir });
    measured.push(...(await benchGraph(settings, nodeCount, relationshipCount)));
    await rm(dataDir, { recursive: true, force: true });
  }
  const growth = tellGrowth(measured);
  if (growth.length > 0) console.log(['\nGrowth of the medians', ...growth].join('\n'));
}
process.exit(0);
