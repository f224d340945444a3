import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe objects to on the page as it is now: each rule with the elements that break it. `targets` also asks whether
 * everything that is pressed is 24 pixels large or stands free, and whether a check box or a radio button is as large
 * even where it stands free.
 */
export async function objections(page: Page, { targets = false } = {}): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (enabled) => {
    const { violations } = await window.axe.run({ rules: { 'target-size': { enabled } } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, targets);
  return targets ? [...found, ...(await smallBoxes(page))] : found;
}

/** Check boxes and radio buttons that are not hit everywhere in the 24 pixels around their middle, by themselves or their label. */
function smallBoxes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const REACH = 11.5;
    const corners = [
      [-REACH, -REACH],
      [REACH, -REACH],
      [-REACH, REACH],
      [REACH, REACH],
    ] as const;
    const boxes = document.querySelectorAll<HTMLInputElement>('input[type=checkbox], input[type=radio]');
    return [...boxes].flatMap((box) => {
      const modal = document.querySelector('[aria-modal=true]');
      if (!box.checkVisibility() || box.disabled || (modal && !modal.contains(box))) return [];
      // Of a box that is not drawn the label is what is seen.
      const seen = box.offsetWidth > 0 ? box : (box.labels?.[0] ?? box);
      seen.scrollIntoView({ block: 'center', inline: 'center' });
      const { x, y, width, height } = seen.getBoundingClientRect();
      const isHit = ([dx, dy]: readonly [number, number]) => {
        const hit = document.elementFromPoint(x + width / 2 + dx, y + height / 2 + dy);
        return hit === box || hit?.closest('label')?.control === box;
      };
      return corners.every(isHit)
        ? []
        : [`target of ${Math.round(width)} pixels: ${box.labels?.[0]?.textContent ?? box.outerHTML}`];
    });
  });
}
