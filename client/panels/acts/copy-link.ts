import { plainDetail } from '../../api/api-problem.ts';
import { collectView } from '../keep/collect-view.ts';
import { share } from '../keep/shared-views.ts';
import { hashOfShared, hashWithPacked, plainHash } from '../keep/view-address.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';

/** Good news goes away by itself. */
const SHOWN_MS = 5000;

/**
 * Copies a link that shows the same in another browser: with the view in it, or where that would be too long, of a view that
 * the server keeps.
 */
export async function copyLink(): Promise<void> {
  const { say } = useScreen.getState();
  let link: Link;
  try {
    link = await linkToView();
  } catch (error) {
    say(text.bar.linkTooLong(plainDetail(error)));
    return;
  }
  try {
    await navigator.clipboard.writeText(link.address);
    tell(link.isKept ? text.bar.linkToKept : text.bar.linkCopied);
  } catch {
    window.history.replaceState(null, '', link.address);
    say(text.bar.linkNotCopied);
  }
}

interface Link {
  address: string;
  /** The server keeps the view; the link only names it. */
  isKept: boolean;
}

async function linkToView(): Promise<Link> {
  const { LONGEST_LINK, packView } = await import('../keep/view-link.ts');
  const page = `${window.location.origin}${window.location.pathname}${window.location.search}`;
  const whole = page + hashWithPacked(plainHash(window.location.hash), packView(collectView('link')));
  if (whole.length <= LONGEST_LINK) return { address: whole, isKept: false };
  return { address: page + hashOfShared(await share(collectView('keep'))), isKept: true };
}

function tell(words: string): void {
  const { say, announce } = useScreen.getState();
  say(words);
  announce(words);
  setTimeout(() => {
    if (useScreen.getState().notice === words) say(null);
  }, SHOWN_MS);
}
