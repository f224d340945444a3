import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articleGraph } from '../fixtures/article-graph.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { openPage, placeOf, waitForGraph } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();

/** How often each of the drawing's layers was drawn, by its class. */
type Draws = Record<string, number>;

/** Runs in the page before its scripts. */
function countDraws(): void {
  const draws: Draws = {};
  Object.assign(window, { draws });
  const proto = WebGL2RenderingContext.prototype;
  const { drawArraysInstanced } = proto;
  proto.drawArraysInstanced = function (...call) {
    const layer = this.canvas instanceof HTMLCanvasElement ? this.canvas.className : '';
    if (call[3] > 0) draws[layer] = (draws[layer] ?? 0) + 1;
    drawArraysInstanced.apply(this, call);
  };
}

const drawsOf = async (page: Page, layer: string) =>
  page.evaluate((name) => (Reflect.get(window, 'draws') as Draws)[name] ?? 0, layer);

describeOnEmbedded('drawing no more than is needed', articleGraph, (engine) => {
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());

  const open = async () => {
    if (browser === undefined) throw new Error('no browser');
    const opened = await openPage(browser, 'about:blank');
    await opened.page.addInitScript(countDraws);
    await opened.page.goto(app.address);
    await waitForGraph(opened.page);
    await opened.page.waitForTimeout(1500);
    return opened;
  };

  it.skipIf(browser === undefined)('draws the first graph once, with the panels around it', async () => {
    const { page, errors, close } = await open();
    expect(await drawsOf(page, 'sigma-nodes')).toBe(1);
    expect(errors).toEqual([]);
    await close();
  });

  it.skipIf(browser === undefined)(
    'lets stand out where the pointer rests, without drawing the rest again',
    async () => {
      const { page, errors, close } = await open();
      const whole = await drawsOf(page, 'sigma-nodes');
      expect(await drawsOf(page, 'sigma-hoverNodes')).toBe(0);
      const { x, y } = await placeOf(page, 'japan');
      await page.mouse.move(x, y);
      await expect.poll(() => drawsOf(page, 'sigma-hoverNodes')).toBeGreaterThan(0);
      expect(await drawsOf(page, 'sigma-nodes')).toBe(whole);
      expect(errors).toEqual([]);
      await close();
    },
  );
});

afterAll(() => browser?.close());
