import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exchangeFileSchema } from '../../server/contract/exports.ts';
import type { PathAnswer } from '../../server/contract/paths.ts';
import { articleDataset, articleGraph } from '../fixtures/article-graph.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEngines } from '../fixtures/engines.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { objections } from './objections.ts';
import { choose, openGraph, type openPage, placeOf } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();
/** Asks until it holds; an engine that starts cold takes a while. */
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });
const quoteOf = (id: string) =>
  articleDataset.relationships.find((relationship) => relationship.id === id)?.evidence[0]?.quote ?? 'none';

/** Presses Tab until the control has the focus. */
async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await control.waitFor();
  for (let presses = 0; presses < 80; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${control} cannot be reached by ${key}`);
}

async function typeName(page: Page, field: string, words: string, name: string, key?: 'Shift+Tab') {
  const input = page.getByRole('combobox', { name: field, exact: true });
  await tabTo(page, input, key);
  await page.keyboard.type(words);
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await soon(() => input.inputValue()).toBe(name);
}

async function shiftClick(page: Page, id: string): Promise<void> {
  const { x, y } = await placeOf(page, id);
  await page.mouse.move(x, y);
  await page.keyboard.down('Shift');
  await page.mouse.click(x, y);
  await page.keyboard.up('Shift');
}

async function ask(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}

const chain = (page: Page, number: number) =>
  page.getByRole('button', { name: new RegExp(`^Path ${number},`) });
const WITH_BACKGROUND = 'statuses=asserted&statuses=attributed&statuses=planned&statuses=background';

describeOnEngines('tracing in a browser', articleGraph, (engine) => {
  let app: ServedApp;
  const open = (hash = '', screen?: Parameters<typeof openPage>[2]) =>
    openGraph(browser, app.address + hash, screen);
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());

  it.skipIf(browser === undefined)('says whose answer it is once the form asks something else', async () => {
    const { page, errors, close } = await open(`#from=japan&to=nato&${WITH_BACKGROUND}`);
    await chain(page, 1).waitFor();
    const note = page.getByText('The form has changed. This answers: How is Japan tied to NATO?');
    expect(await note.count()).toBe(0);
    const swap = page.getByRole('button', { name: 'Swap from and to' });
    await swap.click();
    await note.waitFor();
    await swap.click();
    await note.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await close();
  });

  it.skipIf(browser === undefined)(
    'says which node of a link there is not, without a field of the interface',
    async () => {
      for (const link of ['ask=around&of=nobody', 'ask=connect&of=japan&of=nato&of=nobody']) {
        const { page, close } = await open(`#${link}`);
        await page.getByText('There is no node with the id "nobody"').first().waitFor();
        expect(await page.getByText('nodeIds').count()).toBe(0);
        await close();
      }
    },
  );

  it.skipIf(browser === undefined)('answers a whole question by keyboard alone', async () => {
    const { page, errors, close } = await open();
    await tabTo(page, page.getByRole('button', { name: 'Trace', exact: true }));
    await page.keyboard.press('Enter');
    await typeName(page, 'From', 'japan', 'Japan');
    await typeName(page, 'To', 'nato', 'NATO');
    await tabTo(page, page.getByRole('button', { name: 'Add a stop' }));
    await page.keyboard.press('Enter');
    await typeName(page, 'By way of', 'great brit', 'United Kingdom', 'Shift+Tab');
    await tabTo(page, page.getByRole('button', { name: /^Move United Kingdom/ }), 'Shift+Tab');
    await page.keyboard.press('ArrowUp');
    const from = page.getByRole('combobox', { name: 'From', exact: true });
    await soon(() => from.inputValue()).toBe('United Kingdom');
    await page.keyboard.press('ArrowDown');
    await soon(() => from.inputValue()).toBe('Japan');
    await tabTo(page, page.locator('summary').filter({ hasText: 'Options' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('checkbox', { name: /^Background links/ }));
    await page.keyboard.press('Space');
    await page.getByText(/up to 6 links, either way, with background links/).waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Ask', exact: true }));
    await page.keyboard.press('Enter');
    await chain(page, 1).waitFor();
    expect((await chain(page, 1).textContent())?.replace(/\s+/g, ' ')).toMatch(
      /Path 1, 3 links.*Japan → .*mutual access agreement → United Kingdom → NATO/,
    );
    await page.getByText(quoteOf('r126')).first().waitFor();
    await page.getByText('Background, not in the text').first().waitFor();
    expect(await objections(page)).toEqual([]);

    const found = page.getByRole('region', { name: 'Paths found' });
    await tabTo(page, found.getByRole('button', { name: 'Export' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Save the graph as a file' });
    await dialog.waitFor();
    const what = dialog.getByRole('radio', { name: /^This answer/ });
    await tabTo(page, what);
    expect(await what.isChecked()).toBe(true);
    await tabTo(page, dialog.getByRole('button', { name: 'Save', exact: true }));
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const saved = await readFile(await (await download).path(), 'utf8');
    const { data } = exchangeFileSchema.parse(JSON.parse(saved));
    expect(data.nodes.map(({ caption }) => caption).sort()).toEqual([
      'Japan',
      'Japan-UK mutual access agreement',
      'NATO',
      'United Kingdom',
    ]);
    expect(errors).toEqual([]);
    await close();
  });

  it.skipIf(browser === undefined)(
    'goes through the paths without moving the view, as one step that undo takes back',
    async () => {
      const { page, errors, close } = await open();
      await ask(page, '#from=japan&to=china&mode=k-shortest&k=4');
      await chain(page, 4).waitFor();
      const before = await placeOf(page, 'nato');
      await chain(page, 1).focus();
      for (const number of [2, 3]) {
        await page.keyboard.press('ArrowDown');
        await soon(() => chain(page, number).getAttribute('aria-pressed')).toBe('true');
      }
      expect(await placeOf(page, 'nato')).toEqual(before);
      await page.getByRole('button', { name: 'Keep only this' }).click();
      await page.getByRole('button', { name: /^Undo: Only: Path from Japan to China/ }).click();
      await page.getByRole('button', { name: /^Undo: Path from Japan to China/ }).click();
      await page.getByRole('button', { name: 'Nothing to undo' }).waitFor();
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'picks on the canvas, and cancels a search that is under way',
    async () => {
      const { page, errors, close } = await open();
      await page.getByRole('button', { name: 'Trace', exact: true }).click();
      await page.getByRole('button', { name: 'Pick on the canvas: From' }).click();
      await page.getByText('Click a node on the canvas for "From"').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Pick on the canvas: From' }).click();
      const { x, y } = await placeOf(page, 'japan');
      await page.mouse.click(x, y);
      await expect
        .poll(() => page.getByRole('combobox', { name: 'From', exact: true }).inputValue())
        .toBe('Japan');
      await choose(page, 'To', 'nato', 'NATO');
      await page.getByRole('button', { name: 'Add a stop' }).click();
      const [grip, target] = [
        page.getByRole('button', { name: /^Move NATO/ }),
        page.getByRole('button', { name: /^Move Japan/ }),
      ];
      await grip.hover();
      await page.mouse.down();
      await target.hover();
      await page.mouse.up();
      await soon(() => page.getByRole('combobox', { name: 'From', exact: true }).inputValue()).toBe('NATO');
      await page.getByRole('button', { name: 'Remove stop 1' }).click();
      await choose(page, 'From', 'japan', 'Japan');
      await choose(page, 'To', 'nato', 'NATO');
      await page.route('**/api/paths', () => undefined);
      const ended = page.waitForEvent('requestfailed');
      await page.getByRole('button', { name: 'Ask', exact: true }).click();
      await page.getByRole('button', { name: 'Cancel', exact: true }).click();
      await page.getByText('The search was cancelled.').waitFor();
      expect((await ended).failure()?.errorText).toContain('ABORTED');
      await page.unroute('**/api/paths');
      await choose(page, 'To', 'japan', 'Japan');
      await page.getByRole('button', { name: 'Ask', exact: true }).click();
      await page.getByText('must be another node than from', { exact: true }).waitFor();
      expect(errors.filter((error) => !error.includes('400'))).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)('offers what would find a path, and says what that changed', async () => {
    const { page, errors, close } = await open('#from=japan&to=nato&via=uk');
    await page.getByText('No path', { exact: true }).waitFor();
    const offer = page.getByRole('button', { name: /with background links/ });
    const count = Number(/^\d+/.exec((await offer.textContent()) ?? '')?.[0]);
    await offer.click();
    await page.getByText(/^Changed: .*with background links/).waitFor();
    expect(await page.getByRole('button', { name: /^Path \d+, / }).count()).toBe(count);
    await page.getByRole('button', { name: 'Back to the question before' }).click();
    await page.getByText('No path', { exact: true }).waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it.skipIf(browser === undefined)(
    'opens a copied link with the same answer, and says what is wrong with one',
    async () => {
      const { page, close } = await open(`#from=japan&to=nato&via=uk&${WITH_BACKGROUND}`);
      await chain(page, 1).waitFor();
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: 'Copy link' }).click();
      await page.getByText('Link copied.').first().waitFor();
      const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
      await page.getByText('Passage 7').first().waitFor();
      const answer = await page.getByRole('region', { name: 'Paths found' }).textContent();
      await close();
      const second = await open(link.hash);
      await chain(second.page, 1).waitFor();
      await expect
        .poll(() => second.page.getByRole('region', { name: 'Paths found' }).textContent())
        .toBe(answer);
      expect(second.errors).toEqual([]);
      await second.close();
      const broken = await open('#from=japan&to=nato&mode=longest&k=5');
      await broken.page
        .getByText(/Part of this link cannot be read \(mode\)/)
        .first()
        .waitFor();
      await broken.page.getByRole('button', { name: 'Ask', exact: true }).click();
      await broken.page
        .getByText(/^Searched up to 6 links/)
        .first()
        .waitFor();
      expect(broken.errors).toEqual([]);
      await broken.close();
    },
  );

  it.skipIf(browser === undefined)('answers the question asked last, whichever is ready first', async () => {
    const { page, close } = await open();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    // The names of the first question's nodes are long in coming.
    await page.route('**/api/nodes/nobody', async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest('**/api/nodes/nobody');
    await ask(page, '#from=nobody&to=nato');
    await asked;
    await ask(page, '#from=japan&to=nato');
    await chain(page, 1).waitFor();
    const late = page.waitForResponse('**/api/nodes/nobody');
    letGo();
    await late;
    // Long enough for a question to be asked and refused.
    await page.waitForTimeout(500);
    expect(await page.getByRole('combobox', { name: 'From', exact: true }).inputValue()).toBe('Japan');
    expect(await chain(page, 1).isVisible()).toBe(true);
    await close();
  });

  it.skipIf(browser === undefined)(
    'says of a field what is wrong with it, also beside a stop that is not filled, and leaves out no words unsaid',
    async () => {
      const { page, close } = await open('#from=japan&to=nato');
      await chain(page, 1).waitFor();
      await page.getByRole('button', { name: 'Add a stop' }).click();
      const stop = page.getByRole('combobox', { name: 'By way of', exact: true });
      await stop.fill('Great Brit');
      let asked = 0;
      page.on('request', (request) => {
        if (request.url().endsWith('/api/paths')) asked += 1;
      });
      await page.getByRole('button', { name: 'Ask', exact: true }).click();
      await page.getByText('By way of: choose what "Great Brit" stands for').waitFor();
      expect(asked).toBe(0);
      expect(await stop.evaluate((element) => element === document.activeElement)).toBe(true);
      await stop.fill('');
      await page.getByRole('button', { name: 'Add a stop' }).click();
      await choose(page, 'Stop 2', 'nato', 'NATO');
      await page.getByRole('button', { name: 'Ask', exact: true }).click();
      await page.getByText('must be another node than from and to', { exact: true }).waitFor();
      const isWrong = (name: string) =>
        page.getByRole('combobox', { name, exact: true }).getAttribute('aria-invalid');
      expect([await isWrong('Stop 1'), await isWrong('Stop 2')]).toEqual([null, 'true']);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'puts what is picked on the canvas into the form as it is by then',
    async () => {
      const { page, errors, close } = await open();
      await page.getByRole('button', { name: 'Trace', exact: true }).click();
      await page.getByRole('button', { name: 'Add a stop' }).click();
      await page.getByRole('button', { name: 'Pick on the canvas: By way of' }).click();
      await page.getByRole('button', { name: 'Add a stop' }).click();
      await choose(page, 'Stop 2', 'nato', 'NATO');
      const { x, y } = await placeOf(page, 'uk');
      await page.mouse.click(x, y);
      const shown = (name: string) => page.getByRole('combobox', { name, exact: true }).inputValue();
      await soon(() => shown('Stop 1')).toBe('United Kingdom');
      expect(await shown('Stop 2')).toBe('NATO');
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'tells of an answer by names, whatever the form says by then',
    async () => {
      const { page, errors, close } = await open('#from=japan&to=china&mode=k-shortest&k=3&avoid=usa');
      await chain(page, 3).waitFor();
      const told = page.getByText(/^Searched up to 6 links, .* avoiding United States\. /);
      await told.waitFor();
      await page.locator('summary').filter({ hasText: 'Options' }).click();
      await page.getByRole('button', { name: 'Allow United States again' }).click();
      await chain(page, 2).click();
      await soon(() => chain(page, 2).getAttribute('aria-pressed')).toBe('true');
      expect(await told.isVisible()).toBe(true);
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'offers no fewer paths than there are where some are left out',
    async () => {
      const { page, errors, close } = await open();
      await page.route('**/api/paths', async (route) => {
        const response = await route.fetch();
        const answer: PathAnswer = await response.json();
        await route.fulfill({
          response,
          json: { ...answer, searched: { ...answer.searched, moreExist: true } },
        });
      });
      await ask(page, '#from=japan&to=china');
      const all = page.getByRole('button', { name: 'Find all shortest paths' });
      await all.click();
      await all.waitFor({ state: 'detached' });
      await chain(page, 1).waitFor();
      await page.getByText(/There are more\.$/).waitFor();
      expect(await page.getByRole('button', { name: /^Find \d+ paths/ }).count()).toBe(0);
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'keeps the two that are compared when other questions were looked at',
    async () => {
      const { page, errors, close } = await open();
      for (const id of ['japan', 'uk']) await shiftClick(page, id);
      await page.getByRole('button', { name: 'Trace', exact: true }).click();
      const tasks = page.getByRole('radiogroup', { name: 'What to ask' });
      await tasks.getByText('Compare').click();
      const other = page.getByRole('combobox', { name: 'Other', exact: true });
      await soon(() => other.inputValue()).toBe('United Kingdom');
      await choose(page, 'Other', 'nato', 'NATO');
      await tasks.getByText('Around').click();
      await tasks.getByText('Compare').click();
      await soon(() => other.inputValue()).toBe('NATO');
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'counts what was put aside as not on the canvas, and adds it',
    async () => {
      const { page, errors, close } = await open('#from=japan&to=china&mode=k-shortest&k=4');
      await chain(page, 1).waitFor();
      await page.getByRole('button', { name: 'Keep only this' }).click();
      await page.getByText(/^2 nodes, /).waitFor();
      await chain(page, 3).click();
      await page.getByRole('button', { name: 'Add to the canvas' }).click();
      await page.getByText('On the canvas', { exact: true }).waitFor();
      const added = await placeOf(page, 'alliance');
      await chain(page, 1).click();
      await soon(() => chain(page, 1).getAttribute('aria-pressed')).toBe('true');
      expect(await placeOf(page, 'alliance')).toEqual(added);
      const { x, y } = await placeOf(page, 'japan');
      await page.mouse.click(x, y);
      await page.getByRole('radiogroup', { name: 'What to ask' }).getByText('Around').click();
      const links = page.getByRole('region', { name: 'Links of Japan' });
      await links.getByText(/^\d+ links; \d shown, \d+ hidden$/).waitFor();
      expect(await links.getByText('All its links are on the canvas.').count()).toBe(0);
      await page.getByRole('button', { name: 'Draw them' }).click();
      await page.getByText(/^\d\d nodes came to the canvas\.$/).waitFor();
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)('exports a path as a cited report', async () => {
    const { page, errors, close } = await open(`#from=japan&to=nato&via=uk&${WITH_BACKGROUND}`);
    await chain(page, 1).waitFor();
    await page.getByRole('region', { name: 'Paths found' }).getByRole('button', { name: 'Export' }).click();
    await page.getByRole('radio', { name: /Markdown/ }).check();
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const file = await started;
    expect(file.suggestedFilename()).toBe('path-from-japan-to-nato.md');
    const report = await readFile(await file.path(), 'utf8');
    expect(report).toMatch(
      /^# Path from Japan to NATO\n\n\*\*Question:\*\* How is Japan tied to NATO, by way of United Kingdom\?/,
    );
    expect(report).toContain('\nSearched up to 6 links, either way, with background links.');
    expect(report).toMatch(/\n1\. .+ \(asserted/);
    expect(report).toContain(quoteOf('r126'));
    expect(report).toMatch(/> — .*, passage \d/);
    expect(errors).toEqual([]);
    await close();
  });

  it.skipIf(browser === undefined)(
    'connects nodes chosen with Shift, draws what lies around them, and compares two',
    async () => {
      const { page, errors, close } = await open();
      for (const id of ['japan', 'uk', 'nato']) await shiftClick(page, id);
      const bar = page.getByRole('region', { name: 'Selected together' });
      await bar.getByText('NATO').waitFor();
      await bar.getByRole('button', { name: 'Connect' }).click();
      await page.getByRole('button', { name: 'Connect them' }).click();
      await page.getByText('6 nodes, 5 links. Nothing smaller connects them.').first().waitFor();
      await page.getByRole('checkbox', { name: /^Count background links/ }).check();
      await page.getByRole('button', { name: 'Connect them' }).click();
      await page.getByText('4 nodes, 3 links. Nothing smaller connects them.').first().waitFor();
      expect(await objections(page)).toEqual([]);
      await page.getByRole('radiogroup', { name: 'What to ask' }).getByText('Around').click();
      await page.getByText(/^\d+ nodes, \d+ links within 1 link\.$/).waitFor();
      await page.getByRole('button', { name: 'Draw them' }).click();
      await page.getByRole('button', { name: 'Keep only these' }).click();
      await page.getByRole('button', { name: /^Undo: Only what is within 1 link of Japan/ }).click();
      expect(await objections(page)).toEqual([]);
      await page.getByRole('radiogroup', { name: 'What to ask' }).getByText('Compare').click();
      await page.getByRole('button', { name: 'Compare', exact: true }).last().click();
      const both = page.getByRole('region', { name: 'What they share' });
      await both.getByText(quoteOf('r126')).first().waitFor();
      await page.getByText(/^Only Japan: \d+$/).waitFor();
      expect(await objections(page)).toEqual([]);
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'offers questions until one is begun, and no empty line under what is chosen',
    async () => {
      const { page, errors, close } = await open();
      await page.getByRole('button', { name: 'Trace', exact: true }).click();
      const examples = page.getByRole('region', { name: 'Questions to begin with' });
      await examples.getByRole('link', { name: /^How is Japan tied to NATO/ }).waitFor();
      await choose(page, 'From', 'japan', 'Japan');
      await examples.waitFor({ state: 'detached' });
      const options = page.locator('summary').filter({ hasText: 'Options' });
      await options.click();
      const types = page.getByRole('combobox', { name: 'Only these links' });
      const bottomOf = (locator: Locator) =>
        locator.evaluate((element) => element.getBoundingClientRect().bottom);
      const field = page.locator('.mantine-MultiSelect-input').first();
      const last = field.locator('.mantine-MultiSelect-pill').last();
      // One after the other, so that some fill their line to its end.
      const listed = page.getByRole('listbox').getByRole('option');
      for (let count = 0; count < 9; count++) {
        await types.focus();
        if (!(await listed.first().isVisible())) await page.keyboard.press('ArrowDown');
        await listed.nth(count).click();
        await options.focus();
        await soon(async () => (await bottomOf(field)) - (await bottomOf(last))).toBeLessThan(20);
      }
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)('has nothing that axe objects to, narrow and dark', async () => {
    const { page, errors, close } = await open('#from=japan&to=nato&via=uk', {
      width: 390,
      height: 844,
      colorScheme: 'dark',
    });
    await page.getByText('No path', { exact: true }).waitFor();
    await page.locator('summary').filter({ hasText: 'Options' }).click();
    expect(await objections(page)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });
});

afterAll(() => browser?.close());
