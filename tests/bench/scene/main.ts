import { startChromium } from '../../fixtures/chromium.ts';
import { timingOf } from '../time-pairs.ts';
import { type Box, type Measures, measurePage } from './measure-page.ts';
import { seededGraph } from './seeded-graph.ts';
import { startBare, startOurs } from './start-subjects.ts';

/**
 * The whole page on a real server beside a page with nothing but sigma: the same seeded graph, a canvas of the same
 * size, the same mouse, in turn, each in a fresh browser. Build first; nothing else should run on the machine.
 *
 *     npm run bench -- scene [1k,10k,20k] [runs]
 */
const SIZES = new Map([
  ['1k', [1_000, 3_000]],
  ['10k', [10_000, 50_000]],
  ['20k', [20_000, 100_000]],
] as const);
const COLUMNS: readonly [name: keyof Measures, heading: string, unit: string, atMost?: number][] = [
  ['firstFull', 'first full frame', 'ms', 1.3],
  ['panFrame', 'pan frame', 'ms', 1.15],
  ['panCpu', 'CPU a panned frame', 'ms', 1.2],
  ['zoomFrame', 'zoom frame', 'ms'],
  ['hover', 'hover', 'ms', 1.3],
  ['heap', 'heap', 'MB', 2.5],
  ['script', 'script', 'kB'],
  ['longest', 'longest task, loading', 'ms'],
  ['panLongest', 'longest task, panning', 'ms'],
];

function median(runs: readonly Measures[], name: keyof Measures): number {
  return timingOf(runs.map((run) => run[name])).median;
}

async function measureOnce(address: string, stage: string, size: readonly [number, number]) {
  const browser = await startChromium();
  if (!browser) throw new Error('The bench needs Chromium.');
  try {
    return await measurePage(browser, { name: address, address, stage }, { nodes: size[0], edges: size[1] });
  } finally {
    await browser.close();
  }
}

async function benchGraph(size: readonly [number, number], runs: number): Promise<void> {
  const graph = seededGraph(...size);
  const ours = await startOurs(graph);
  const bare = await startBare(graph);
  const results = { ours: [] as Measures[], bare: [] as Measures[] };
  try {
    let box: Box | undefined;
    for (let run = 0; run < runs; run++) {
      const our = await measureOnce(ours.address, '.sigma-mouse', size);
      box ??= our.box;
      const { x, y, width, height } = box;
      const place = `box=${x},${y},${width},${height}`;
      const limit = await measureOnce(`${bare.address}/?graph=/graph.json&${place}`, '.sigma-mouse', size);
      results.ours.push(our.measures);
      results.bare.push(limit.measures);
    }
    console.log(
      `\n${size[0]} nodes, ${size[1]} links; canvas ${box?.width} x ${box?.height}; ${runs} runs, medians`,
    );
    for (const [name, heading, unit, atMost] of COLUMNS) {
      const [mine, theirs] = [median(results.ours, name), median(results.bare, name)];
      const ratio = mine / theirs;
      const judged = atMost === undefined ? '' : ` of ${atMost.toFixed(2)}${ratio <= atMost ? '' : '  OVER'}`;
      const value = (number: number) => number.toFixed(number < 100 ? 1 : 0).padStart(8);
      console.log(
        `${heading.padEnd(24)} ours ${value(mine)} ${unit}  bare ${value(theirs)} ${unit}  ratio ${ratio.toFixed(2).padStart(5)}${judged}`,
      );
    }
  } finally {
    await ours.stop();
    await bare.stop();
  }
}

const [, , , sizes = [...SIZES.keys()].join(','), runs = '3'] = process.argv;
for (const name of sizes.split(',')) {
  const size = [...SIZES].find(([known]) => known === name)?.[1];
  if (!size) throw new Error(`No size ${name}: use ${[...SIZES.keys()].join(', ')}`);
  await benchGraph(size, Number(runs));
}
process.exit(0);
