import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exchangeFileSchema } from '../../server/contract/exports.ts';
import { articleDataset, articleGraph } from '../fixtures/article-graph.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEngines } from '../fixtures/engines.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { clearestLink } from './clearest-link.ts';
import { objections } from './objections.ts';
import { choose, openGraph, placeOf, type Screen } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();

const shownAtFirst = articleGraph.relationships.filter(
  ({ type, properties }) => type !== 'HAS_PASSAGE' && properties.status !== 'background',
);

async function download(page: Page, start: () => Promise<void>): Promise<{ file: Download; bytes: Buffer }> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await start();
  const file = await started;
  return { file, bytes: await readFile(await file.path()) };
}

/** Saves what is on screen by the export dialog. */
function downloadAs(page: Page, format: RegExp): Promise<{ file: Download; bytes: Buffer }> {
  return download(page, async () => {
    await page.getByRole('menuitem', { name: 'Graph as a file…' }).click();
    await page.getByRole('radio', { name: format }).check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
  });
}

describeOnEngines('the first run in a browser', articleGraph, (engine) => {
  let app: ServedApp;
  const open = (screen?: Screen) => openGraph(browser, app.address, screen);
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());

  it.skipIf(browser === undefined)(
    'says what it holds and draws it, with a legend of every kind',
    async () => {
      const { page, errors, close } = await open();
      const { entities, relationships } = articleDataset;
      await page.getByText(`It holds ${entities.length} nodes and ${relationships.length} links.`).waitFor();
      await page
        .getByText(articleDataset.documents[0]?.title ?? '')
        .first()
        .waitFor();
      for (const kind of new Set(entities.map((entity) => entity.kind))) {
        const count = entities.filter((entity) => entity.kind === kind).length;
        await page.getByTitle(`Hide ${kind}`).getByText(`${count}`, { exact: true }).waitFor();
      }
      expect(await placeOf(page, 'japan')).toMatchObject({ x: expect.any(Number) });
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'finds by typing and shows what a node is, expands it, and undoes that',
    async () => {
      const { page, errors, close } = await open();
      const search = page.getByRole('combobox', { name: 'Find in the graph' });
      await page.keyboard.press('/');
      await search.fill('great brit');
      await page
        .getByRole('option', { name: /United Kingdom/ })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'United Kingdom' }).waitFor();
      await page.getByText('Country', { exact: true }).first().waitFor();
      await page
        .getByRole('button', { name: /signed/ })
        .first()
        .waitFor();
      await search.fill('xyzzy');
      await page.getByText('Nothing found for "xyzzy".').waitFor();
      await search.fill('');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Views', exact: true }).click();
      await page.getByRole('button', { name: 'Clear the canvas' }).click();
      await page.getByText('The canvas is clear').waitFor();
      await search.fill('japan');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Japan', exact: true }).waitFor();
      const sum = () => page.getByText(/^\d+ nodes?, \d+ links?$/).textContent();
      await expect.poll(sum).toBe('1 node, 0 links');
      await page.getByRole('button', { name: /^Add (all links|the first)/ }).click();
      await expect.poll(async () => Number((await sum())?.split(' ')[0])).toBeGreaterThan(20);
      await page.getByRole('button', { name: /^Undo/ }).click();
      await expect.poll(sum).toBe('1 node, 0 links');
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'shows a node and a relationship that are clicked on the canvas',
    async () => {
      const { page, errors, close } = await open();
      const { x, y } = await placeOf(page, 'japan');
      await page.mouse.click(x, y);
      await page.getByRole('heading', { name: 'Japan', exact: true }).waitFor();
      const { relationship, middle } = await clearestLink(page, shownAtFirst);
      await page.mouse.click(middle.x, middle.y);
      await page.getByRole('heading', { name: String(relationship.properties.statement) }).waitFor();
      const quote =
        articleDataset.relationships.find(({ id }) => id === relationship.id)?.evidence[0]?.quote ?? '';
      await page.getByText(quote).first().waitFor();
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'traces Japan by way of the United Kingdom to NATO, each hop with its quote',
    async () => {
      const { page, errors, close } = await open();
      await page.getByRole('button', { name: 'Trace' }).click();
      await choose(page, 'From', 'japan', 'Japan');
      await choose(page, 'To', 'nato', 'NATO');
      await page.getByRole('button', { name: 'Add a stop' }).click();
      await choose(page, 'By way of', 'great brit', 'United Kingdom');
      await page.getByRole('button', { name: 'Ask' }).click();
      await page.getByText('No path', { exact: true }).waitFor();
      await page.getByRole('button', { name: /with background links/ }).click();
      await page.getByText('Path 1, 3 links').waitFor();
      const hops = page
        .getByRole('list')
        .filter({ has: page.locator('blockquote, q') })
        .last();
      await hops.waitFor();
      const path = await page.getByRole('button', { name: /Path 1/ }).textContent();
      expect(path?.replace(/\s+/g, ' ')).toMatch(/Japan → .*mutual access agreement → United Kingdom → NATO/);
      const raa = articleDataset.relationships.find(({ id }) => id === 'r126');
      await page
        .getByText(raa?.evidence[0]?.quote ?? 'none')
        .first()
        .waitFor();
      await page.getByText('Background, not in the text').first().waitFor();
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'saves what is on screen as JSON, GEXF, GraphML, CSV and PNG',
    async () => {
      const { page, errors, close } = await open();
      const json = await downloadAs(page, /^JSON/);
      expect(json.file.suggestedFilename()).toMatch(/\.json$/);
      const { data } = exchangeFileSchema.parse(JSON.parse(json.bytes.toString('utf8')));
      expect(data.nodes).toHaveLength(articleDataset.entities.length);
      expect(data.relationships).toHaveLength(shownAtFirst.length);
      expect((await downloadAs(page, /^GEXF/)).bytes.toString('utf8')).toContain('<gexf');
      expect((await downloadAs(page, /^GraphML/)).bytes.toString('utf8')).toContain('<graphml');
      expect((await downloadAs(page, /^CSV\s*two/)).bytes.subarray(0, 2).toString()).toBe('PK');
      const png = await download(page, async () => {
        await page.getByRole('menuitem', { name: /^Image/ }).click();
        await page.getByRole('button', { name: 'Save', exact: true }).click();
      });
      expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
      expect(png.bytes.length).toBeGreaterThan(50_000);
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'has nothing that axe objects to, wide and narrow, light and dark',
    async () => {
      for (const screen of [
        { width: 1440, height: 900 },
        { width: 390, height: 844, colorScheme: 'dark' as const },
      ]) {
        const { page, errors, close } = await open(screen);
        expect(await objections(page)).toEqual([]);
        await page.getByRole('link', { name: /How is Japan tied to NATO/ }).click();
        await page.getByText('Path 1, 3 links').waitFor();
        expect(await objections(page)).toEqual([]);
        expect(errors).toEqual([]);
        await close();
      }
    },
  );
});

afterAll(() => browser?.close());
