import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { openDatabase, openLoader } from '../../server/database/open-database.ts';
import { readSettings, type Settings } from '../../server/settings.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';
import { serveApp } from '../fixtures/served-app.ts';
import { openHttpClient } from './ask-over-http.ts';
import { type Mode, openBareEngine } from './bare-engine.ts';
import { drawPairs, type Ends, partPairs, walkPairs } from './draw-pairs.ts';
import { type Measured, tellGrowth } from './tell-growth.ts';
import { type PairTiming, timePairs } from './time-pairs.ts';

/**
 * Path questions at the HTTP interface against the bare engine running its own query, in one run: medians over the
 * same random pairs of nodes, asked in turn. Pairs with a path and pairs without are told apart, since an answer of
 * ours without a path also says why and counts what looser questions would find; where few random pairs have one,
 * pairs join them that a walk leads between. On the embedded engine, and on the Neo4j of NEO4J_TEST_URI, whose data
 * is lost. Ends with how the medians grow with size, degree and length. `BENCH_PAIRS` and `BENCH_SIZES` (such as 20000/100000,2000/10000) make it longer or shorter;
 * with `PATH_INDEX_LIMIT=0` questions are answered without what the server keeps in memory.
 *
 *     npm run bench
 */
// The server is built without them: with them every query would look up the places of its stack.
process.setSourceMapsEnabled(false);

const { NEO4J_TEST_URI, NEO4J_TEST_USER, NEO4J_TEST_PASSWORD, BENCH_PAIRS, BENCH_SIZES, PATH_INDEX_LIMIT } =
  process.env;
const PAIRS = Number(BENCH_PAIRS ?? 60);
/** Pairs that are drawn more, since not all have a path. */
const SPARE = 15;
/** How often every question is asked untimed: a Java engine that has just started becomes faster for a while. */
const WARM_UP_ROUNDS = 3;
const K = 10;
/** Fewer pairs than this have no median. */
const FEWEST = 5;
/** Relationships that come into memory in a millisecond, on a slow machine. */
const SETTLED_PER_MS = 10;
/** Growth in size at one degree, then in degree at one size, then the graph of the promise. */
const SIZES = (BENCH_SIZES ?? '2000/10000,20000/100000,20000/40000,10000/150000,60000/100000')
  .split(',')
  .map((size) => size.split('/').map(Number));

/** What is looked at of an answer. */
const lengthsSchema = z.object({ paths: z.array(z.object({ length: z.int() })) });

const QUESTIONS: readonly [mode: Mode, hops: number][] = [
  ['shortest', 6],
  ['all-shortest', 6],
  ['k-shortest', 6],
  ['shortest', 3],
  ['shortest', 12],
  ['by-way', 12],
];

/** One mode and length, asked of the pairs that have a path, or of those that have none. */
interface Question {
  name: string;
  mode: Mode;
  hops: number;
  connected: boolean;
  time(): Promise<PairTiming>;
}

function tell(name: string, { ours, bare, ratio, extra }: PairTiming): void {
  const ms = (value: number) => `${value.toFixed(1).padStart(7)} ms`;
  console.log(
    `${name.padEnd(36)} ours ${ms(ours.median)} (worst ${ms(ours.worst)})  bare ${ms(bare.median)}` +
      `  ratio ${ratio.toFixed(2)}  ${extra >= 0 ? '+' : ''}${extra.toFixed(1)} ms`,
  );
}

function questionOf(mode: Mode, { from, via, to }: Ends) {
  return mode === 'by-way' ? { from, via: [via], to, mode: 'shortest' } : { from, to, mode };
}

function hasWay({ from, via, to }: Ends): boolean {
  return via !== undefined && via !== from && via !== to;
}

async function benchGraph(
  settings: Settings,
  nodeCount: number,
  relationshipCount: number,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  const loader = openLoader(settings);
  const records = randomGraph(randomNumbers(1), nodeCount, relationshipCount);
  await loader.replaceAll(records, { replaceEverything: true });
  await loader.close();
  const database = openDatabase(settings);
  const bare = await openBareEngine(settings);
  const app = await serveApp(database, { heldLinks: settings.pathIndexLimit });
  const random = randomNumbers(2);
  const drawn = drawPairs(random, nodeCount, PAIRS + SPARE);
  const walked = walkPairs(random, records, PAIRS);
  const client = openHttpClient(app.address);
  const ask = (ends: Ends, mode: Mode, maxLength: number) => {
    const statuses = ['asserted', 'attributed', 'planned', 'background'];
    return client.post('/api/paths', { ...questionOf(mode, ends), k: K, maxLength, statuses });
  };
  // With the first question the graph begins to come into memory.
  for (const pair of drawn.slice(0, 1)) await ask(pair, 'shortest', 6);
  await setTimeout(relationshipCount / SETTLED_PER_MS);
  const title = `${database.engine}, ${nodeCount} nodes, ${relationshipCount} relationships`;
  console.log(`\n${title}, up to ${PAIRS} pairs`);
  const questions: Question[] = [];
  for (const [mode, hops] of QUESTIONS) {
    const name = `${mode}${mode === 'k-shortest' ? `, ${K}` : ''}, at most ${hops}`;
    const byWay = mode === 'by-way';
    const asked = (pair: Ends) => ask(pair, mode, hops);
    try {
      const parts = await partPairs(
        { drawn: byWay ? [] : drawn, walked: byWay ? walked.filter(hasWay) : walked, wanted: PAIRS / 2 },
        async (pair) => lengthsSchema.parse(JSON.parse(await asked(pair))).paths[0]?.length,
        {
          // What goes twice through a node is no path of ours.
          orShorter: byWay || !bare.filters,
          ask: async (pair) => (await bare.ask(mode, pair, hops, K)).sort((a, b) => a - b)[0],
        },
      );
      const bareAsked = (pair: Ends) => bare.ask(mode, pair, hops, K);
      for (const [kind, group] of [
        ['', parts.connected],
        [', no path', parts.apart],
      ] as const) {
        if (group.length < FEWEST) continue;
        const time = () => timePairs(group.slice(0, PAIRS), asked, bareAsked);
        questions.push({ name: name + kind, mode, hops, connected: kind === '', time });
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      console.log(`${name.padEnd(28)} the bare engine cannot: ${reason.slice(0, 120)}`);
    }
  }
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) {
    for (const { time } of questions) await time();
  }
  for (const { name, mode, hops, connected, time } of questions) {
    const result = await time();
    tell(name, result);
    if (!connected) continue;
    measured.push({
      ...{ nodes: nodeCount, relationships: relationshipCount, mode, hops },
      ...{ ours: result.ours.median, bare: result.bare.median },
    });
  }
  client.close();
  await app.close();
  await bare.close();
  await database.close();
  return measured;
}

const common = {
  QUERY_TIMEOUT_MS: '120000',
  ...(PATH_INDEX_LIMIT === undefined ? {} : { PATH_INDEX_LIMIT }),
};
const environments: Record<string, string>[] = [common];
if (NEO4J_TEST_URI) {
  environments.push({
    ...common,
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
