import type { Page } from 'playwright-core';

/** A text as it is written on the canvas of names, in pixels of the page. */
export interface WrittenText {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Lets the page, before it loads, remember what is written on the canvas of names and where. */
export async function rememberWritten(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const written: Omit<WrittenText, 'bottom'>[] = [];
    Object.assign(window, { written });
    const proto = CanvasRenderingContext2D.prototype;
    const { fillText, clearRect, drawImage } = proto;
    const isOfNames = ({ canvas }: CanvasRenderingContext2D) => canvas.classList.contains('sigma-labels');
    proto.clearRect = function (...area) {
      if (isOfNames(this)) {
        written.length = 0;
        Object.assign(window, { carried: false });
      }
      clearRect.apply(this, area);
    };
    // Names that are carried along are a picture drawn elsewhere.
    Object.assign(proto, {
      drawImage(this: CanvasRenderingContext2D, ...call: Parameters<typeof drawImage>) {
        if (isOfNames(this)) Object.assign(window, { carried: true });
        drawImage.apply(this, call);
      },
    });
    proto.fillText = function (...call) {
      const [text, x, y] = call;
      if (isOfNames(this)) {
        const { width } = this.measureText(text);
        const share = { left: 0, start: 0, center: 0.5, right: 1, end: 1 }[this.textAlign];
        written.push({ text, left: x - share * width, top: y, right: x + (1 - share) * width });
      }
      fillText.apply(this, call);
    };
  });
}

/** The names on the canvas as they were placed last. */
export function writtenOn(page: Page): Promise<WrittenText[]> {
  return page.evaluate(() => {
    const canvas = document.querySelector('.sigma-labels')?.getBoundingClientRect();
    const { left: dx = 0, top: dy = 0 } = canvas ?? {};
    /** Half of what the smallest letters take, since only their middle is known. */
    const half = 5;
    return (Reflect.get(window, 'written') as Omit<WrittenText, 'bottom'>[]).map(
      ({ text, left, top, right }) => ({
        text,
        left: left + dx,
        top: top - half + dy,
        right: right + dx,
        bottom: top + half + dy,
      }),
    );
  });
}

/** Waits until the names, which a pan only carries along, have been placed anew; for a page that remembers them. */
export async function namesAtRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
  await page.waitForFunction(() => Reflect.get(window, 'carried') === false);
}
