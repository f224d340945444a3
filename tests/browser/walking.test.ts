import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articleGraph } from '../fixtures/article-graph.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { objections } from './objections.ts';
import { openGraph, placeOf } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();

const said = (page: Page) => page.locator('[aria-live="polite"]').textContent();

describeOnEmbedded('walking the graph by keyboard', articleGraph, (engine) => {
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());

  const open = async () => {
    const opened = await openGraph(browser, app.address);
    await opened.page.getByRole('button', { name: 'Skip to the graph' }).press('Enter');
    return opened;
  };
  const heading = (page: Page) => page.locator('aside article h2').textContent();

  it.skipIf(browser === undefined)(
    'goes from neighbour to neighbour, says where one is and by which link, and goes back',
    async () => {
      const { page, errors, close } = await open();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('application');
      await page.keyboard.press('Home');
      await expect.poll(() => heading(page)).toBe('Japan');
      await expect.poll(() => said(page)).toMatch(/^Japan, country, \d+ links; \d+ shown$/);

      await page.keyboard.press('ArrowRight');
      await expect.poll(() => heading(page)).not.toBe('Japan');
      const first = (await heading(page)) ?? '';
      // What is said names the node, its kind and its links, and then the sentence of the link walked along.
      await expect.poll(() => said(page)).toMatch(/, \d+ links?; \d+ shown\. .*Japan/);
      expect((await said(page))?.startsWith(first)).toBe(true);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('application');

      await page.keyboard.press('PageDown');
      await expect.poll(() => heading(page)).not.toBe(first);
      const second = await heading(page);
      expect(second).not.toBe('Japan');
      await page.keyboard.press('PageUp');
      await expect.poll(() => heading(page)).toBe(first);
      await page.keyboard.press('Backspace');
      await expect.poll(() => heading(page)).toBe('Japan');
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'opens the details, gives the focus back by Escape, and still moves the view with Shift',
    async () => {
      const { page, errors, close } = await open();
      await page.keyboard.press('Home');
      await expect.poll(() => heading(page)).toBe('Japan');
      await page.keyboard.press('Enter');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest('aside') !== null))
        .toBe(true);
      await page.keyboard.press('Escape');
      await page.locator('aside').waitFor({ state: 'detached' });
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName !== 'BODY')).toBe(true);

      await page.getByRole('application').focus();
      const before = await placeOf(page, 'japan');
      await page.keyboard.press('Shift+ArrowRight');
      await expect.poll(async () => (await placeOf(page, 'japan')).x).toBeLessThan(before.x - 20);
      expect(await objections(page)).toEqual([]);
      expect(errors).toEqual([]);
      await close();
    },
  );
});
