import type { Stop } from './find-stop.ts';
import type { Span } from './find-words.ts';

/** Frames that the heights of passages, estimated until they are near, are given to settle. */
const SETTLING_FRAMES = 4;

/** Scrolls words to the middle, unless they are in view; returns what stops it. */
export function showWords(scroller: HTMLElement, { passageId, start }: Span): () => void {
  let frame = 0;
  let left = SETTLING_FRAMES;
  const look = () => {
    const element = wordsAt(scroller, passageId, start) ?? passageAt(scroller, passageId);
    if (element && !isInView(scroller, element)) element.scrollIntoView({ block: 'center' });
    left -= 1;
    if (left > 0) frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}

/** Gives the keyboard to a stop that is drawn; false where it is not yet. */
export function focusStop(scroller: HTMLElement, { passageId, kind, start }: Stop): boolean {
  const stop = passageAt(scroller, passageId)?.querySelector<HTMLElement>(`[data-stop="${kind} ${start}"]`);
  if (!stop) return false;
  stop.focus({ preventScroll: true });
  if (!isInView(scroller, stop)) stop.scrollIntoView({ block: 'center' });
  return true;
}

function passageAt(scroller: HTMLElement, passageId: string): HTMLElement | null {
  return scroller.querySelector<HTMLElement>(`[data-passage="${CSS.escape(passageId)}"]`);
}

function wordsAt(scroller: HTMLElement, passageId: string, start: number): HTMLElement | undefined {
  const segments = passageAt(scroller, passageId)?.querySelectorAll<HTMLElement>('[data-start]') ?? [];
  return [...segments].findLast((segment) => Number(segment.dataset.start) <= start);
}

/** The top and bottom tenth do not count: words there have no surroundings. */
function isInView(scroller: HTMLElement, element: HTMLElement): boolean {
  const view = scroller.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const margin = view.height / 10;
  return box.top >= view.top + margin && box.top <= view.bottom - margin;
}
