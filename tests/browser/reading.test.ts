import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toRecords } from '../../graph-seed/load-dataset.ts';
import { readOriginal } from '../../graph-seed/read-original.ts';
import { documentResponseSchema } from '../../server/contract/documents.ts';
import { articleDataset, articleGraph } from '../fixtures/article-graph.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEmbedded, describeOnEngines, type TestEngine } from '../fixtures/engines.ts';
import { FAR_WORDS, LONG_TEXT_PASSAGES, longTextGraph } from '../fixtures/long-text.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { CAKE, recordsOf, TEA } from '../fixtures/two-documents.ts';
import { clearestLink } from './clearest-link.ts';
import { objections } from './objections.ts';
import { openGraph, type Screen } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const ARTICLE = join(import.meta.dirname, '../../../shared/source/article.txt');
const DOCUMENT = articleDataset.documents[0]?.id ?? '';
const browser: Browser | undefined = await startChromium();
afterAll(() => browser?.close());

/** The app on an engine, opened in a page at an address below it. */
function pagesOn(engine: TestEngine) {
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());
  return {
    get: (id: string) => app.get(`/api/documents/${encodeURIComponent(id)}`, documentResponseSchema),
    async open(hash = '', screen?: Screen) {
      const opened = await openGraph(browser, `${app.address}/${hash}`, screen);
      return opened;
    },
  };
}

const column = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const words = async (marks: Locator) => (await marks.allTextContents()).join('').replace(/\s+/g, ' ').trim();
const lit = (page: Page | Locator) => page.locator('[data-tone]');

function isInView(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const scroller = element.closest('section')?.getBoundingClientRect();
    return scroller !== undefined && box.top >= scroller.top && box.bottom <= scroller.bottom;
  });
}

describeOnEngines('the reading view', articleGraph, (engine) => {
  const pages = pagesOn(engine);
  const title = articleDataset.documents[0]?.title ?? '';

  it.skipIf(browser === undefined)(
    'lights and shows the words of a relationship, from its details and from the canvas',
    async () => {
      const last = articleDataset.relationships.findLast(({ evidence }) => evidence.length === 1);
      const { page, errors, close } = await pages.open(`#link=${last?.id}`);
      await page.getByRole('button', { name: 'Read in the text' }).click();
      await expect.poll(() => words(page.locator('[data-tone="selected"]'))).toBe(last?.evidence[0]?.quote);
      await expect.poll(() => isInView(lit(page).first())).toBe(true);

      const drawn = articleGraph.relationships.filter(
        ({ type, properties }) => type !== 'HAS_PASSAGE' && properties.status !== 'background',
      );
      const { relationship, middle } = await clearestLink(page, drawn);
      await page.mouse.click(middle.x, middle.y);
      const quotes = articleDataset.relationships.find(({ id }) => id === relationship.id)?.evidence ?? [];
      await expect
        .poll(() => words(page.locator('[data-tone="selected"]')))
        .toBe(quotes.map(({ quote }) => quote).join(''));
      await expect.poll(() => isInView(lit(page).first())).toBe(true);
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'lights all that rests on marked words, lists it to choose from, and shows only that',
    async () => {
      const { passages } = await pages.get(DOCUMENT);
      const { page, errors, close } = await pages.open();
      await page.getByRole('button', { name: 'Read the text' }).click();
      const first = passages[0];
      if (!first) throw new Error('the text is empty');
      const mark = column(page, title).locator('[data-stop="mark 0"]').first();
      await mark.click();
      const end = Number(await mark.getAttribute('data-end'));
      const resting = first.marks.filter((each) => each.start < end && each.end > 0);
      const links = new Set(resting.flatMap(({ relationship }) => relationship ?? []));
      const ends = articleDataset.relationships.filter(({ id }) => links.has(id));
      const nodes = new Set([
        ...resting.flatMap(({ node }) => node ?? []),
        ...ends.flatMap(({ source, target }) => [source, target]),
      ]);
      const count = (many: number, noun: string) => `${many} ${noun}${many === 1 ? '' : 's'}`;
      await page.getByText(`${count(nodes.size, 'node')}, ${count(links.size, 'link')} lit`).waitFor();

      const list = page.getByRole('region', { name: 'What rests on these words' });
      await list.getByRole('button', { name: ends[0]?.statement ?? '' }).click();
      await expect
        .poll(() => words(page.locator('[data-tone="selected"]')))
        .toContain(ends[0]?.evidence[0]?.quote ?? '');

      await list.getByRole('button', { name: 'Show only this' }).click();
      const sum = page.getByText(/^\d+ nodes?, \d+ links?$/);
      await expect
        .poll(() => sum.textContent())
        .toBe(`${count(nodes.size, 'node')}, ${count(links.size, 'link')}`);
      await page.getByRole('button', { name: /^Undo: Only/ }).click();
      await expect.poll(() => sum.textContent()).toContain(`${articleDataset.entities.length} nodes`);
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)(
    'lights the quote of a hop, and words that are selected with the pointer',
    async () => {
      const { page, errors, close } = await pages.open('#from=japan&to=uk');
      const quote = page.locator('figure').first();
      const quoted = await quote.locator('blockquote').textContent();
      await quote.getByRole('button', { name: /^Read / }).click();
      await expect.poll(() => words(lit(page))).toBe(quoted);
      await expect.poll(() => isInView(lit(page).first())).toBe(true);

      // The longest line of the words: their box as a whole begins at the margin.
      const line = await lit(page)
        .first()
        .evaluate((element) => {
          const lines = [...element.getClientRects()].sort((one, other) => other.width - one.width);
          return lines[0]?.toJSON() as DOMRect | undefined;
        });
      if (!line) throw new Error('nothing is lit');
      await page.mouse.move(line.x + line.width * 0.3, line.y + 10);
      await page.mouse.down();
      await page.mouse.move(line.x + line.width * 0.9, line.y + 10, { steps: 4 });
      await page.mouse.up();
      await page
        .getByText(/ lit\b/)
        .first()
        .waitFor();
      const selected = await page.evaluate(() => window.getSelection()?.toString().trim());
      expect(selected?.length).toBeGreaterThan(2);
      await page.getByText(`${selected}`, { exact: true }).waitFor();
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)('is read and used by keyboard, and can be linked to', async () => {
    const { page, errors, close } = await pages.open();
    await page.getByRole('button', { name: 'Read the text' }).click();
    await column(page, title).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusedStop(page)).toMatch(/^sentence [1-9]/);
    await page.keyboard.press('Enter');
    const sentence = await words(lit(page));
    expect(sentence.length).toBeGreaterThan(20);
    expect(await page.locator('[data-passage]').first().textContent()).toContain(sentence);
    const shared = page.url();

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focusedStop(page)).toMatch(/^mark /);
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.keyboard.press('Enter');
    const chosen = await page.evaluate(() => document.activeElement?.textContent?.trim());
    expect(name?.startsWith(`${chosen}: `)).toBe(true);
    expect(name?.length).toBeGreaterThan((chosen?.length ?? 0) + 3);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByText(/ lit$/).count()).toBe(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => column(page, title).count()).toBe(0);
    expect(errors).toEqual([]);
    await close();

    const again = await pages.open(new URL(shared).hash);
    await expect.poll(() => words(lit(again.page))).toBe(sentence);
    await close();
    await again.close();
  });

  it.skipIf(browser === undefined)('answers a named question that is linked to', async () => {
    const { page, errors, close } = await pages.open();
    const question = page.getByRole('link', { name: 'What threatens the status quo?' });
    const hash = new URL((await question.getAttribute('href')) ?? '', page.url()).hash;
    await close();
    const linked = await pages.open(hash);
    await linked.page.getByRole('heading', { name: 'What threatens the status quo?' }).waitFor();
    const threat = articleDataset.relationships.find(
      ({ type, target }) => type === 'THREATENS' && target === 'rules_order',
    );
    await linked.page.getByRole('button', { name: threat?.statement ?? 'none' }).click();
    await linked.page.getByRole('heading', { name: threat?.statement ?? 'none' }).waitFor();
    await linked.page.getByRole('button', { name: 'Back to the answer' }).click();
    await linked.page.getByRole('heading', { name: 'What threatens the status quo?' }).waitFor();
    expect([...errors, ...linked.errors]).toEqual([]);
    await linked.close();
  });

  it.skipIf(browser === undefined)(
    'has nothing that axe objects to, wide and narrow, light and dark',
    async () => {
      for (const screen of [
        { width: 1440, height: 900 },
        { width: 390, height: 844, colorScheme: 'dark' as const },
      ]) {
        const { page, errors, close } = await pages.open('', screen);
        await page.getByRole('button', { name: 'Read the text' }).click();
        await column(page, title).locator('[data-stop="mark 0"]').first().click();
        await page.getByText(/ lit$/).waitFor();
        expect(await objections(page)).toEqual([]);
        expect(errors).toEqual([]);
        await close();
      }
    },
  );
});

function focusedStop(page: Page): Promise<string> {
  return page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? (document.activeElement.dataset.stop ?? '') : '',
  );
}

const hasArticle = existsSync(ARTICLE);
if (!hasArticle && process.env.CI === 'true') throw new Error(`The original is not at ${ARTICLE}`);
if (!hasArticle) console.warn(`SKIPPED: the reading view with the original, which is not at ${ARTICLE}`);

describe.skipIf(!hasArticle)('with the original loaded', async () => {
  const originals = hasArticle ? [await readOriginal(ARTICLE, articleDataset)] : [];
  describeOnEmbedded(
    'the reading view beside the original',
    toRecords(articleDataset, originals),
    (engine) => {
      const pages = pagesOn(engine);
      it.skipIf(browser === undefined)(
        'lights the spans of both, one below the other or side by side',
        async () => {
          const title = originals[0]?.title ?? '';
          const told = articleDataset.relationships.findLast(({ evidence }) => evidence.length === 1);
          const [start, end] = told?.evidence[0]?.original ?? [0, 0];
          const passage = originals[0]?.passages.findLast(({ offset }) => offset <= start);
          const span = passage?.text.slice(start - passage.offset, end - passage.offset);
          const { page, errors, close } = await pages.open(`#link=${told?.id}`);
          await page.getByRole('button', { name: 'Read in the text' }).click();
          await expect.poll(() => words(lit(page))).toBe(told?.evidence[0]?.quote);
          await page.getByText('Original', { exact: true }).click();
          await expect.poll(() => words(lit(column(page, title)))).toBe(span?.replace(/\s+/g, ' '));
          await page.getByRole('button', { name: 'Both side by side' }).click();
          const retold = column(page, articleDataset.documents[0]?.title ?? '');
          await expect.poll(() => words(lit(retold))).toBe(told?.evidence[0]?.quote);
          await expect.poll(() => isInView(lit(retold).first())).toBe(true);
          await expect.poll(() => isInView(lit(column(page, title)).first())).toBe(true);
          expect(await objections(page)).toEqual([]);
          expect(errors).toEqual([]);
          await close();
        },
      );
    },
  );
});

describeOnEmbedded('a text of 2,000 paragraphs', longTextGraph, (engine) => {
  const pages = pagesOn(engine);
  it.skipIf(browser === undefined)(
    'is drawn with its marks only where it is looked at, and scrolled to words far down',
    async () => {
      const { page, errors, close } = await pages.open('#link=asked');
      await page.getByRole('button', { name: 'Read in the text' }).click();
      await expect.poll(() => words(page.locator('[data-tone="selected"]'))).toBe(FAR_WORDS.quote);
      await expect.poll(() => isInView(lit(page).first())).toBe(true);
      expect(await page.locator('[data-passage]').count()).toBe(LONG_TEXT_PASSAGES);
      await expect.poll(() => page.locator('[data-passage] a').count()).toBeLessThan(60);
      const elements = await page.locator('[data-passage] *').count();
      expect(elements).toBeLessThan(LONG_TEXT_PASSAGES * 4);
      expect(errors).toEqual([]);
      await close();
    },
  );
});

describeOnEmbedded('a graph of two texts', recordsOf(TEA, CAKE), (engine) => {
  const pages = pagesOn(engine);
  it.skipIf(browser === undefined)('is filtered by text, and undone', async () => {
    const { page, errors, close } = await pages.open();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    const sum = page.getByText(/^\d+ nodes?, \d+ links?$/);
    const before = await sum.textContent();
    await page.getByRole('checkbox', { name: 'Tea' }).uncheck();
    await expect.poll(() => sum.textContent()).toBe('3 nodes, 2 links');
    await page.getByRole('button', { name: 'Undo: Hide Tea' }).click();
    await expect.poll(() => sum.textContent()).toBe(before);
    expect(errors).toEqual([]);
    await close();
  });
});
