import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DRAW_BUDGET } from '../../client/workspace/draw-budget.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEngines } from '../fixtures/engines.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { countDraws, drawsOf } from './counted-draws.ts';
import { objections } from './objections.ts';
import { openPage, placeOf, waitForGraph } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();
const NODES = DRAW_BUDGET.nodes + 200;
const graph = randomGraph(randomNumbers(3), NODES, 4000);
const drawnWords = (page: Page) => page.getByText(/^[\d,]+ nodes?, [\d,]+ links?$/).textContent();

/** Lets layouts begin and never end, however fast the machine is. */
async function holdLayouts(route: Route): Promise<void> {
  const response = await route.fetch();
  const hold = `{ const post = self.postMessage; self.postMessage = (m) => 'positions' in m || post(m); }`;
  await route.fulfill({ response, body: `${hold}\n${await response.text()}` });
}

describeOnEngines('a graph beyond what is drawn without asking', graph, (engine) => {
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());

  it.skipIf(browser === undefined)(
    'is asked about, drawn as chosen, and chosen anew under Views, which is undone',
    async () => {
      if (browser === undefined) throw new Error('no browser');
      const { page, errors, close } = await openPage(browser, app.address);
      await page.getByRole('heading', { name: 'How much shall be drawn?' }).waitFor();
      await page.getByText('This graph has 3,200 nodes and 4,000 links.').waitFor();
      await page.getByLabel('How many nodes').fill('300');
      await page.getByRole('button', { name: 'Draw', exact: true }).click();
      await waitForGraph(page);
      await expect.poll(() => drawnWords(page), { timeout: 20_000 }).toMatch(/^300 nodes, /);

      const countries = graph.nodes.filter(({ labels }) => labels.includes('Country')).length;
      const places = () =>
        page.evaluate(() => {
          const drawing = window.__throughline?.stage;
          return drawing?.scene().nodes.map(({ id, x, y }) => ({ id, x, y, at: drawing.nodeOnScreen(id) }));
        });
      const before = await places();
      await page.getByRole('button', { name: 'Views', exact: true }).click();
      for (const drawn of [900, countries]) {
        await page.getByRole('button', { name: 'Choose how much is drawn' }).click();
        if (drawn === 900) await page.getByLabel('How many nodes').fill('900');
        else {
          await page.getByLabel('Only some kinds').check();
          await page.getByLabel(/^Country/).check();
        }
        await page.getByRole('button', { name: 'Draw', exact: true }).click();
        const words = new RegExp(`^${drawn.toLocaleString('en-GB')} nodes, `);
        await expect.poll(() => drawnWords(page), { timeout: 30_000 }).toMatch(words);
        // The arrangement of a large one comes later, and belongs to the same step; so does the move of the camera.
        if (drawn === 900)
          await page.getByText('The layout is done.').waitFor({ state: 'attached', timeout: 30_000 });
        await page.getByText(/^Laying out/).waitFor({ state: 'detached' });
        const undo = page.getByRole('button', { name: /^Undo/ }).first();
        expect(await undo.getAttribute('aria-label')).toBe('Undo: Start anew');
        await undo.click();
        await expect.poll(places).toEqual(before);
        expect(await page.getByRole('button', { name: 'Nothing to undo' }).isVisible()).toBe(true);
      }
      expect(errors).toEqual([]);
      await close();
    },
    90_000,
  );

  it.skipIf(browser === undefined)(
    'lets all its links stand out together, a part at a time, and not once the choice is taken back',
    async () => {
      if (browser === undefined) throw new Error('no browser');
      const { page, errors, close } = await openPage(browser, app.address, undefined, countDraws);
      await page.getByLabel(/^All 3,200 nodes/).check();
      await page.getByRole('button', { name: 'Draw', exact: true }).click();
      await waitForGraph(page);
      await page.getByText('The layout is done.').waitFor({ state: 'attached', timeout: 60_000 });
      await page.getByRole('button', { name: 'Links', exact: true }).click();
      const grid = page.getByRole('grid', { name: 'Table of links' });
      await grid.getByRole('gridcell').nth(1).click();
      await page.keyboard.press('Space');
      await page.keyboard.press('Control+Shift+End');
      await page.getByRole('button', { name: /^Copy [34],/ }).waitFor();
      const above = () => drawsOf(page, 'sigma-hoverNodes');
      const opacity = () =>
        page.locator('.sigma-edges').evaluate((canvas) => Number(getComputedStyle(canvas).opacity));
      await expect.poll(above, { timeout: 20_000 }).toBeGreaterThan(0);
      await expect.poll(opacity).toBeLessThan(1);
      // Taken back while the parts are still being read, nothing stands out afterwards.
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Clear', exact: true }).click();
      await expect.poll(opacity).toBe(1);
      await page.mouse.move(2, 2);
      const before = await above();
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
      expect(await above()).toBe(before);
      expect(errors).toEqual([]);
      await close();
    },
    120_000,
  );

  it.skipIf(browser === undefined)('says so where the page itself cannot be drawn', async () => {
    if (browser === undefined) throw new Error('no browser');
    const { page, close } = await openPage(browser, app.address);
    const question = page.getByRole('heading', { name: 'How much shall be drawn?' });
    await question.waitFor();
    await page.route(/AskBudget[^/]*\.js$/, (route) => route.abort());
    await page.reload();
    await page.getByRole('alert').getByText('This page stopped working').waitFor();
    expect(await objections(page)).toEqual([]);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await question.waitFor();
    await close();
  });

  it.skipIf(browser === undefined)(
    'can be laid out and the layout cancelled: everything stays where it is, and what was moved meanwhile can be undone',
    async () => {
      if (browser === undefined) throw new Error('no browser');
      const { page, errors, close } = await openPage(browser, app.address, undefined, (opening) =>
        opening.route(/layout-worker/, holdLayouts),
      );
      await page.getByLabel(/^All 3,200 nodes/).check();
      await page.getByRole('button', { name: 'Draw', exact: true }).click();
      await waitForGraph(page);
      const bar = page.getByText(/^Laying out 3,200 nodes/);
      const cancel = page.getByRole('main').getByRole('button', { name: 'Cancel', exact: true });
      const undo = page.getByRole('button', { name: /^(Undo|Nothing to undo)/ }).first();
      const someNodes = graph.nodes.slice(0, 50).map(({ id }) => id);
      const places = () =>
        page.evaluate((ids) => ids.map((id) => window.__throughline?.stage?.nodeOnScreen(id)), someNodes);

      // What the page begins with is being arranged.
      await bar.waitFor();
      await cancel.click();
      await bar.waitFor({ state: 'detached' });
      await page.getByText('Layout cancelled. Nothing was moved.').waitFor({ state: 'attached' });
      const before = await places();
      expect(await undo.isDisabled()).toBe(true);

      await page.getByRole('button', { name: 'Views', exact: true }).click();
      for (const end of ['the button', 'Esc'] as const) {
        await page.getByRole('button', { name: /^By links/ }).click();
        await bar.waitFor();
        if (end === 'Esc') await page.keyboard.press('Escape');
        else await cancel.click();
        await bar.waitFor({ state: 'detached' });
        expect(await places()).toEqual(before);
        expect(await undo.isDisabled()).toBe(true);
      }

      // A node that is dragged while the layout runs stays where it was dropped, and that is the step to undo.
      await page.getByRole('button', { name: /^By links/ }).click();
      await bar.waitFor();
      const [id = ''] = someNodes;
      const from = await placeOf(page, id);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + 40, from.y + 30, { steps: 4 });
      await page.mouse.up();
      expect(await bar.isVisible()).toBe(true);
      await cancel.click();
      await bar.waitFor({ state: 'detached' });
      const moved = await placeOf(page, id);
      expect(Math.hypot(moved.x - from.x - 40, moved.y - from.y - 30)).toBeLessThan(3);
      await page.getByRole('button', { name: /^Undo: Move / }).click();
      await expect.poll(places).toEqual(before);
      expect(await undo.isDisabled()).toBe(true);
      expect(errors).toEqual([]);
      await close();
    },
    90_000,
  );
});

afterAll(() => browser?.close());
