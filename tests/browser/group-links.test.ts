import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articleGraph } from '../fixtures/article-graph.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { openPage, waitForGraph } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();

describeOnEmbedded('links to questions about several nodes', articleGraph, (engine) => {
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());

  it.skipIf(browser === undefined)('ask again what was asked, and stay as they are', async () => {
    if (browser === undefined) throw new Error('no browser');
    for (const [hash, answer] of [
      [
        '#ask=connect&of=japan&of=uk&of=nato&background=yes',
        '4 nodes, 3 links. Nothing smaller connects them.',
      ],
      ['#ask=compare&of=japan&of=uk', /^Only Japan: \d+$/],
      ['#ask=around&of=nato&within=2', /^(\d+ nodes? came to the canvas|All of them are on the canvas)/],
    ] as const) {
      const { page, errors, close } = await openPage(browser, app.address + hash);
      await waitForGraph(page);
      await page.getByText(answer).first().waitFor({ timeout: 45_000 });
      await expect.poll(() => page.evaluate(() => window.location.hash)).toBe(hash);
      expect(errors).toEqual([]);
      await close();
    }
  });
});
