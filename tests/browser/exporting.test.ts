import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exchangeFileSchema } from '../../server/contract/exports.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { treatyGraph } from '../fixtures/treaty-graph.ts';
import { objections } from './objections.ts';
import { openGraph, placeOf, type Screen } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();

describeOnEmbedded('exporting', treatyGraph, (engine) => {
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());

  const open = (screen?: Screen) => openGraph(browser, app.address, screen);
  const saved = async (page: Page) => {
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const file = await started;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  it.skipIf(browser === undefined)(
    'saves what is selected, by keyboard, after telling what the file keeps',
    async () => {
      const { page, errors, close } = await open();
      const { x, y } = await placeOf(page, 'japan');
      await page.mouse.click(x, y);
      await page.getByRole('heading', { name: 'Japan', exact: true }).waitFor();
      await page.keyboard.press('Control+Shift+E');
      const dialog = page.getByRole('dialog', { name: 'Save the graph as a file' });
      await dialog.getByText('Everything, with its types.').waitFor();
      expect(await objections(page)).toEqual([]);
      await dialog.getByRole('radio', { name: /^CSV for Neo4j/ }).press('Space');
      await dialog.getByText('Not in the file:').waitFor();
      await dialog.getByRole('radio', { name: /^What is selected/ }).press('Space');
      await dialog.getByText('1 node, 0 links').waitFor();
      await dialog.getByRole('radio', { name: /^JSON/ }).press('Space');
      const { name, text } = await saved(page);
      expect(name).toMatch(/\.json$/);
      const { data, view } = exchangeFileSchema.parse(JSON.parse(text));
      expect(data.nodes.map(({ id }) => id)).toEqual(['japan']);
      expect(view?.nodes[0]).toMatchObject({ id: 'japan', colour: expect.stringMatching(/^#/) });
      await dialog.waitFor({ state: 'detached' });
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)('saves the whole graph, hidden links too, on a phone', async () => {
    const { page, errors, close } = await open({ width: 390, height: 844, colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Graph as a file…' }).click();
    await page.getByRole('radio', { name: /^The whole graph/ }).check();
    await page.getByRole('radio', { name: /^GEXF/ }).check();
    await page.getByText('8 nodes, 10 links').waitFor();
    await page.getByText('8 nodes have several labels').waitFor();
    expect(await objections(page)).toEqual([]);
    const { text } = await saved(page);
    expect(text.match(/<edge /g)).toHaveLength(10);
    expect(text).toContain('start="2023-01-01" end="2023-01-31"');
    expect(text).toContain('<viz:position ');
    expect(errors).toEqual([]);
    await close();
  });

  it.skipIf(browser === undefined)('can be stopped while the file is written, and begun again', async () => {
    const { page, errors, close } = await open();
    let held = 0;
    await page.route('**/api/exports', async (route) => {
      held += 1;
      if (held > 1) await route.continue();
    });
    await page.keyboard.press('Control+Shift+E');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Writing the file…').waitFor();
    await page.getByRole('button', { name: 'Stop saving' }).click();
    await page.getByText('Stopped. Nothing was saved.').waitFor();
    expect((await saved(page)).text).toContain('throughline-graph');
    expect(errors).toEqual([]);
    await close();
  });
});

afterAll(() => browser?.close());
