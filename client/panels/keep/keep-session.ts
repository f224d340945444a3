import { MOST_VIEW_NODES, readView, type SavedView } from '../../../server/contract/saved-view.ts';
import { workspace } from '../../workspace/workspace.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useTraceTask } from '../trace/trace-task.ts';
import { keep, readKept } from './browser-storage.ts';
import { collectView } from './collect-view.ts';
import { dropHistory, keepHistory } from './keep-history.ts';
import { LAST, TAB } from './kept-names.ts';
import { useKept } from './kept-store.ts';

type ScreenState = ReturnType<typeof useScreen.getState>;

/** Waits for a moment of rest, so that a series of acts is written once. */
const REST_MS = 400;
/** Writing so many nodes takes a moment, so it is done less often. */
const LARGE = 3000;
const LARGE_REST_MS = 3000;

/** What this tab showed before it was loaded again; null where there is nothing that can be read. */
export function keptOfTab(): SavedView | null {
  return parse(readKept('session', TAB));
}

/** What some tab showed last; null where there is nothing that can be read. */
export function keptLast(): SavedView | null {
  return parse(readKept('local', LAST));
}

/**
 * Keeps what is on screen in the browser, each tab by itself, until stopped. What a tab shows is offered to new ones only
 * once something was done in it. Says once where the browser keeps nothing.
 */
export function keepSession(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refused = false;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const { opened, history, content } = workspace.getState();
    const kept = useKept.getState();
    if (!opened || kept.opened) return;
    const isSmall = content.nodes.size <= MOST_VIEW_NODES;
    let isKept = isSmall;
    if (isSmall) {
      const view = collectView('session');
      const written = JSON.stringify(view);
      // The steps go first: where there is room for one only, it is that of the view.
      dropHistory();
      isKept = keep('session', TAB, written);
      const isWorkedOn = history.past.length > 0 && !kept.broughtBack;
      if (isWorkedOn) isKept = keep('local', LAST, written) && isKept;
      keepHistory(history, view);
    }
    if (isKept || refused) return;
    refused = true;
    useScreen.getState().say(isSmall ? text.keep.notKept : text.keep.tooManyToKeep(MOST_VIEW_NODES));
  };
  const soon = () => {
    const isLarge = workspace.getState().content.nodes.size > LARGE;
    timer ??= setTimeout(write, isLarge ? LARGE_REST_MS : REST_MS);
  };
  const lookAtScreen = (now: ScreenState, before: ScreenState) => {
    const isKeptPart =
      now.left !== before.left ||
      now.drawer !== before.drawer ||
      now.reading !== before.reading ||
      now.lit !== before.lit;
    if (isKeptPart) soon();
  };
  const leave = () => {
    if (document.visibilityState === 'hidden') write();
  };
  const stops = [workspace.subscribe(soon), useScreen.subscribe(lookAtScreen), useTraceTask.subscribe(soon)];
  window.addEventListener('pagehide', write);
  document.addEventListener('visibilitychange', leave);
  soon();
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
    window.removeEventListener('pagehide', write);
    document.removeEventListener('visibilitychange', leave);
  };
}

function parse(written: string | null): SavedView | null {
  if (written === null) return null;
  try {
    const read = readView(JSON.parse(written));
    return 'view' in read ? read.view : null;
  } catch {
    return null;
  }
}
