import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GraphRecords } from '../../server/database/graph-database.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { objections } from './objections.ts';
import { openGraph, placeOf, type Screen } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();
afterAll(() => browser?.close());

/** For a machine that is busy with other things: drawing is done by its processor. */
const SLOW = 150_000;
const WAIT = { timeout: 15_000 };
const PEOPLE = 340;
/** A ring of people with a hub; every third link is dated, by year, month or day; the ages are 0 to 49. */
const ring: GraphRecords = {
  nodes: Array.from({ length: PEOPLE }, (_, i) => ({
    id: `p${i}`,
    labels: ['Entity', i % 5 === 0 ? 'Place' : 'Person'],
    properties: { id: `p${i}`, name: i === 0 ? 'Hub' : `Person ${i}`, age: i % 50, note: `=${i}` },
  })),
  relationships: Array.from({ length: PEOPLE - 1 }, (_, i) => {
    const id = `r${i}`;
    const date = ['2020', '2021-03', '2022-07-14'][(i / 3) % 3];
    const properties = i % 3 === 0 ? { id, date: date ?? '' } : { id };
    return { id, type: 'KNOWS', source: i % 2 ? 'p0' : `p${i}`, target: `p${i + 1}`, properties };
  }),
};
const DATED = Math.ceil((PEOPLE - 1) / 3);

/** Rows that pass the filters of the table; the head is none of them. */
const rowCount = async (page: Page) => Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
const sum = (page: Page) => page.getByRole('region', { name: 'Legend' }).getByRole('paragraph').textContent();
const selectedRow = (page: Page) => page.locator('[data-selected] [data-cell]').nth(1).textContent();

describeOnEmbedded('looking closer in a browser', ring, (engine) => {
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());
  const open = (screen?: Screen) => openGraph(browser, app.address, screen);

  it.skipIf(browser === undefined)(
    'keeps table and canvas in step',
    async () => {
      const { page, errors, close } = await open();
      await page.getByRole('button', { name: 'Nodes', exact: true }).click();
      const grid = page.getByRole('grid', { name: 'Table of nodes' });
      await grid.waitFor();
      expect(await grid.getAttribute('aria-rowcount')).toBe(String(PEOPLE + 1));
      expect(await grid.getByRole('row').count()).toBeLessThan(60);

      // From the canvas to the table, whose row is scrolled into view, and back.
      const far = await placeOf(page, 'p300');
      await page.mouse.click(far.x, far.y);
      await expect.poll(() => selectedRow(page), WAIT).toMatch(/^(Person \d+|Hub)$/);
      await page.getByRole('textbox', { name: 'Find in these rows' }).fill('person 33');
      await expect.poll(() => rowCount(page), WAIT).toBe(11);
      await grid.getByRole('gridcell', { name: 'Person 333', exact: true }).click();
      await page.getByRole('heading', { name: 'Person 333' }).waitFor();
      await expect.poll(() => page.url(), WAIT).toContain('node=p333');

      // Sorted by number; a filter of a column of numbers compares.
      await page.getByRole('textbox', { name: 'Find in these rows' }).fill('');
      await page.getByRole('button', { name: 'Filter by column' }).click();
      await page.getByRole('textbox', { name: 'Filter age' }).fill('> 48');
      await expect.poll(() => rowCount(page), WAIT).toBe(6);
      await page.getByRole('button', { name: 'Filter by column' }).click();
      await page.getByRole('columnheader', { name: 'Links', exact: true }).click();
      await expect.poll(() => grid.getByRole('gridcell').nth(1).textContent(), WAIT).toBe('Hub');

      // By keyboard: down two rows, choose a reach of three, on the canvas too.
      await grid.getByRole('gridcell').nth(1).click();
      await page.keyboard.press('Space');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await page.getByRole('button', { name: 'Copy 3' }).waitFor();
      await page.getByRole('region', { name: 'Selected together', exact: true }).waitFor();
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Copy 2' }).waitFor();

      expect(errors).toEqual([]);
      await close();
    },
    SLOW,
  );

  it.skipIf(browser === undefined)(
    'filters by a property and by time, each as one step',
    async () => {
      const { page, errors, close } = await open();
      await page.getByRole('button', { name: 'Nodes', exact: true }).click();
      await page.getByRole('grid').waitFor();
      // A property with its spread: the least age is moved up by keys, which is one step.
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.locator('summary', { hasText: /^age$/ }).click();
      const least = page.getByRole('slider', { name: 'Least age' });
      await least.focus();
      for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
      await page.getByText('140 nodes hidden by this').waitFor();
      await page.keyboard.press('Tab');
      await expect.poll(() => rowCount(page), WAIT).toBe(200);
      await page.getByRole('checkbox', { name: 'List 140 hidden too' }).check();
      await expect.poll(() => rowCount(page), WAIT).toBe(PEOPLE);
      await page.getByRole('button', { name: 'Undo: Filter by age' }).click();
      await expect.poll(() => sum(page), WAIT).toContain(`${PEOPLE} nodes, ${PEOPLE - 1} links`);

      // Time: drawn with the pointer over the bars; the undated are counted and switched; one step each.
      await page.getByRole('button', { name: 'Timeline', exact: true }).click();
      const timeline = page.getByRole('region', { name: 'Timeline of links' });
      const undated = timeline.getByRole('checkbox', { name: `${PEOPLE - 1 - DATED} links without a date` });
      await undated.uncheck();
      await expect.poll(() => sum(page), WAIT).toContain(`${PEOPLE} nodes, ${DATED} links`);
      const latest = timeline.getByRole('slider', { name: 'Latest time shown' });
      const edge = await latest.boundingBox();
      const start = await timeline.getByRole('slider', { name: 'Earliest time shown' }).boundingBox();
      if (!edge || !start) throw new Error('no bars');
      const width = edge.x - start.x;
      await page.mouse.move(start.x + 12 + width * 0.02, start.y + 40);
      await page.mouse.down();
      await page.mouse.move(start.x + 12 + width * 0.1, start.y + 40, { steps: 5 });
      await page.mouse.move(start.x + 12 + width * 0.2, start.y + 40, { steps: 5 });
      await page.mouse.up();
      const inRange = ring.relationships.filter(({ properties }) => properties.date === '2020').length;
      await expect.poll(() => sum(page), WAIT).toContain(`${PEOPLE} nodes, ${inRange} links`);
      await timeline.getByText(`${PEOPLE - 1 - inRange} links hidden`).waitFor();
      // Who has no link left stays until it is said that they shall go too; all is counted and undone.
      const linked = new Set(
        ring.relationships.flatMap(({ source, target, properties }) =>
          properties.date === '2020' ? [source, target] : [],
        ),
      ).size;
      await timeline
        .getByRole('checkbox', { name: `Hide ${PEOPLE - linked} nodes with no link left` })
        .check();
      await expect.poll(() => sum(page), WAIT).toContain(`${linked} nodes, ${inRange} links`);
      await page
        .getByText(`${PEOPLE - linked} nodes, ${PEOPLE - 1 - inRange} links hidden`, { exact: true })
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Undo: Hide nodes without a link left' }).click();
      await expect.poll(() => sum(page), WAIT).toContain(`${PEOPLE} nodes, ${inRange} links`);
      await page.getByRole('button', { name: 'Undo: Filter by date' }).click();
      await expect.poll(() => sum(page), WAIT).toContain(`${PEOPLE} nodes, ${DATED} links`);
      await timeline.getByRole('button', { name: 'Show all times' }).click();
      await expect.poll(() => sum(page), WAIT).toContain(`${PEOPLE} nodes, ${PEOPLE - 1} links`);
      expect(await page.getByRole('button', { name: /^Undo: No filter by date/ }).count()).toBe(1);
      expect(errors).toEqual([]);
      await close();
    },
    SLOW,
  );

  it.skipIf(browser === undefined)(
    'colours and sizes by what it computes, and takes it back',
    async () => {
      const { page, errors, close } = await open();
      await page.getByRole('button', { name: 'Colours', exact: true }).click();
      const colours = page.getByRole('radiogroup', { name: 'Colour by' });
      await colours.getByRole('radio', { name: 'Communities' }).check();
      const legend = page.getByRole('region', { name: 'Legend' });
      await legend.getByRole('button', { name: /^Around Hub/ }).click();
      await page.getByRole('heading', { name: 'Around Hub' }).waitFor();
      await colours.getByRole('radio', { name: 'Betweenness' }).check();
      await legend.getByRole('img', { name: /^Betweenness: from 0% to [89]\d/ }).waitFor();
      const sizes = page.getByRole('radiogroup', { name: 'Size by' });
      await sizes.getByRole('radio', { name: 'age', exact: true }).check();
      await legend.getByRole('img', { name: 'age: the smallest is 0, the largest 49' }).waitFor();
      await page.getByRole('button', { name: 'Undo: Size by age' }).click();
      await page.getByRole('button', { name: 'Undo: Colour by Betweenness' }).click();
      expect(await colours.getByRole('radio', { name: 'Communities' }).isChecked()).toBe(true);
      await legend.getByRole('button', { name: 'Colour by kind' }).click();
      expect(await legend.getByRole('button', { name: /^Around Hub/ }).count()).toBe(0);
      expect(errors).toEqual([]);
      await close();
    },
    SLOW,
  );

  it.skipIf(browser === undefined)(
    'gives the drawer and the side panel more room by dragging and by keys',
    async () => {
      const { page, errors, close } = await open();
      await page.getByRole('button', { name: 'Nodes', exact: true }).click();
      const { x, y } = await placeOf(page, 'p0');
      await page.mouse.click(x, y);
      await page.getByRole('heading', { name: 'Hub', level: 2 }).waitFor();
      for (const [name, dx, dy, key] of [
        ['Height of this part', 0, -60, 'ArrowUp'],
        ['Width of the side panel', -60, 0, 'ArrowLeft'],
      ] as const) {
        const edge = page.getByRole('separator', { name });
        const size = async () => Number(await edge.getAttribute('aria-valuenow'));
        const before = await size();
        const box = await edge.boundingBox();
        if (!box) throw new Error('no edge');
        const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        await page.mouse.move(at.x, at.y);
        await page.mouse.down();
        await page.mouse.move(at.x + dx, at.y + dy, { steps: 3 });
        await page.mouse.up();
        await expect.poll(size, WAIT).toBe(before + 60);
        await page.mouse.move(at.x, at.y);
        await edge.press(key);
        await expect.poll(size, WAIT).toBe(before + 84);
      }
      expect(errors).toEqual([]);
      await close();
    },
    SLOW,
  );

  it.skipIf(browser === undefined)(
    'has a small map that moves the camera and can be put away',
    async () => {
      const { page, errors, close } = await open();
      const map = page.locator('[data-minimap]');
      for (let press = 0; press < 3; press++) await page.getByRole('button', { name: 'Zoom in' }).click();
      const before = await placeOf(page, 'p0');
      const box = await map.boundingBox();
      if (!box) throw new Error('no map');
      await page.mouse.click(box.x + 20, box.y + 20);
      await expect.poll(() => placeOf(page, 'p0'), WAIT).not.toEqual(before);
      await page.getByRole('button', { name: 'Small map of the whole graph' }).click();
      await expect.poll(() => map.count(), WAIT).toBe(0);
      expect(errors).toEqual([]);
      await close();
    },
    SLOW,
  );

  it.skipIf(browser === undefined).each([
    { width: 1440, height: 900 },
    { width: 390, height: 844, colorScheme: 'dark' as const },
  ])(
    'has nothing that axe objects to at $width pixels',
    async (screen) => {
      const { page, errors, close } = await open(screen);
      if (screen.width < 768) await page.getByRole('button', { name: 'Tables', exact: true }).click();
      else await page.getByRole('button', { name: 'Nodes', exact: true }).click();
      await page.getByRole('grid').waitFor();
      await page.getByRole('button', { name: 'Filter by column' }).click();
      expect(await objections(page)).toEqual([]);
      await page.getByRole('button', { name: 'Timeline', exact: true }).click();
      await page.getByRole('slider').first().waitFor();
      if (screen.width < 768) expect(await objections(page)).toEqual([]);
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      for (const name of [/^age$/, /^name$/, /^date$/]) {
        await page.locator('summary', { hasText: name }).click();
      }
      await page.getByRole('slider', { name: 'Least age' }).waitFor();
      expect(await objections(page)).toEqual([]);
      await page.getByRole('button', { name: 'Colours', exact: true }).click();
      await page.getByRole('radio', { name: 'Communities' }).check();
      await page.getByRole('button', { name: /^Around Hub/ }).waitFor();
      expect(await objections(page)).toEqual([]);
      expect(errors).toEqual([]);
      await close();
    },
    SLOW,
  );
});
