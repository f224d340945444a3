import { isAway, plainDetail } from '../../api/api-problem.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { historyOfTab } from './keep-history.ts';
import { keptLast, keptOfTab } from './keep-session.ts';
import { useKept } from './kept-store.ts';
import { openAtStart, readAsked } from './open-view.ts';
import { viewAskedBy } from './view-address.ts';

/** Whether the page begins with a view: that of its address, or what this tab showed before. */
export function beginsWithView(): boolean {
  return viewAskedBy(window.location.hash) !== null || keptOfTab() !== null;
}

/**
 * Begins the page with the view of its address, or with what this tab showed before. Resolves to false where that cannot be
 * had, after saying why; rejects only where the server or the database is away, so that trying again helps.
 */
export async function beginWithView(signal: AbortSignal): Promise<boolean> {
  const { hash } = window.location;
  const asked = viewAskedBy(hash);
  try {
    if (asked) {
      if (await openAtStart(await readAsked(asked, hash, signal), signal)) return true;
      say(text.keep.nothingFound);
      return false;
    }
    const kept = keptOfTab();
    if (!kept || !(await openAtStart(kept, signal, (content) => historyOfTab(kept, content)))) return false;
    useKept.setState({ broughtBack: true });
    return true;
  } catch (error) {
    if (signal.aborted || isAway(error)) throw error;
    say(plainDetail(error));
    return false;
  }
}

/** Offers what was shown last, in a page that begins anew. */
export function offerLast(): void {
  const last = keptLast();
  if (last && last.data.nodes.length > 0) useKept.setState({ offered: last });
}

function say(words: string): void {
  const screen = useScreen.getState();
  screen.say(words);
  screen.announce(words);
}
