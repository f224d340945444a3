import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ViewStore } from '../../server/shared-views/view-store.ts';
import { articleGraph } from '../fixtures/article-graph.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { openPage, placeOf, type Screen, waitForGraph } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });

/** What must come back: places on the screen, what is drawn, selected, filtered, lit, and which panel is open. */
async function stateOf(page: Page) {
  const places = await page.evaluate(() => {
    const stage = window.__throughline?.stage;
    const at = (id: string) => {
      const place = stage?.nodeOnScreen(id);
      return place ? { x: Math.round(place.x * 10) / 10, y: Math.round(place.y * 10) / 10 } : null;
    };
    return { japan: at('japan'), uk: at('uk'), nato: at('nato'), kishida: at('kishida') };
  });
  return {
    places,
    hash: new URL(page.url()).hash,
    panel: await page.getByRole('heading', { level: 2 }).allTextContents(),
    legend: await page.getByRole('region', { name: 'Legend' }).textContent(),
  };
}

async function drag(page: Page, id: string, dx: number, dy: number): Promise<void> {
  const { x, y } = await placeOf(page, id);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 });
  await page.mouse.move(x + dx, y + dy, { steps: 4 });
  await page.mouse.up();
}

/** A path, a dragged node, a hidden kind, a selection. */
async function work(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Path 1,/ }).waitFor();
  await drag(page, 'kishida', 60, 40);
  await page
    .getByRole('region', { name: 'Legend' })
    .getByRole('button', { name: /Concept/i })
    .click();
  const { x, y } = await placeOf(page, 'uk');
  await page.mouse.click(x, y);
  await soon(() => page.url()).toContain('node=uk');
}

describeOnEmbedded('keeping and sharing', articleGraph, (engine) => {
  let app: ServedApp;
  let folder: string;
  const open = async (hash = '', screen?: Screen) => {
    if (browser === undefined) throw new Error('no browser');
    const opened = await openPage(browser, `${app.address}/${hash}`, screen);
    await waitForGraph(opened.page);
    return opened;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'views-'));
    app = await serveApp(engine.database, {}, CLIENT, new ViewStore(folder, 10_000_000));
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
    await browser?.close();
  });

  it.skipIf(browser === undefined)('brings everything back after a reload, and starts anew', async () => {
    const { page, errors, close } = await open('#from=japan&to=uk');
    await work(page);
    const before = await stateOf(page);
    await page.reload();
    await waitForGraph(page);
    await page.getByText('This is how you left it.').waitFor();
    await soon(() => stateOf(page)).toEqual(before);
    await page.getByRole('button', { name: 'Start anew' }).first().click();
    await page.getByRole('button', { name: 'Undo: Start anew' }).waitFor();
    expect(await page.getByText('This is how you left it.').count()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  it.skipIf(browser === undefined)('shows the same by a copied link in another browser', async () => {
    const { page, close } = await open('#from=japan&to=uk');
    await work(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied.').first().waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.length).toBeLessThan(8000);
    const before = await stateOf(page);
    await close();
    const other = await open(new URL(link).hash);
    await soon(async () => ({ ...(await stateOf(other.page)), places: null })).toEqual({
      ...before,
      places: null,
    });
    const strayed = async () => {
      const now = new Map(Object.entries((await stateOf(other.page)).places));
      const distances = Object.entries(before.places).map(([id, at]) =>
        Math.hypot((now.get(id)?.x ?? 1e6) - (at?.x ?? 0), (now.get(id)?.y ?? 1e6) - (at?.y ?? 0)),
      );
      return Math.max(...distances);
    };
    await soon(strayed).toBeLessThan(2);
    expect(other.errors).toEqual([]);
    await other.close();
  });
});
