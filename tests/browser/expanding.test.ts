import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GraphRecords } from '../../server/database/graph-database.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEngines } from '../fixtures/engines.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { openGraph } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();
const LEAVES = 450;
const star: GraphRecords = {
  nodes: Array.from({ length: LEAVES + 1 }, (_, i) => {
    const id = i === 0 ? 'hub' : `leaf${i}`;
    return { id, labels: ['Entity', 'Place'], properties: { id, name: i === 0 ? 'Hub' : `Leaf ${i}` } };
  }),
  relationships: Array.from({ length: LEAVES }, (_, i) => ({
    id: `r${i}`,
    type: 'NEAR, or at',
    source: 'hub',
    target: `leaf${i + 1}`,
    properties: { id: `r${i}` },
  })),
};

describeOnEngines('expanding in a browser', star, (engine) => {
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());

  it.skipIf(browser === undefined)(
    'adds the next links of a node each time, none of them twice, placed off the main thread',
    async () => {
      const { page, errors, close } = await openGraph(browser, app.address);
      await page.getByRole('button', { name: 'Views', exact: true }).click();
      await page.getByRole('button', { name: 'Clear the canvas' }).click();
      const search = page.getByRole('combobox', { name: 'Find in the graph' });
      await search.fill('hub');
      await page.getByRole('option', { name: /Hub/ }).first().click();
      const sum = () => page.getByText(/^\d+ nodes?, \d+ links?$/).textContent();
      await expect.poll(sum, { timeout: 10_000 }).toBe('1 node, 0 links');
      const workers: string[] = [];
      page.on('worker', (worker) => workers.push(worker.url()));
      for (const leaves of [200, 400, LEAVES]) {
        await page.getByRole('button', { name: 'Add the next 200 links' }).click();
        await expect.poll(sum, { timeout: 10_000 }).toBe(`${leaves + 1} nodes, ${leaves} links`);
      }
      expect(workers).toEqual(Array(3).fill(expect.stringContaining('layout-worker')));
      await page.getByRole('button', { name: /^Undo/ }).click();
      await expect.poll(sum, { timeout: 10_000 }).toBe('401 nodes, 400 links');
      await page.getByRole('button', { name: `Add ${LEAVES} "near, or at" to the canvas` }).click();
      await expect.poll(sum, { timeout: 10_000 }).toBe(`${LEAVES + 1} nodes, ${LEAVES} links`);
      expect(errors).toEqual([]);
      await close();
    },
  );
});

afterAll(() => browser?.close());
