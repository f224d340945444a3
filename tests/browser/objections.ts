import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe objects to on the page as it is now: each rule with the elements that break it. `targets` also asks whether
 * everything that is pressed is 24 pixels large or stands free.
 */
export async function objections(page: Page, { targets = false } = {}): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (enabled) => {
    const { violations } = await window.axe.run({ rules: { 'target-size': { enabled } } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, targets);
}
