import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { ViewStore } from '../../server/shared-views/view-store.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';
import { serveApp } from '../fixtures/served-app.ts';
import { openPage, waitForGraph } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();
afterAll(() => browser?.close());

/** Milliseconds in which a machine without a graphics card lays it out and draws it. */
const SLOW = 120_000;
const LARGE = randomGraph(randomNumbers(3), 1500, 1800);

describeOnEmbedded('sharing a large view', LARGE, (engine) => {
  it.skipIf(browser === undefined)(
    'keeps it on the server, and says so where the server keeps none',
    async () => {
      if (browser === undefined) throw new Error('no browser');
      const folder = await mkdtemp(join(tmpdir(), 'views-'));
      const app = await serveApp(engine.database, {}, CLIENT, new ViewStore(folder, 10_000_000));
      const { page, close } = await openPage(browser, app.address);
      await waitForGraph(page, SLOW);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: 'Copy link' }).click();
      await page
        .getByText('Link copied. It is to a view that this server keeps')
        .first()
        .waitFor({ timeout: 30_000 });
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(new URL(link).hash).toMatch(/^#view=[\w-]{22}$/);
      const legend = await page.getByRole('region', { name: 'Legend' }).textContent();
      await close();
      const other = await openPage(browser, link);
      await waitForGraph(other.page, SLOW);
      expect(await other.page.getByRole('region', { name: 'Legend' }).textContent()).toBe(legend);
      expect(other.errors).toEqual([]);
      await other.close();
      await app.close();
      await rm(folder, { recursive: true, force: true });

      const without = await serveApp(engine.database, {}, CLIENT);
      const refused = await openPage(browser, without.address);
      await waitForGraph(refused.page, SLOW);
      await refused.page.getByRole('button', { name: 'Copy link' }).click();
      await refused.page
        .getByText(/too large for a link\. This server keeps no views.*saved as a file/)
        .first()
        .waitFor({ timeout: 30_000 });
      await refused.close();
      await without.close();
    },
    4 * SLOW,
  );
});
