import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articleGraph } from '../fixtures/article-graph.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { countDraws, drawsOf } from './counted-draws.ts';
import { openGraph, placeOf, type Screen } from './page.ts';
import { namesAtRest, rememberWritten, writtenOn } from './written-names.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const browser: Browser | undefined = await startChromium();

describeOnEmbedded('drawing no more than is needed', articleGraph, (engine) => {
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp(engine.database, {}, CLIENT);
  });
  afterAll(() => app.close());

  const open = async (screen?: Screen) => {
    const opened = await openGraph(browser, app.address, screen, async (page) => {
      await countDraws(page);
      await rememberWritten(page);
    });
    await opened.page.waitForTimeout(1500);
    return opened;
  };

  it.skipIf(browser === undefined)('draws the first graph once, with the panels around it', async () => {
    const { page, errors, close } = await open();
    expect(await drawsOf(page, 'sigma-nodes')).toBe(1);
    expect(errors).toEqual([]);
    await close();
  });

  it.skipIf(browser === undefined)(
    'lets stand out where the pointer rests, without drawing the rest again',
    async () => {
      const { page, errors, close } = await open();
      const whole = await drawsOf(page, 'sigma-nodes');
      expect(await drawsOf(page, 'sigma-hoverNodes')).toBe(0);
      const { x, y } = await placeOf(page, 'japan');
      await page.mouse.move(x, y);
      await expect.poll(() => drawsOf(page, 'sigma-hoverNodes')).toBeGreaterThan(0);
      expect(await drawsOf(page, 'sigma-nodes')).toBe(whole);
      expect(errors).toEqual([]);
      await close();
    },
  );

  it.skipIf(browser === undefined)('writes no name below what lies over the canvas', async () => {
    const { page, errors, close } = await open({ width: 1024, height: 768 });
    const canvas = page.getByRole('application');
    await page.keyboard.down('Shift');
    for (const id of ['japan', 'kishida']) {
      const { x, y } = await placeOf(page, id);
      await page.mouse.click(x, y);
    }
    await page.keyboard.up('Shift');
    const bar = await page.getByRole('region', { name: 'Selected together' }).boundingBox();
    const tools = await page.getByRole('button', { name: 'Zoom in' }).locator('..').boundingBox();
    if (!bar || !tools) throw new Error('no controls over the canvas');
    let covered = 0;
    // Past the controls, so that nodes come to lie below them at one step or another.
    for (const key of [
      '+',
      '+',
      ...Array<string>(6).fill('ArrowRight'),
      ...Array<string>(4).fill('ArrowUp'),
    ]) {
      await canvas.press(key);
      await namesAtRest(page);
      for (const { left, right, top, bottom, text } of await writtenOn(page)) {
        for (const { x, y, width, height } of [bar, tools]) {
          const isUnder = left < x + width && right > x && top < y + height && bottom > y;
          expect(isUnder, `${text} lies below a control`).toBe(false);
        }
      }
      covered += await page.evaluate(
        ([{ x, y, width, height }]) => {
          const drawing = window.__throughline?.stage;
          const corner = document.querySelector('[data-canvas] canvas')?.getBoundingClientRect();
          if (!drawing || !corner) return 0;
          return drawing.scene().nodes.filter(({ id }) => {
            const at = drawing.nodeOnScreen(id);
            if (!at) return false;
            const [left, top] = [at.x + corner.x, at.y + corner.y];
            return left > x && left < x + width && top > y && top < y + height;
          }).length;
        },
        [bar] as const,
      );
    }
    expect(covered).toBeGreaterThan(0);
    expect(errors).toEqual([]);
    await close();
  });
});

afterAll(() => browser?.close());
