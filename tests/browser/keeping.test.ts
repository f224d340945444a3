import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { packView } from '../../client/panels/keep/view-link.ts';
import { saveContent } from '../../client/workspace/saved/save-content.ts';
import { emptyContent } from '../../client/workspace/workspace-content.ts';
import { viewOf } from '../../server/contract/saved-view.ts';
import { ViewStore } from '../../server/shared-views/view-store.ts';
import { articleGraph } from '../fixtures/article-graph.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { objections } from './objections.ts';
import { openGraph, placeOf, type Screen, waitForGraph } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();
afterAll(() => browser?.close());
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

/** Waits until nothing on the screen has moved for a second: the canvas has the size it keeps, and the page saved it. */
async function atRest(page: Page): Promise<void> {
  let last = '';
  let since = Date.now();
  await soon(async () => {
    const now = JSON.stringify(await stateOf(page));
    if (now !== last) since = Date.now();
    last = now;
    return Date.now() - since;
  }).toBeGreaterThan(1000);
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
  // The panel comes after the link has changed, and the canvas gives it room.
  await page.getByRole('heading', { name: 'United Kingdom', level: 2 }).waitFor();
  await atRest(page);
}

/** Milliseconds for a whole task on a machine without a graphics card. */
vi.setConfig({ testTimeout: 180_000 });

describeOnEmbedded('keeping and sharing', articleGraph, (engine) => {
  let app: ServedApp;
  let folder: string;
  const open = (hash = '', screen?: Screen) => openGraph(browser, `${app.address}/${hash}`, screen);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'views-'));
    app = await serveApp(engine.database, {}, CLIENT, new ViewStore(folder, 10_000_000));
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.skipIf(browser === undefined)(
    'stays as it is when a part of it cannot be loaded, and has all of them after a reload',
    async () => {
      const { page, close } = await open('#node=japan');
      const parts = /(Palette|ImportDialog|NodesTable|SavedViews)[^/]*\.js$/;
      await page.route(parts, (route) => route.abort());
      const notice = page.getByText(/^This part could not be loaded\. .* reload the page/);
      await page.getByRole('application').focus();
      await page.keyboard.press('Control+k');
      await notice.waitFor();
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await notice.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Views', exact: true }).click();
      await page.getByRole('alert').getByText('This part could not be loaded').waitFor();
      await page.getByRole('button', { name: 'Import a file' }).click();
      await notice.waitFor();
      await page.getByRole('button', { name: 'Nodes', exact: true }).click();
      await soon(() => page.getByRole('button', { name: 'Reload the page' }).count()).toBe(2);
      await page.getByRole('heading', { name: 'Japan', level: 2 }).waitFor();
      expect(await page.getByRole('application').isVisible()).toBe(true);

      await page.unroute(parts);
      await page.getByRole('button', { name: 'Reload the page' }).first().click();
      await page.getByText('This is how you left it.').waitFor();
      await page.getByRole('grid', { name: 'Table of nodes' }).waitFor();
      await page.getByRole('button', { name: 'Save this view' }).waitFor();
      await close();
    },
  );

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

  it.skipIf(browser === undefined)(
    'can take back after a reload what was done before it, in each tab what was done there',
    async () => {
      const { page, errors, close } = await open();
      const places = (tab: Page) =>
        tab.evaluate(() => {
          const nodes = window.__throughline?.stage?.scene().nodes ?? [];
          return nodes.map(({ id, x, y, pinned }) => ({ id, x, y, pinned }));
        });
      const undo = (tab: Page, name: RegExp) => tab.getByRole('button', { name }).first();
      const states = [await places(page)];
      await drag(page, 'kishida', 60, 40);
      await undo(page, /^Undo: Move /).waitFor();
      states.push(await places(page));
      const legend = page.getByRole('region', { name: 'Legend' });
      await legend.getByRole('button', { name: /^Concept/ }).click();
      await undo(page, /^Undo: Hide Concept/i).waitFor();
      states.push(await places(page));
      await page.getByRole('button', { name: 'Views', exact: true }).click();
      await page.getByRole('button', { name: /^In rows/ }).click();
      await undo(page, /^Undo: Lay out in rows/).waitFor();
      states.push(await places(page));
      await atRest(page);

      // Another tab goes its own way.
      const other = await page.context().newPage();
      await other.goto(app.address);
      await waitForGraph(other);
      await other
        .getByRole('region', { name: 'Legend' })
        .getByRole('button', { name: /^Threat/ })
        .click();
      await undo(other, /^Undo: Hide Threat/i).waitFor();
      await atRest(other);

      await page.reload();
      await waitForGraph(page);
      await page.getByText('This is how you left it.').waitFor();
      expect(await places(page)).toEqual(states.pop());
      for (const state of states.toReversed()) {
        await page.getByRole('application').focus();
        await page.keyboard.press('Control+z');
        await soon(() => places(page)).toEqual(state);
      }
      await undo(page, /^Nothing to undo/).waitFor();
      await page.keyboard.press('Control+Shift+z');
      await soon(() => places(page)).toEqual(states[1]);
      await other.reload();
      await waitForGraph(other);
      await undo(other, /^Undo: Hide Threat/i).click();
      await undo(other, /^Nothing to undo/).waitFor();

      // Where there is no room for the steps, the work is brought back without them.
      await page.addInitScript(() => {
        const { setItem } = Storage.prototype;
        Storage.prototype.setItem = function (name, value) {
          if (name === 'throughline-tab-steps') throw new DOMException('full', 'QuotaExceededError');
          setItem.call(this, name, value);
        };
      });
      await page.reload();
      await waitForGraph(page);
      await legend.getByRole('button', { name: /^Concept/ }).click();
      await atRest(page);
      await page.reload();
      await waitForGraph(page);
      await undo(page, /^Nothing to undo/).waitFor();
      expect(await legend.getByRole('button', { name: /^Concept/ }).getAttribute('aria-pressed')).toBe(
        'false',
      );
      expect(errors).toEqual([]);
      await close();
    },
  );

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

  it.skipIf(browser === undefined)(
    'saves views with notes, and opens one as a step that is undone',
    async () => {
      const { page, errors, close } = await open();
      await page.getByRole('button', { name: 'Views' }).click();
      await page.getByRole('button', { name: 'Save this view' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('First <b>look</b> 日本');
      await page.getByRole('textbox', { name: 'Note' }).fill('Everything, as it came.');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const saved = page.getByRole('button', { name: /^First <b>look<\/b> 日本/ });
      await saved.waitFor();
      expect(await saved.textContent()).toContain('Everything, as it came.');
      const legend = page.getByRole('region', { name: 'Legend' });
      const whole = await legend.textContent();
      await page.getByRole('button', { name: 'Clear the canvas' }).click();
      await saved.click();
      await soon(() => legend.textContent()).toBe(whole);
      await page.getByRole('button', { name: /^Undo: Open the view "First/ }).click();
      await page.getByRole('heading', { name: 'The canvas is clear' }).waitFor();

      await page.getByRole('button', { name: /^More for First/ }).click();
      await page.getByRole('menuitem', { name: 'Change name and note' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Second look');
      await page.getByRole('textbox', { name: 'Name' }).press('Enter');
      await page.getByRole('button', { name: 'More for Second look' }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await page.getByText('"Second look" is deleted.').waitFor();
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await page.reload();
      await page.getByRole('button', { name: /^Second look/ }).waitFor();
      expect(await objections(page)).toEqual([]);
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'opens what is left of a view, and says what is missing or wrong',
    async () => {
      const [japan, uk] = ['japan', 'uk'];
      const data = {
        ...saveContent(emptyContent(), { decimals: 0, withCaptions: false }),
        nodes: [japan, uk, 'gone-for-good'],
        places: [0, 0, 300, 0, 0, 300],
        relationships: ['no-such-link'],
      };
      const packed = packView(viewOf(data));
      const some = await open(`#v=${packed}`);
      await some.page
        .getByText(/^1 node and 1 link of this view are no longer in the graph: gone-for-good\.$/)
        .waitFor();
      expect(await some.page.getByRole('region', { name: 'Legend' }).textContent()).toContain('2 nodes');
      await some.close();

      const wrong: [string, RegExp][] = [
        [`#node=japan&v=${packed.slice(0, -9)}`, /cut short or damaged/],
        ['#v=', /cut short or damaged/],
        [`#v=${packView({ meta: { kind: 'throughline-view', version: 99 as 1 }, data })}`, /newer version/],
        [`#v=${packView(viewOf({ ...data, nodes: ['gone'], places: [0, 0] }))}`, /Nothing of this view/],
        ['#view=AAAAAAAAAAAAAAAAAAAAAA', /keeps no view/],
        ['#view=../../etc', /cut short or damaged/],
        ['#view=AAAAAAAAAAAAAAAAA', /cut short or damaged/],
      ];
      for (const [hash, words] of wrong) {
        const { page, close } = await open(hash);
        await page.getByText(words).first().waitFor();
        await page.getByRole('button', { name: 'Find', exact: true }).click();
        await page.getByRole('region', { name: 'All that is drawn' }).waitFor();
        await close();
      }
    },
  );

  it.skipIf(browser === undefined)('works where the browser keeps nothing, and says so once', async () => {
    if (browser === undefined) throw new Error('no browser');
    for (const isForbidden of [false, true]) {
      const context = await browser.newContext({
        viewport: { width: 1200, height: 800 },
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      const failures: string[] = [];
      page.on('pageerror', (error) => failures.push(error.message));
      await page.addInitScript((forbidden) => {
        const refuse = () => {
          throw new DOMException('no', forbidden ? 'SecurityError' : 'QuotaExceededError');
        };
        if (forbidden) {
          Object.defineProperty(window, 'sessionStorage', { get: refuse });
          Object.defineProperty(window, 'localStorage', { get: refuse });
        } else Storage.prototype.setItem = refuse;
      }, isForbidden);
      await page.goto(app.address);
      await waitForGraph(page);
      await page.getByText(/does not keep your work/).waitFor();
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await page.getByRole('button', { name: 'Views' }).click();
      await page.getByRole('button', { name: 'Clear the canvas' }).click();
      await page.getByRole('button', { name: 'Save this view' }).click();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page
        .getByText(/no room for the view/)
        .first()
        .waitFor();
      expect(await page.getByText(/does not keep your work/).count()).toBe(0);
      expect(failures).toEqual([]);
      await context.close();
    }
  });

  it.skipIf(browser === undefined)('offers the last canvas to a new tab, and leaves tabs apart', async () => {
    const { page, errors, close } = await open();
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('button', { name: 'Clear the canvas' }).click();
    await page.getByRole('button', { name: /^Undo: Clear/ }).click();
    await drag(page, 'kishida', 50, 30);
    await page.getByRole('button', { name: /^Undo: Move/ }).waitFor();
    const moved = (await stateOf(page)).places.kishida;
    const kept = () => page.evaluate(() => window.localStorage.getItem('throughline-last'));
    await soon(kept).not.toBeNull();
    const second = await page.context().newPage();
    await second.goto(app.address);
    await waitForGraph(second);
    await second.getByRole('button', { name: 'Bring it back' }).click();
    await soon(async () => (await stateOf(second)).places.kishida).toEqual(moved);
    await second.getByRole('button', { name: 'Clear the canvas' }).click();
    await second.getByRole('heading', { name: 'The canvas is clear' }).waitFor();
    await soon(kept).toContain('"nodes":[]');
    await page.reload();
    await waitForGraph(page);
    await soon(async () => (await stateOf(page)).places.kishida).toEqual(moved);
    expect(errors).toEqual([]);
    await close();
  });
});
