import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { articleDataset, articleGraph } from '../fixtures/article-graph.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { objections } from './objections.ts';
import { openGraph } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();
/** Milliseconds for a whole task on a machine without a graphics card. */
vi.setConfig({ testTimeout: 180_000 });

async function take(page: Page, choices: readonly string[]): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Export', exact: true }).first().click();
  await page.getByRole('menuitem', { name: /^Image/ }).click();
  const dialog = page.getByRole('dialog');
  for (const choice of choices) await dialog.locator('label').getByText(choice, { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    dialog.getByRole('button', { name: 'Save', exact: true }).click(),
  ]);
  const bytes = await readFile(await download.path());
  await dialog.waitFor({ state: 'detached' });
  return { name: download.suggestedFilename(), bytes };
}

describeOnEmbedded('taking away what is drawn', articleGraph, (engine) => {
  let app: ServedApp;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'taken-'));
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
    await browser?.close();
  });

  it.skipIf(browser === undefined)('draws the same as PNG and as SVG, whose text is text', async () => {
    const { page, errors, close } = await openGraph(browser, `${app.address}/#from=japan&to=uk`);
    await page.getByRole('button', { name: /^Path 1,/ }).waitFor();
    const svg = await take(page, ['SVG', 'The whole graph', 'Light']);
    const png = await take(page, ['PNG', 'The whole graph', 'Light', '1×']);
    expect(svg.name).toBe('path-from-japan-to-united-kingdom.svg');
    const written = svg.bytes.toString('utf8');
    const parsed = await page.evaluate((source) => {
      const read = new DOMParser().parseFromString(source, 'image/svg+xml');
      return {
        broken: read.querySelector('parsererror') !== null,
        texts: [...read.querySelectorAll('text')].map(({ textContent }) => textContent),
        circles: read.querySelectorAll('circle').length,
        styled: read.querySelectorAll('style, foreignObject, image, [style]').length,
      };
    }, written);
    expect(parsed.broken).toBe(false);
    expect(parsed.texts).toEqual(
      expect.arrayContaining([
        'Japan',
        'Path from Japan to United Kingdom',
        'signed',
        '1',
        'Country',
        'Stated',
      ]),
    );
    expect(parsed.texts.at(-1)).toMatch(/^Source: .* · Throughline · \d+ \w+ \d{4}$/);
    expect(parsed.circles).toBeGreaterThan(articleDataset.entities.length);
    expect(parsed.styled).toBe(0);

    // Both, shrunk to few pixels, so that how letters and edges are smoothed does not count.
    const difference = await page.evaluate(
      async ([first, second]) => {
        const shrink = async (address: string) => {
          const image = new Image();
          image.src = address;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = 160;
          canvas.height = 120;
          const context = canvas.getContext('2d');
          context?.drawImage(image, 0, 0, 160, 120);
          return context?.getImageData(0, 0, 160, 120).data ?? new Uint8ClampedArray();
        };
        const [one, other] = [await shrink(first ?? ''), await shrink(second ?? '')];
        return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length;
      },
      [
        `data:image/svg+xml;base64,${svg.bytes.toString('base64')}`,
        `data:image/png;base64,${png.bytes.toString('base64')}`,
      ],
    );
    expect(difference).toBeLessThan(2);
    expect(errors).toEqual([]);
    await close();
  });

  it.skipIf(browser === undefined)(
    'tells in the legend of a picture what colours and sizes tell',
    async () => {
      const { page, errors, close } = await openGraph(browser, app.address);
      await page.getByRole('button', { name: 'Colours', exact: true }).click();
      const measured = (group: string, name: string) =>
        page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }).check();
      await measured('Colour by', 'Links');
      await measured('Size by', 'PageRank');
      await page.getByRole('img', { name: /^PageRank: the smallest is/ }).waitFor();
      const svg = (await take(page, ['SVG', 'The whole graph', 'Dark'])).bytes.toString('utf8');
      expect(svg).toMatch(/>Colour by Links, 1 to \d+</);
      expect(svg).toMatch(/>Size by PageRank, [\d.]+% to [\d.]+%</);
      // A small and a large disc stand before what sizes tell.
      expect(svg).toMatch(/<circle [^>]*r="3"[^>]*>\s*<circle [^>]*r="8"[^>]*>\s*<text[^>]*>Size by/);
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'saves a page that opens without a server, with search and quotes',
    async () => {
      const { page, errors, close } = await openGraph(browser, `${app.address}/#from=japan&to=uk`);
      await page.getByRole('button', { name: /^Path 1,/ }).waitFor();
      const file = await take(page, ['Page']);
      await close();
      expect(errors).toEqual([]);
      expect(file.name).toBe('path-from-japan-to-united-kingdom.html');
      const path = join(folder, file.name);
      await writeFile(path, file.bytes);

      if (browser === undefined) throw new Error('no browser');
      for (const screen of [
        { width: 1280, height: 800, colorScheme: 'light' as const },
        { width: 390, height: 844, colorScheme: 'dark' as const },
      ]) {
        const context = await browser.newContext({ viewport: screen, colorScheme: screen.colorScheme });
        const offline = await context.newPage();
        const asked: string[] = [];
        const complaints: string[] = [];
        offline.on('request', (request) => asked.push(request.url()));
        offline.on('pageerror', (error) => complaints.push(error.message));
        offline.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
        await context.setOffline(true);
        await offline.goto(pathToFileURL(path).href);
        await offline.getByRole('heading', { name: 'Path from Japan to United Kingdom', level: 1 }).waitFor();
        await offline.getByRole('searchbox', { name: 'Find' }).fill('fumio');
        await offline.keyboard.press('Tab');
        await offline.keyboard.press('Enter');
        await offline.getByRole('heading', { name: 'Fumio Kishida', level: 2 }).waitFor();
        const link = articleDataset.relationships.find(
          ({ source, status }) => source === 'kishida' && status === 'asserted',
        );
        await offline.getByRole('button', { name: link?.statement ?? 'none' }).click();
        await offline
          .getByText(link?.evidence[0]?.quote ?? 'none')
          .first()
          .waitFor();
        expect(await offline.locator('canvas').count()).toBeGreaterThan(0);
        await offline.keyboard.press('Escape');
        await offline.getByRole('searchbox', { name: 'Find' }).waitFor();
        expect(await objections(offline)).toEqual([]);
        expect(asked.filter((address) => !/^(file|data|blob):/.test(address))).toEqual([]);
        expect(complaints).toEqual([]);
        await context.close();
      }
    },
  );

  it.skipIf(browser === undefined)('keeps the page and the saved page usable without WebGL', async () => {
    if (browser === undefined) throw new Error('no browser');
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
    const page = await context.newPage();
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        kind: string,
        ...rest: unknown[]
      ) {
        return kind.includes('webgl') ? null : Reflect.apply(original, this, [kind, ...rest]);
      } as typeof original;
    });
    await page.goto(app.address);
    await page
      .getByRole('alert')
      .getByText(/no WebGL/)
      .waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Draw again' }).waitFor();
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    const outline = page.getByRole('region', { name: 'All that is drawn' });
    await outline.getByText('Country', { exact: true }).click();
    await outline.getByRole('button', { name: 'Japan', exact: true }).click();
    await page.getByRole('heading', { name: 'Japan', exact: true }).first().waitFor();
    const file = await take(page, ['Page']);
    const path = join(folder, `without-${file.name}`);
    await writeFile(path, file.bytes);
    await page.goto(pathToFileURL(path).href);
    await page.getByText(/cannot draw the graph/).waitFor();
    await page.getByRole('button', { name: 'Back to the list' }).waitFor({ state: 'hidden' });
    await page.getByRole('searchbox', { name: 'Find' }).fill('nato');
    await page.getByRole('button', { name: 'NATO', exact: true }).click();
    await page.getByRole('heading', { name: 'NATO', level: 2 }).waitFor();
    expect(failures).toEqual([]);
    await context.close();
  });

  it.skipIf(browser === undefined)(
    'draws again as it was when the graphics card takes the canvas away, and says so when it keeps doing it',
    async () => {
      const { page, close } = await openGraph(browser, app.address);
      const place = () =>
        page.evaluate(() => {
          const at = window.__throughline?.stage?.nodeOnScreen('japan');
          return at ? [Math.round(at.x), Math.round(at.y)] : null;
        });
      const beforeZoom = await place();
      await page.getByRole('button', { name: 'Zoom in' }).click();
      let before = beforeZoom;
      // The zoom is an animation; what is there once it has come to rest is to come back.
      await expect
        .poll(
          async () => {
            const last = before;
            before = await place();
            return String(before) === String(last) && String(before) !== String(beforeZoom);
          },
          { interval: 200 },
        )
        .toBe(true);
      const lose = () =>
        page.evaluate(() => {
          for (const canvas of document.querySelectorAll<HTMLCanvasElement>('[data-canvas] canvas')) {
            canvas.dataset.lost = 'true';
            canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
          }
        });
      await lose();
      await expect.poll(() => page.locator('[data-canvas] canvas[data-lost]').count()).toBe(0);
      await page.locator('[data-canvas] canvas').first().waitFor({ state: 'attached' });
      await expect.poll(place).toEqual(before);
      await lose();
      await expect.poll(() => page.locator('[data-canvas] canvas[data-lost]').count()).toBe(0);
      await lose();
      await page
        .getByText(/The graphics of this browser stopped/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Find', exact: true }).click();
      await page.getByRole('region', { name: 'All that is drawn' }).waitFor();
      await page.getByRole('button', { name: 'Draw again' }).click();
      await page.locator('[data-canvas] canvas').first().waitFor({ state: 'attached' });
      await close();
    },
  );
});
