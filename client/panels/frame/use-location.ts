import { useEffect } from 'react';
import type { Path, PathQuestionInput } from '../../../server/contract/paths.ts';
import { workspace } from '../../workspace/workspace.ts';
import type { PathOnShow } from '../../workspace/workspace-content.ts';
import { wordsOfQuestion } from '../about/example-questions.ts';
import { askAround } from '../acts/ask-around.ts';
import { attempt } from '../acts/attempt.ts';
import { openReading } from '../acts/open-reading.ts';
import { select } from '../acts/select.ts';
import { hashOf, placeOf } from '../location-hash.ts';
import { askQuestion, fillIn, usePaths } from '../paths/paths-store.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';

/** Opens what the address asks for once the graph is there, and keeps the address true to what is on screen. */
export function useLocation(opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    let writing = false;
    const openPlace = async () => {
      const { question, unread, selection, around, reading } = placeOf(window.location.hash);
      writing = false;
      if (unread) await sayUnread(question, unread);
      else if (question) await askQuestion(question);
      if (around) await attempt(() => askAround(around, wordsOfQuestion(around, nameOf, text.about)));
      if (reading) await attempt(() => openReading(reading));
      if (selection) select(selection, { look: true, keepLit: reading !== undefined });
      writing = true;
      writePlace();
    };
    const write = () => {
      if (writing) writePlace();
    };
    void openPlace();
    const stops = [workspace.subscribe(write), usePaths.subscribe(write), useScreen.subscribe(write)];
    window.addEventListener('hashchange', openPlace);
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('hashchange', openPlace);
    };
  }, [opened]);
}

function writePlace(): void {
  const { selection, content } = workspace.getState();
  const { outcome } = usePaths.getState();
  const question =
    outcome.state === 'answered' && isOnShow(outcome.answer.paths, content.path) ? outcome.question : null;
  const { lit, reading } = useScreen.getState();
  const place = reading && (lit?.place ?? { documentId: reading.documentId });
  const hash = hashOf({
    selection,
    question,
    ...(lit?.question ? { around: lit.question } : {}),
    ...(place ? { reading: place } : {}),
  });
  if (hash !== window.location.hash) {
    window.history.replaceState(null, '', hash || `${window.location.pathname}${window.location.search}`);
  }
}

function nameOf(id: string): string {
  return workspace.getState().content.nodes.get(id)?.caption ?? id;
}

/** Whether the path that is lit is one of these; where nothing was found there is nothing to be lit. */
function isOnShow(paths: readonly Path[], lit: PathOnShow | null): boolean {
  if (paths.length === 0) return true;
  const shown = lit?.relationshipIds.join('\n');
  return paths.some((path) => path.relationshipIds.join('\n') === shown);
}

/** A link that is only half understood fills the form with the half, says so, and asks nothing by itself. */
async function sayUnread(question: PathQuestionInput | null, unread: readonly string[]): Promise<void> {
  const { say, announce } = useScreen.getState();
  if (question) await fillIn(question, []);
  const words = question ? text.paths.brokenLink(unread.join(', ')) : text.paths.brokenEnds;
  say(words);
  announce(words);
}
