import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articleGraph } from '../fixtures/article-graph.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { objections } from './objections.ts';
import { openGraph } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();
afterAll(() => browser?.close());

/** Pixels of a row, with what is between two. */
const ROW = 28;

describeOnEmbedded('the legend in a browser', articleGraph, (engine) => {
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());

  it.skipIf(browser === undefined)(
    'leaves the canvas its room where much is to be told, and tells all of it on demand',
    async () => {
      const { page, errors, close } = await openGraph(browser, app.address, { width: 800, height: 900 });
      const legend = page.getByRole('region', { name: 'Legend' });
      await legend.getByRole('button', { name: 'Colours' }).click();
      await page.getByRole('radio', { name: /^Communities/ }).check();
      const groups = legend.getByRole('list', { name: 'Communities' });
      await groups.getByRole('button', { name: /^Around Japan/ }).waitFor();
      const height = async () => (await legend.boundingBox())?.height ?? Infinity;
      await expect.poll(height).toBeLessThan(6.5 * ROW);

      // What is folded is neither seen nor reached by keys; unfolded it filters as the others do.
      const kinds = legend.getByRole('list', { name: 'Kinds' });
      const concept = kinds.getByRole('button', { name: /^Concept/ });
      expect(await concept.count()).toBe(0);
      const fold = kinds.getByRole('button', { name: /^\d+ more$/ });
      await kinds.getByRole('button', { name: /^Institution/ }).focus();
      await page.keyboard.press('Tab');
      expect(await fold.evaluate((button) => button === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      await concept.waitFor();
      const fewer = kinds.getByRole('button', { name: 'Fewer' });
      expect(await fewer.evaluate((button) => button === document.activeElement)).toBe(true);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      expect(await concept.getAttribute('aria-pressed')).toBe('false');
      expect(await objections(page)).toEqual([]);
      await fewer.click();
      expect(await concept.count()).toBe(0);

      // With more room less is folded.
      await page.setViewportSize({ width: 1440, height: 900 });
      await concept.waitFor();
      expect(errors).toEqual([]);
      await close();
    },
  );
});
