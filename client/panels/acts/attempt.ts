import { isAway, plainReasons } from '../../api/api-problem.ts';
import { lookAtHealth } from '../connection/query-client.ts';
import { keepFocus } from '../keep-focus.ts';
import { useScreen } from '../screen-store.ts';

/** Runs an act of the user; what goes wrong is said on the screen. Resolves to whether it went well. */
export async function attempt(act: () => Promise<void>): Promise<boolean> {
  const { say, announce } = useScreen.getState();
  const from = document.activeElement;
  say(null);
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    if (isAway(error)) lookAtHealth();
    say(plainReasons(error));
    announce(plainReasons(error));
    return false;
  } finally {
    keepFocus(from);
  }
}
