import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articleGraph } from '../fixtures/article-graph.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { openPage, placeOf, waitForDrawing, waitForGraph } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();
const REST = /\/assets\/furnishing-.*\.js$/;
const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/** Keeps what fits the address on its way until the returned function is called. */
async function hold(page: Page, address: RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

const findButton = (page: Page) =>
  page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Find' });

async function boxOfCanvas(page: Page) {
  return page.locator('[data-canvas]').boundingBox();
}

describeOnEmbedded('the graph, before the rest of the page', articleGraph, (engine) => {
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());

  it.skipIf(browser === undefined).each(SCREENS)(
    'is drawn where it stays when the rest comes, at $width pixels',
    async (screen) => {
      if (browser === undefined) throw new Error('no browser');
      const { page, errors, close } = await openPage(browser, 'about:blank', screen);
      const release = await hold(page, REST);
      await page.goto(app.address);
      await waitForDrawing(page);
      const before = { box: await boxOfCanvas(page), japan: await placeOf(page, 'japan') };
      expect(await findButton(page).count()).toBe(0);
      release();
      await findButton(page).waitFor();
      await page.getByRole('button', { name: 'Zoom in' }).waitFor();
      await page.getByText(/^\d+ nodes, \d+ links$/).waitFor();
      expect({ box: await boxOfCanvas(page), japan: await placeOf(page, 'japan') }).toEqual(before);
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)('is not waited for where it takes long', async () => {
    if (browser === undefined) throw new Error('no browser');
    const { page, errors, close } = await openPage(browser, 'about:blank');
    const release = await hold(page, /\/api\/graph\/parts/);
    await page.goto(app.address);
    await findButton(page).click();
    await page.getByRole('heading', { name: 'Loading the graph' }).waitFor();
    release();
    await waitForGraph(page);
    expect(errors).toEqual([]);
    await close();
  });

  it.skipIf(browser === undefined)('is missed in plain words where its script does not come', async () => {
    if (browser === undefined) throw new Error('no browser');
    const { page, close } = await openPage(browser, 'about:blank');
    await page.route(/\/assets\/graph-.*\.js$/, (route) => route.abort());
    await page.goto(app.address);
    const words = await page.getByRole('alert').textContent();
    expect(words).toMatch(/^The server did not answer, or is newer than this page\. .*reload the page/);
    await close();
  });

  it.skipIf(browser === undefined)(
    'is asked for once, before the script that draws it is there',
    async () => {
      if (browser === undefined) throw new Error('no browser');
      const { page, errors, close } = await openPage(browser, 'about:blank');
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const release = await hold(page, /\/assets\/graph-.*\.js$/);
      const isAsked = page.waitForRequest(/\/api\/graph\/parts/);
      await page.goto(app.address, { waitUntil: 'commit' });
      await isAsked;
      release();
      await waitForGraph(page);
      await findButton(page).waitFor();
      for (const path of ['/api/health', '/api/graph/parts']) {
        expect(asked.filter((each) => each === path)).toEqual([path]);
      }
      expect(errors).toEqual([]);
      await close();
    },
  );
});

describeOnEmbedded(
  'a graph that is arranged while it is shown',
  randomGraph(randomNumbers(5), 900, 1500),
  (engine) => {
    let app: ServedApp;
    beforeAll(async () => {
      app = await serveApp(engine.database, {}, CLIENT);
    });
    afterAll(() => app.close());

    it.skipIf(browser === undefined)(
      'is whole on the screen when its nodes have glided to their places',
      async () => {
        if (browser === undefined) throw new Error('no browser');
        const { page, errors, close } = await openPage(browser, 'about:blank');
        await page.emulateMedia({ reducedMotion: 'no-preference' });
        await page.goto(app.address);
        await page.getByText('The layout is done.').waitFor({ state: 'attached', timeout: 30_000 });
        const beyond = () =>
          page.evaluate(() => {
            const drawing = window.__throughline?.stage;
            const { width = 0, height = 0 } =
              document.querySelector('[data-canvas]')?.getBoundingClientRect() ?? {};
            return drawing?.scene().nodes.filter(({ id }) => {
              const at = drawing.nodeOnScreen(id);
              return !at || at.x < 0 || at.y < 0 || at.x > width || at.y > height;
            }).length;
          });
        await expect.poll(beyond, { timeout: 10_000 }).toBe(0);
        expect(errors).toEqual([]);
        await close();
      },
    );
  },
);

afterAll(() => browser?.close());
