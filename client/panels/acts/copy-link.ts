import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';

/** Good news goes away by itself. */
const SHOWN_MS = 5000;

/** Copies the address of what is on screen; the address bar always holds it. */
export async function copyLink(): Promise<void> {
  const { say, announce } = useScreen.getState();
  try {
    await navigator.clipboard.writeText(window.location.href);
    say(text.bar.linkCopied);
    announce(text.bar.linkCopied);
    setTimeout(() => {
      if (useScreen.getState().notice === text.bar.linkCopied) say(null);
    }, SHOWN_MS);
  } catch {
    say(text.bar.linkNotCopied);
  }
}
