import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';

/** Copies the address of what is on screen; the address bar always holds it. */
export async function copyLink(): Promise<void> {
  const { say, announce } = useScreen.getState();
  try {
    await navigator.clipboard.writeText(window.location.href);
    say(text.bar.linkCopied);
    announce(text.bar.linkCopied);
  } catch {
    say(text.bar.linkNotCopied);
  }
}
