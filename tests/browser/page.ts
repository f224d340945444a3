import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Screen {
  width: number;
  height: number;
  colorScheme?: 'light' | 'dark';
  /** A device with a touch screen. */
  touch?: boolean;
}

/** A page that fails the test when the console shows an error. `prepare` is done to it before it loads. */
export async function openPage(
  browser: Browser,
  address: string,
  screen: Screen = { width: 1440, height: 900 },
  prepare?: (page: Page) => Promise<unknown>,
) {
  const { width, height, colorScheme = 'light', touch = false } = screen;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    hasTouch: touch,
    isMobile: touch,
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await prepare?.(page);
  await page.goto(address);
  return { page, errors, close: () => context.close() };
}

/** Until the graph is drawn; the rest of the page may be on its way. */
export async function waitForDrawing(page: Page, timeout = 30_000): Promise<void> {
  await page.waitForFunction(() => window.__throughline?.stage != null, undefined, { timeout });
}

/** Until the graph is drawn and the page around it is there. */
export async function waitForGraph(page: Page, timeout = 30_000): Promise<void> {
  await waitForDrawing(page, timeout);
  await page.getByRole('navigation', { name: 'Panels' }).waitFor({ timeout });
}

/** As `openPage`, once the graph is drawn. */
export async function openGraph(
  browser: Browser | undefined,
  address: string,
  screen?: Screen,
  prepare?: (page: Page) => Promise<unknown>,
) {
  if (browser === undefined) throw new Error('no browser');
  const opened = await openPage(browser, address, screen, prepare);
  await waitForGraph(opened.page);
  return opened;
}

const SCREENSHOTS = join(import.meta.dirname, '../../dist/screenshots');

/** Keeps how the page looks as `dist/screenshots/<name>.png`, for people to look at. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SCREENSHOTS, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.png`) });
}

/** Where a node is drawn, in pixels of the page. */
export async function placeOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const box = await page.locator('[data-canvas] canvas').first().boundingBox();
  const at = await page.evaluate((node) => window.__throughline?.stage?.nodeOnScreen(node) ?? null, id);
  if (box === null || at === null) throw new Error(`${id} is not drawn`);
  return { x: box.x + at.x, y: box.y + at.y };
}

/** Chooses a node in a search field, by typing. */
export async function choose(page: Page, field: string, words: string, name: string): Promise<void> {
  const input = page.getByRole('combobox', { name: field, exact: true });
  await input.fill(words);
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click();
  await expect.poll(() => input.inputValue()).toBe(name);
}
