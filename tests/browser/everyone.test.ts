import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DRAW_BUDGET } from '../../client/workspace/draw-budget.ts';
import { articleGraph } from '../fixtures/article-graph.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { objections } from './objections.ts';
import { keepScreenshot, openGraph, openPage, type Screen, waitForGraph } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();

/** The page in a state of its own: opened by its hash, then brought there. */
interface State {
  hash?: string;
  reach?(page: Page): Promise<void>;
}

const rail = (name: string) => async (page: Page) => {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
};
const key = (keys: string, heading: RegExp) => async (page: Page) => {
  await page.getByRole('application').focus();
  await page.keyboard.press(keys);
  await page.getByRole('dialog', { name: heading }).waitFor();
};

/** The dialog that takes a file, and what it says once the file was read. */
function importing(name?: string, content = '', said = '') {
  return async (page: Page) => {
    await rail('Views')(page);
    await page.getByRole('button', { name: 'Import a file' }).click();
    await page.getByRole('dialog', { name: 'Import a file' }).waitFor();
    if (name === undefined) return;
    const chosen = { name, mimeType: 'text/plain', buffer: Buffer.from(content) };
    await page.locator('input[type=file]').last().setInputFiles(chosen);
    await page.getByText(said).first().waitFor();
  };
}

/** A file with more nodes than are drawn unasked. */
const MANY = `who,whom\n${Array.from({ length: DRAW_BUDGET.nodes }, (_, at) => `a${at},a${at + 1}\n`).join('')}`;

const exported = (item: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: 'Export', exact: true }).first().click();
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByRole('dialog').waitFor();
};
const drawer = (name: string) => async (page: Page) => {
  const small = page.getByRole('navigation').getByRole('button', { name: 'Tables', exact: true });
  if (await small.isVisible()) await small.click();
  const tab = page.getByRole('toolbar').getByRole('button', { name, exact: true });
  // A press on the tab that is open closes it.
  if ((await tab.getAttribute('aria-expanded')) === 'false') await tab.click();
  await page
    .getByRole(name === 'Timeline' ? 'slider' : 'grid')
    .first()
    .waitFor();
};

const STATES: Readonly<Record<string, State>> = {
  'the first screen': {},
  'a node': { hash: '#node=japan' },
  'a link': { hash: '#link=r126' },
  'a path': { hash: '#from=japan&to=uk' },
  'a question about a node that is not there': { hash: '#from=japan&to=nobody' },
  'no path': { hash: '#from=japan&to=asean&maxLength=1' },
  'a broken link': { hash: '#view=nothing-like-that' },
  'the text': { hash: '#text=us-japan-summit-2023' },
  find: { reach: rail('Find') },
  trace: { reach: rail('Trace') },
  filter: { reach: rail('Filter') },
  views: { reach: rail('Views') },
  'the palette': { reach: key('Control+k', /./) },
  'the list of keys': { reach: key('?', /./) },
  'importing, before a file': { reach: importing() },
  'importing a table': {
    reach: importing('ties.csv', 'who,whom,since\nAnna,Bo,1990\n', 'Columns of ties.csv'),
  },
  'importing a file with problems': {
    reach: importing('bad.gexf', '<gexf><graph><nodes><node/>', 'nothing was imported'),
  },
  'asked before more is drawn than is drawn well': {
    reach: async (page) => {
      await importing('many.csv', MANY, 'Columns of many.csv')(page);
      await page.getByRole('button', { name: 'Put on the canvas' }).click();
      await page.getByRole('dialog', { name: 'More than is drawn well' }).waitFor();
    },
  },
  'saving as an image': { reach: exported(/^Image or page/) },
  'exporting a file': { reach: exported(/^Graph as a file/) },
  'the table of nodes': { reach: drawer('Nodes') },
  'the table of links': { reach: drawer('Links') },
  'the timeline': { reach: drawer('Timeline') },
  'everything hidden': {
    reach: async (page) => {
      await page.getByRole('application').focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await page.getByText('Everything is hidden').waitFor();
    },
  },
};

const someKinds = async (page: Page) => {
  await page.getByRole('radio', { name: 'Only some kinds' }).click();
  await page.getByRole('checkbox', { name: /^Country/ }).check();
};
/** Of a graph that is not drawn unasked. */
const LARGE_STATES: Readonly<Record<string, State>> = {
  'asked how much shall be drawn': {},
  'asked which kinds shall be drawn': { reach: someKinds },
  'choosing anew how much is drawn': {
    reach: async (page) => {
      await page.getByLabel('How many nodes').fill('100');
      await page.getByRole('button', { name: 'Draw', exact: true }).click();
      await waitForGraph(page);
      await rail('Views')(page);
      await page.getByRole('button', { name: 'Choose how much is drawn' }).click();
      await page.getByRole('dialog').waitFor();
      await someKinds(page);
    },
  },
};

/** Wide, a phone, and a wide screen at 400 % zoom. */
const SCREENS: Readonly<Record<string, Screen>> = {
  'wide, light': { width: 1440, height: 900, colorScheme: 'light' },
  'a phone, dark': { width: 390, height: 844, colorScheme: 'dark' },
  '320 pixels, light': { width: 320, height: 640, colorScheme: 'light' },
};

/** Pixels that the page itself would have to be scrolled sideways. */
const tooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A wide screen at 200 % zoom, or a phone that lies: the panels are beside the canvas, and only that is looked at. */
const LYING: Screen = { width: 720, height: 450, colorScheme: 'dark' };
const STATES_LYING = ['the first screen', 'a path', 'filter', 'the table of links', 'the timeline'];

/** States of which a screenshot is kept. */
const PICTURED = [
  'the first screen',
  'a path',
  'no path',
  'a broken link',
  'the table of links',
  'everything hidden',
  'asked how much shall be drawn',
];

/** Each state on each screen. */
const casesOf = (states: Readonly<Record<string, State>>) =>
  Object.keys(SCREENS).flatMap((screen) => Object.keys(states).map((state) => [state, screen]));

/** Brings the open page to a state, where axe has nothing to object to and nothing stands over the edge. */
async function expectForEveryone(page: Page, { reach }: State = {}): Promise<void> {
  await reach?.(page);
  await page.waitForLoadState('networkidle');
  expect(await objections(page, { targets: true })).toEqual([]);
  expect(await tooWide(page)).toBe(0);
}

describeOnEmbedded('the page for everyone', articleGraph, (engine) => {
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());

  it.skipIf(browser === undefined).each(casesOf(STATES))(
    'has nothing that axe objects to and fits: %s, %s',
    async (state = '', screen = '') => {
      if (browser === undefined) throw new Error('no browser');
      const { page, close } = await openPage(
        browser,
        app.address + (STATES[state]?.hash ?? ''),
        SCREENS[screen],
      );
      await waitForGraph(page);
      await expectForEveryone(page, STATES[state]);
      if (PICTURED.includes(state)) await keepScreenshot(page, `${state}, ${screen}`);
      await close();
    },
  );

  it.skipIf(browser === undefined).each(STATES_LYING)(
    'leaves room for the canvas beside its panels where the screen is low: %s',
    async (state = '') => {
      const { page, close } = await openGraph(browser, app.address + (STATES[state]?.hash ?? ''), LYING);
      await expectForEveryone(page, STATES[state]);
      const canvas = await page.locator('[data-canvas]').boundingBox();
      expect(canvas?.height).toBeGreaterThan(200);
      expect(canvas?.width).toBeGreaterThan(300);
      await close();
    },
  );

  it.skipIf(browser === undefined)('gives the focus back when a dialog is closed', async () => {
    const { page, close } = await openGraph(browser, app.address);
    const opener = (name: string) => page.getByRole('button', { name, exact: true }).first();
    const press = (name: string) => opener(name).press('Enter');
    const canvas = page.getByRole('application');
    const onCanvas = (keys: string) => async () => {
      await canvas.focus();
      await page.keyboard.press(keys);
    };
    const fromMenu = (item: RegExp) => async () => {
      await press('Export');
      await page.getByRole('menuitem', { name: item }).press('Enter');
    };
    const cases = [
      [fromMenu(/^Image or page/), opener('Export')],
      [fromMenu(/^Graph as a file/), opener('Export')],
      [() => press('Find or do anything'), opener('Find or do anything')],
      [onCanvas('Control+k'), canvas],
      [onCanvas('?'), canvas],
      [() => press('Import a file'), opener('Import a file')],
    ] as const;
    await press('Views');
    for (const [open, from] of cases) {
      for (const end of ['Escape', 'Enter'] as const) {
        await open();
        const dialog = page.getByRole('dialog');
        await dialog.waitFor();
        const button = dialog.getByRole('button', { name: /^(Close|Cancel)/ }).first();
        if (end === 'Enter' && (await button.isVisible())) await button.press('Enter');
        else await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        await expect.poll(() => from.evaluate((each) => each === document.activeElement)).toBe(true);
      }
    }
    await close();
  });

  it.skipIf(browser === undefined)('takes no focus that nobody gave it while it opens', async () => {
    const { page, close } = await openGraph(browser, `${app.address}/#text=us-japan-summit-2023`);
    await page.getByRole('heading', { name: 'Reading' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await close();
  });

  it.skipIf(browser === undefined)(
    'says what it holds at high contrast, by the wish of the system',
    async () => {
      if (browser === undefined) throw new Error('no browser');
      const context = await browser.newContext({
        contrast: 'more',
        colorScheme: 'dark',
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await page.goto(app.address);
      await waitForGraph(page);
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(ground).toBe('rgb(0, 0, 0)');
      expect(await objections(page, { targets: true })).toEqual([]);
      await page.getByRole('button', { name: 'Light, dark and contrast' }).click();
      const item = page.getByRole('menuitemcheckbox', { name: 'More contrast' });
      expect(await item.getAttribute('aria-checked')).toBe('true');
      await item.click();
      await expect
        .poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor))
        .toBe('rgb(21, 23, 27)');
      await context.close();
    },
  );
});

const largeGraph = randomGraph(randomNumbers(3), DRAW_BUDGET.nodes + 200, 4000);
describeOnEmbedded('a large graph for everyone', largeGraph, (engine) => {
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());

  it.skipIf(browser === undefined)('is asked about with all answers in view on a phone', async () => {
    if (browser === undefined) throw new Error('no browser');
    const { page, close } = await openPage(browser, app.address, { width: 390, height: 844 });
    const draw = await page.getByRole('button', { name: 'Draw', exact: true }).boundingBox();
    const rail = await page.getByRole('navigation').boundingBox();
    expect((draw?.y ?? 0) + (draw?.height ?? 0)).toBeLessThan(rail?.y ?? 0);
    await close();
  });

  it.skipIf(browser === undefined).each(casesOf(LARGE_STATES))(
    'has nothing that axe objects to and fits: %s, %s',
    async (state = '', screen = '') => {
      if (browser === undefined) throw new Error('no browser');
      const { page, close } = await openPage(browser, app.address, SCREENS[screen]);
      await page.getByRole('heading', { name: 'How much shall be drawn?' }).waitFor();
      await expectForEveryone(page, LARGE_STATES[state]);
      if (PICTURED.includes(state)) await keepScreenshot(page, `${state}, ${screen}`);
      await close();
    },
  );
});
