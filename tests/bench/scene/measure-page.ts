import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { observeFrames } from './observe-frames.ts';

export const VIEWPORT = { width: 1280, height: 800 };
const PHASE_MS = 3000;
const READY_MS = 90_000;
/** What a page does in the first seconds after it is loaded, such as keeping what it shows, is no part of a pan. */
const LATE_WORK_MS = 4000;
/** Frames whose work is told, and the rest that tells what a tick costs in which nothing is drawn. */
const STEPS = 16;
const REST_MS = 2000;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Milliseconds, but for `heap` and `script`: megabytes, and kilobytes as the page got them. */
export interface Measures {
  firstFull: number;
  panFrame: number;
  panCpu: number;
  zoomFrame: number;
  hover: number;
  heap: number;
  script: number;
  /** The longest task of the main thread until all was drawn, and while panning. */
  longest: number;
  panLongest: number;
}

/** The interval in which a random moment falls: a burst of quick ticks after a stall is no quick median. */
export function timeWeightedMedian(intervals: readonly number[]): number {
  const sorted = [...intervals].sort((a, b) => a - b);
  const half = sorted.reduce((sum, each) => sum + each, 0) / 2;
  let sum = 0;
  for (const each of sorted) {
    sum += each;
    if (sum >= half) return each;
  }
  return Number.NaN;
}

function gaps(times: readonly number[]): number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
}

async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((each) => each.name === name)?.value ?? Number.NaN;
}

/** A layer for the pointer alone is no drawn scene. */
function leastOfScene(nodeCount: number): number {
  return Math.max(10, nodeCount * 0.5);
}

/**
 * Milliseconds of the main thread for a frame with one move of the mouse, and the next move as soon as that frame was
 * asked for: a page that waits for the graphics card gets no fewer moves than one that does not. Less what as many ticks
 * cost while nothing moves.
 */
async function cpuAFrame(
  page: Page,
  cdp: CDPSession,
  nodeCount: number,
  move: (share: number) => Promise<unknown>,
): Promise<number> {
  const spentIn = async (act: () => Promise<void>) => {
    await page.evaluate(() => window.__frames.start());
    const before = await metric(cdp, 'TaskDuration');
    await act();
    const cpu = ((await metric(cdp, 'TaskDuration')) - before) * 1000;
    return { cpu, ticks: await page.evaluate(() => window.__frames.stop().frames.length) };
  };
  const panned = await spentIn(async () => {
    for (let step = 1; step <= STEPS; step++) {
      const drawn = page.evaluate((items) => window.__frames.nextScene(items), leastOfScene(nodeCount));
      await move(step / STEPS);
      await drawn;
    }
  });
  await wait(REST_MS);
  const resting = await spentIn(() => wait(REST_MS));
  return (panned.cpu - (resting.cpu / Math.max(resting.ticks, 1)) * panned.ticks) / STEPS;
}

/** Moves the real mouse for a while; where it is depends on the clock, so a slow page gets no longer script. */
async function phase(
  page: Page,
  { ms, every, nodeCount }: { ms: number; every: number; nodeCount: number },
  move: (share: number) => Promise<unknown>,
) {
  await page.evaluate(() => window.__frames.start());
  const start = performance.now();
  for (let now = start; now - start < ms; now = performance.now()) {
    await move((now - start) / ms);
    const rest = every - (performance.now() - now);
    if (rest > 1) await wait(rest);
  }
  const { frames, from, to, longTasks } = await page.evaluate(() => window.__frames.stop());
  const scenes = frames.filter(([, items]) => items >= leastOfScene(nodeCount)).map(([at]) => at);
  return {
    drawn: timeWeightedMedian(gaps([from, ...scenes, to])),
    ticks: timeWeightedMedian(gaps([from, ...frames.map(([at]) => at), to])),
    longTasks,
  };
}

/** What the page keeps of a user who wanted all of a large graph drawn; on another page it means nothing. */
async function drawAllItem(page: string): Promise<readonly [string, string]> {
  const answer = await fetch(new URL('/api/health', page));
  const { address = '' } = answer.ok ? await answer.json() : {};
  const state = { choices: { [address]: { choice: { kind: 'all' }, nodes: 1e6 } } };
  return ['throughline-draw', JSON.stringify({ state, version: 1 })];
}

function keepItem([name, value]: readonly [string, string]): void {
  localStorage.setItem(name, value);
}

export interface Subject {
  name: string;
  address: string;
  /** The drawing area that gets the mouse. */
  stage: string;
}

/** Opens the page in a fresh browser profile, waits for the first full frame, and pans, zooms and points. */
export async function measurePage(
  browser: Browser,
  { address, stage }: Subject,
  { nodes, edges }: { nodes: number; edges: number },
): Promise<{ measures: Measures; box: Box }> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    // The compiler of these files names functions by a global that a page does not have.
    await context.addInitScript({ content: 'globalThis.__name ??= (named) => named;' });
    await context.addInitScript(observeFrames, nodes + edges);
    await context.addInitScript(keepItem, await drawAllItem(address));
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.__frames?.firstFull != null, undefined, { timeout: READY_MS });
    const { firstFull, longest } = await page.evaluate(() => ({
      firstFull: window.__frames.firstFull ?? Number.NaN,
      longest: window.__frames.stop().longTasks,
    }));
    // A layout that goes on, and the picture that follows from it, belong to what was asked for.
    await page.waitForFunction(
      () => {
        const now = performance.now();
        if (document.querySelector('[data-working]')) window.__frames.lastDraw = now;
        return now - window.__frames.lastDraw > 1500;
      },
      undefined,
      { timeout: READY_MS },
    );
    const script = await page.evaluate(
      () =>
        performance
          .getEntriesByType('resource')
          .filter((entry) => entry instanceof PerformanceResourceTiming && /\.m?js(\?|$)/.test(entry.name))
          .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0) / 1000,
    );
    const box = await page.locator(stage).first().boundingBox();
    if (!box) throw new Error(`no stage at ${address}`);
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
    await wait(LATE_WORK_MS);
    await page.mouse.move(...at(0.06, 0.1));
    await page.mouse.down();
    /** Forth and back, so many times. */
    const along = (share: number, times: number) => {
      const way = 0.35 * ((1 - Math.cos(share * times * 2 * Math.PI)) / 2);
      return page.mouse.move(...at(0.06 + way, 0.1 + way));
    };
    const pan = await phase(page, { ms: PHASE_MS, every: 16, nodeCount: nodes }, (share) => along(share, 2));
    const panCpu = await cpuAFrame(page, cdp, nodes, (share) => along(share, 1));
    await page.mouse.up();
    await wait(400);
    await page.mouse.move(...at(0.5, 0.5));
    let notch = 0;
    const zoom = await phase(page, { ms: PHASE_MS, every: 100, nodeCount: nodes }, () =>
      page.mouse.wheel(0, notch++ % 6 < 3 ? -100 : 100),
    );
    await wait(400);
    const hover = await phase(page, { ms: PHASE_MS / 2, every: 16, nodeCount: nodes }, (share) =>
      page.mouse.move(
        ...at(0.5 + 0.3 * share * Math.cos(share * 25), 0.5 + 0.3 * share * Math.sin(share * 25)),
      ),
    );
    await cdp.send('HeapProfiler.collectGarbage');
    const heap = (await metric(cdp, 'JSHeapUsedSize')) / 1e6;
    return {
      box,
      measures: {
        firstFull,
        panFrame: pan.drawn,
        panCpu,
        zoomFrame: zoom.drawn,
        hover: hover.ticks,
        heap,
        script,
        longest,
        panLongest: pan.longTasks,
      },
    };
  } finally {
    await context.close();
  }
}
