import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '../../server/database/open-database.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { startProxy } from '../fixtures/cuttable-proxy.ts';
import { describeOnNeo4j } from '../fixtures/engines.ts';
import { serveApp } from '../fixtures/served-app.ts';
import { treatyGraph } from '../fixtures/treaty-graph.ts';
import { openPage, waitForGraph } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();
afterAll(() => browser?.close());

describeOnNeo4j('a page while Neo4j is away', treatyGraph, (engine) => {
  it.skipIf(browser === undefined)(
    'says so in plain words, and draws the graph by itself when it comes',
    async () => {
      const neo4j = engine.settings.neo4j;
      if (browser === undefined || neo4j === undefined) throw new Error('nothing to test with');
      const { hostname, port } = new URL(neo4j.uri);
      const proxy = await startProxy(hostname, Number(port));
      await proxy.cut();
      const uri = `bolt://127.0.0.1:${proxy.port}`;
      const database = openDatabase({ ...engine.settings, neo4j: { ...neo4j, uri } });
      const app = await serveApp(database, {}, CLIENT);
      const { page, close } = await openPage(browser, app.address);

      const banner = page.getByRole('alert').filter({ hasText: uri });
      await banner.waitFor();
      expect(await banner.textContent()).toMatch(/does not answer.*Trying/s);
      expect(await page.locator('body').textContent()).not.toMatch(
        /ServiceUnavailable|ECONNREFUSED|\.ts:|\.js:/,
      );

      await proxy.restore();
      await waitForGraph(page);
      await page.getByText('8 nodes, 9 links').waitFor();
      await banner.waitFor({ state: 'detached' });

      await proxy.cut();
      await page.getByRole('combobox', { name: 'Find in the graph' }).fill('japan');
      await banner.waitFor({ timeout: 60_000 });
      await page.getByText('8 nodes, 9 links').waitFor();
      await close();
      await app.close();
      await database.close();
    },
    120_000,
  );
});
