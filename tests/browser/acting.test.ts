import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articleGraph } from '../fixtures/article-graph.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEngines } from '../fixtures/engines.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { clearestLink } from './clearest-link.ts';
import { objections } from './objections.ts';
import { openGraph, placeOf, type Screen } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();
const PATIENCE = { timeout: 15_000 };

/** Where a node lies in layout units, to a tenth. */
function layoutPlace(page: Page, id: string): Promise<{ x: number; y: number } | null> {
  return page.evaluate((node) => {
    const stage = window.__throughline?.stage;
    const at = stage?.nodeOnScreen(node);
    const box = stage?.visibleBox();
    const canvas = document.querySelector('[data-canvas] canvas')?.getBoundingClientRect();
    if (!at || !box || !canvas) return null;
    const unit = box.width / canvas.width;
    const round = (value: number) => Math.round(value * 10) / 10;
    return {
      x: round(box.x + (at.x - canvas.width / 2) * unit),
      y: round(box.y - (at.y - canvas.height / 2) * unit),
    };
  }, id);
}

/** A place on the canvas, in pixels of the page, with no node near it. */
async function freeSpot(page: Page): Promise<{ x: number; y: number }> {
  const canvas = await page.locator('[data-canvas] canvas').first().boundingBox();
  if (!canvas) throw new Error('nothing is drawn');
  const ids = articleGraph.nodes.map(({ id }) => id);
  const nodes = await page.evaluate(
    (all) => all.flatMap((id) => window.__throughline?.stage?.nodeOnScreen(id) ?? []),
    ids,
  );
  for (let y = 30; y < canvas.height - 60; y += 10) {
    for (let x = 30; x < canvas.width - 120; x += 10) {
      if (nodes.every((node) => Math.hypot(node.x - x, node.y - y) > 26))
        return { x: canvas.x + x, y: canvas.y + y };
    }
  }
  throw new Error('nodes lie everywhere');
}

const sumOf = (page: Page) =>
  page
    .getByText(/^\d+ nodes?, \d+ links?$/)
    .first()
    .textContent();

describeOnEngines('acting on the canvas in a browser', articleGraph, (engine) => {
  let app: ServedApp;
  const open = (screen?: Screen) => openGraph(browser, app.address, screen);
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());

  it.skipIf(browser === undefined)(
    'selects by a drawn line, hides, undoes, and drags all that is selected as one step',
    async () => {
      const { page, errors, close } = await open();
      const before = await sumOf(page);
      const japan = await placeOf(page, 'japan');
      await page.getByRole('button', { name: 'Draw around nodes to select them' }).click();
      await page.getByRole('main').getByText('Draw a line around the nodes to select.').waitFor();
      const corners = [
        [-90, -90],
        [90, -90],
        [90, 90],
        [-90, 90],
        [-90, -80],
      ] as const;
      await page.mouse.move(japan.x - 90, japan.y - 90);
      await page.mouse.down();
      for (const [dx, dy] of corners) await page.mouse.move(japan.x + dx, japan.y + dy, { steps: 5 });
      await page.mouse.up();
      const bar = page.getByRole('region', { name: 'Selected together' });
      await bar.getByText('Japan', { exact: true }).waitFor();
      expect(await objections(page)).toEqual([]);

      const places = async () => [await layoutPlace(page, 'japan'), await layoutPlace(page, 'nato')];
      const start = await places();
      const count = Number((await bar.getByText(/^\d+ selected$/).textContent())?.split(' ')[0]);
      expect(count).toBeGreaterThan(1);
      await page.mouse.move(japan.x, japan.y);
      await page.mouse.down();
      await page.mouse.move(japan.x + 60, japan.y + 30, { steps: 5 });
      await page.mouse.up();
      await page.getByRole('button', { name: `Undo: Move ${count} nodes` }).waitFor();
      expect((await layoutPlace(page, 'japan'))?.x).not.toBe(start[0]?.x);
      await page.keyboard.press('Control+z');
      await expect.poll(places, PATIENCE).toEqual(start);

      await bar.getByRole('button', { name: 'Hide', exact: true }).click();
      await expect.poll(() => sumOf(page), PATIENCE).toMatch(new RegExp(`^${103 - count} nodes`));
      await bar.waitFor({ state: 'detached' });
      await page.keyboard.press('Control+z');
      await expect.poll(() => sumOf(page), PATIENCE).toBe(before);
      await page.keyboard.press('Control+Shift+z');
      await expect.poll(() => sumOf(page), PATIENCE).toMatch(new RegExp(`^${103 - count} nodes`));
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)('opens a menu on what is pressed, by mouse and by keyboard', async () => {
    const { page, errors, close } = await open();
    const { x, y } = await placeOf(page, 'japan');
    await page.mouse.click(x, y, { button: 'right' });
    await page.getByRole('menuitem', { name: /^Trace from here/ }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('menuitem', { name: /^Pin in place/ }).click();
    await page.getByRole('button', { name: 'Undo: Pin Japan' }).waitFor();

    await page.mouse.click(x, y);
    await page.getByRole('heading', { name: 'Japan', exact: true }).waitFor();
    await page.getByRole('application').focus();
    await page.keyboard.press('Shift+F10');
    const hide = page.getByRole('menuitem', { name: /^Hide/ });
    await hide.waitFor();
    for (
      let step = 0;
      step < 20 && !(await hide.evaluate((item) => item === document.activeElement));
      step++
    ) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => sumOf(page), PATIENCE).toMatch(/^102 nodes/);
    await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);

    const corner = await page.locator('[data-canvas]').boundingBox();
    await page.mouse.click((corner?.x ?? 0) + 6, (corner?.y ?? 0) + 6, { button: 'right' });
    await page.getByRole('menuitem', { name: /^Select all/ }).click();
    await page.getByRole('region', { name: 'Selected together' }).getByText('102 selected').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it.skipIf(browser === undefined)('opens a menu on a link, and copies what is chosen', async () => {
    const { page, errors, close } = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const drawn = articleGraph.relationships.filter(
      ({ type, properties }) => type !== 'HAS_PASSAGE' && properties.status !== 'background',
    );
    const { middle } = await clearestLink(page, drawn);
    await page.mouse.click(middle.x, middle.y, { button: 'right' });
    const menu = page.getByRole('menu');
    await menu.getByText('Link', { exact: true }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });

    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    const { x, y } = await placeOf(page, 'japan');
    await page.mouse.click(x, y, { button: 'right' });
    await page.getByRole('menuitem', { name: /^Copy names/ }).click();
    await expect.poll(clipboard, PATIENCE).toBe('Japan');
    await page.mouse.click(x, y, { button: 'right' });
    await page.getByRole('menuitem', { name: /^Copy as JSON/ }).click();
    await expect.poll(clipboard, PATIENCE).toContain('"id": "japan"');
    expect(errors).toEqual([]);
    await close();
  });

  it.skipIf(browser === undefined)(
    'carries names along while the camera pans, and places them at rest',
    async () => {
      const { page, errors, close } = await open();
      const { x, y } = await freeSpot(page);
      await page.evaluate(() => {
        const labels = document.querySelector<HTMLCanvasElement>('.sigma-labels');
        if (!labels) throw new Error('no layer of names');
        const context = labels.getContext('2d');
        if (!context) throw new Error('no drawing of names');
        const shown: string[] = [];
        const isBlank = () =>
          context.getImageData(0, 0, labels.width, labels.height).data.every((part) => part === 0);
        const { drawImage, fillText } = context;
        Object.assign(context, {
          drawImage(...call: Parameters<typeof drawImage>) {
            drawImage.apply(context, call);
            shown.push(isBlank() ? 'nothing' : 'carried');
          },
          fillText(...call: Parameters<typeof fillText>) {
            fillText.apply(context, call);
            if (shown.at(-1) !== 'placed') shown.push('placed');
          },
        });
        Object.assign(window, { shown });
      });
      const before = await placeOf(page, 'japan');
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 20, y + 10, { steps: 4 });
      await page.mouse.up();
      const shown = () => page.evaluate((): string[] => Reflect.get(window, 'shown'));
      await expect.poll(shown, PATIENCE).toContain('carried');
      await expect.poll(async () => (await shown()).at(-1), PATIENCE).toBe('placed');
      expect(await shown()).not.toContain('nothing');
      const after = await placeOf(page, 'japan');
      expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeGreaterThan(15);
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)('finds and does everything from the palette', async () => {
    const { page, errors, close } = await open();
    // What is typed while the palette is still being loaded is meant for it, and nothing else hears it.
    await page.route(/Palette.*js$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue();
    });
    const before = await sumOf(page);
    await page.getByRole('application').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+k');
    // The browser's own keys stay its own.
    await page.evaluate(() => {
      const left: string[] = [];
      Object.assign(window, { left });
      const note = (event: KeyboardEvent) =>
        setTimeout(
          () => event.defaultPrevented || left.push(`${event.ctrlKey ? 'Control+' : ''}${event.key}`),
        );
      window.addEventListener('keydown', note, { capture: true });
    });
    for (const key of ['Control+r', 'F5', 'Control+k', 'Tab', 'Control+Shift+I'])
      await page.keyboard.press(key);
    await page.keyboard.type('hide');
    const left = () => page.evaluate((): string[] => Reflect.get(window, 'left'));
    await expect
      .poll(async () => (await left()).filter((key) => !/(Control|Shift)$/.test(key)), PATIENCE)
      .toEqual(['Control+r', 'F5', 'Control+I']);
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Find a node or an action' }).inputValue(), PATIENCE)
      .toBe('hide');
    await page.keyboard.type(' n');
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Find a node or an action' }).inputValue(), PATIENCE)
      .toBe('hide n');
    expect(await sumOf(page)).toBe(before);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Find a node or an action' });
    await page.getByRole('option', { name: /^Select all/ }).waitFor();
    expect(await objections(page)).toEqual([]);
    await field.fill('great brit');
    await page
      .getByRole('option', { name: /United Kingdom/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'United Kingdom' }).waitFor();

    await page.keyboard.press('Control+k');
    await field.fill('only with');
    await page.getByRole('option', { name: /^Only with neighbours/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Undo: Only United Kingdom and its neighbours' }).waitFor();

    await page.keyboard.press('Control+k');
    await field.fill('colour by pagerank');
    await page.getByRole('option', { name: /^Colour by PageRank/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Undo: Colour by PageRank' }).waitFor();

    await page.keyboard.press('Control+k');
    await field.fill('keyboard');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Keyboard keys' }).getByText('Invert the selection').waitFor();
    expect(await objections(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await field.fill('xyzzy');
    await page.getByText('Nothing in the graph and no action is called "xyzzy".').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it.skipIf(browser === undefined)(
    'lays out in every way, keeps what is pinned, and undoes to the very places',
    async () => {
      const { page, errors, close } = await open();
      const { x, y } = await placeOf(page, 'japan');
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 40, y + 20, { steps: 5 });
      await page.mouse.up();
      await page.getByRole('button', { name: 'Undo: Move Japan' }).waitFor();
      await page.getByRole('button', { name: 'Views', exact: true }).click();
      const pinned = await layoutPlace(page, 'japan');
      const free = await layoutPlace(page, 'nato');
      const ways = ['In layers', 'In rings', 'By kind', 'In a circle', 'In rows', 'By links'];
      for (const way of ways) {
        await page.getByRole('button', { name: way }).click();
        await page.getByRole('button', { name: `Undo: Lay out ${way.toLowerCase()}` }).waitFor(PATIENCE);
        await expect.poll(() => layoutPlace(page, 'japan'), PATIENCE).toEqual(pinned);
      }
      for (const way of ways.toReversed()) {
        await page.getByRole('button', { name: `Undo: Lay out ${way.toLowerCase()}` }).click();
      }
      await page.getByRole('button', { name: 'Undo: Move Japan' }).waitFor();
      await expect.poll(() => layoutPlace(page, 'nato'), PATIENCE).toEqual(free);
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)('works by touch: tap, long press, pan and pinch', async () => {
    const { page, errors, close } = await open({ width: 390, height: 844, touch: true });
    const cdp = await page.context().newCDPSession(page);
    type Finger = { x: number; y: number };
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Finger[]) =>
      cdp.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: touchPoints.map((finger, id) => ({ ...finger, id })),
      });

    const japan = await placeOf(page, 'japan');
    await touch('touchStart', japan);
    await page.getByRole('menuitem', { name: /^Trace from here/ }).waitFor();
    await touch('touchEnd');
    expect(await page.getByRole('menuitem', { name: /^Hide/ }).isVisible()).toBe(true);
    expect(await objections(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });

    const widthInView = () => page.evaluate(() => window.__throughline?.stage?.visibleBox()?.width ?? 0);
    const wide = await widthInView();
    const canvas = await page.locator('[data-canvas]').boundingBox();
    const top = canvas?.y ?? 0;
    const middle = { x: 195, y: top + (canvas?.height ?? 0) / 2 };
    await touch('touchStart', { x: middle.x - 30, y: middle.y }, { x: middle.x + 30, y: middle.y });
    for (let step = 1; step <= 6; step++) {
      const half = 30 + 12 * step;
      await touch('touchMove', { x: middle.x - half, y: middle.y }, { x: middle.x + half, y: middle.y });
    }
    await touch('touchEnd');
    await expect.poll(async () => (await widthInView()) < wide * 0.8, PATIENCE).toBe(true);

    const leftInView = () => page.evaluate(() => window.__throughline?.stage?.visibleBox()?.x ?? 0);
    const from = await leftInView();
    const free = await freeSpot(page);
    await touch('touchStart', free);
    for (let step = 1; step <= 6; step++) await touch('touchMove', { x: free.x + 12 * step, y: free.y });
    await touch('touchEnd');
    await expect.poll(async () => (await leftInView()) < from, PATIENCE).toBe(true);

    await page.getByRole('button', { name: 'Fit all on screen' }).first().click();
    const again = await placeOf(page, 'japan');
    await touch('touchStart', again);
    await touch('touchEnd');
    await page.getByRole('heading', { name: 'Japan', exact: true }).waitFor();
    expect(errors).toEqual([]);
    await close();
  });
});

afterAll(() => browser?.close());
