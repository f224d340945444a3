import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from '../../server/contract/operations.ts';
import { openDatabase, openLoader } from '../../server/database/open-database.ts';
import { readSettings } from '../../server/settings.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';
import { serveApp } from '../fixtures/served-app.ts';
import { timePairs } from './time-pairs.ts';

/**
 * Path questions at the HTTP interface against the bare engine running the bare query, in one run: medians over
 * the same random pairs of nodes. Uses the embedded engine, or the Neo4j of NEO4J_TEST_URI, whose data is lost.
 *
 *     npm run bench
 */
const PAIRS = 40;
const SIZES = [
  [2_000, 10_000],
  [20_000, 100_000],
  [60_000, 100_000],
  [20_000, 300_000],
] as const;

type Pair = readonly [from: string, to: string];

function bareQuery(mode: string, hops: number): string {
  const pattern = `(a:Entity {id: $from})-[*..${hops}]-(b:Entity {id: $to})`;
  return mode === 'shortest'
    ? `MATCH p = shortestPath(${pattern}) RETURN [n IN nodes(p) | n.id] AS ids`
    : `MATCH p = allShortestPaths(${pattern}) RETURN [n IN nodes(p) | n.id] AS ids`;
}

async function benchGraph(nodeCount: number, relationshipCount: number): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const { NEO4J_TEST_URI, NEO4J_TEST_USER, NEO4J_TEST_PASSWORD } = process.env;
  const settings = readSettings({
    DATA_DIR: dataDir,
    NEO4J_URI: NEO4J_TEST_URI,
    NEO4J_USER: NEO4J_TEST_USER,
    NEO4J_PASSWORD: NEO4J_TEST_PASSWORD,
    QUERY_TIMEOUT_MS: '120000',
  });
  const loader = openLoader(settings);
  await loader.replaceAll(randomGraph(randomNumbers(1), nodeCount, relationshipCount), {
    replaceEverything: true,
  });
  await loader.close();
  const database = openDatabase(settings);
  const app = await serveApp(database);
  const random = randomNumbers(2);
  const inShore = () => `n${Math.floor(random() * nodeCount * 0.8)}`;
  const pairs: Pair[] = Array.from({ length: PAIRS }, () => [inShore(), inShore()] as const).filter(
    ([a, b]) => a !== b,
  );
  const ask = ([from, to]: Pair, more: object) =>
    app.post(
      '/api/paths',
      { from, to, statuses: ['asserted', 'attributed', 'planned', 'background'], ...more },
      operations.paths.response,
    );
  const bare = ([from, to]: Pair, mode: string, hops: number) =>
    database.read(bareQuery(mode, hops), { from, to });
  console.log(
    `\n${database.engine}, ${nodeCount} nodes, ${relationshipCount} relationships, ${pairs.length} pairs`,
  );
  for (const [name, mode, more, hops] of [
    ['shortest', 'shortest', {}, 6],
    ['all-shortest', 'all-shortest', { mode: 'all-shortest' }, 6],
    ['k-shortest, 10 (bare: all shortest)', 'all-shortest', { mode: 'k-shortest', k: 10 }, 6],
    ['shortest, at most 3', 'shortest', { maxLength: 3 }, 3],
    ['shortest, at most 12', 'shortest', { maxLength: 12 }, 12],
  ] as const) {
    await ask(pairs[0] ?? ['', ''], more);
    await bare(pairs[0] ?? ['', ''], mode, hops);
    const result = await timePairs(
      pairs,
      (pair) => ask(pair, more),
      (pair) => bare(pair, mode, hops),
    );
    const ms = (value: number) => `${value.toFixed(1).padStart(8)} ms`;
    console.log(
      `${name.padEnd(38)} ours ${ms(result.ours.median)} (worst ${ms(result.ours.worst)})  bare ${ms(result.bare.median)}` +
        `  ratio ${result.ratio.toFixed(2)}  ${result.extra >= 0 ? '+' : ''}${result.extra.toFixed(1)} ms`,
    );
  }
  await app.close();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
}

for (const [nodeCount, relationshipCount] of SIZES) await benchGraph(nodeCount, relationshipCount);
