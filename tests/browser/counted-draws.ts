import type { Page } from 'playwright-core';

/** How often each of the drawing's layers was drawn, by its class. */
type Draws = Record<string, number>;

/** Lets the page, before it loads, count how often its layers are drawn. */
export async function countDraws(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const draws: Draws = {};
    Object.assign(window, { draws });
    const proto = WebGL2RenderingContext.prototype;
    const { drawArrays } = proto;
    proto.drawArrays = function (...call) {
      const layer = this.canvas instanceof HTMLCanvasElement ? this.canvas.className : '';
      if (call[2] > 0) draws[layer] = (draws[layer] ?? 0) + 1;
      drawArrays.apply(this, call);
    };
  });
}

/** How often a layer was drawn until now. */
export function drawsOf(page: Page, layer: string): Promise<number> {
  return page.evaluate((name) => (Reflect.get(window, 'draws') as Draws)[name] ?? 0, layer);
}
