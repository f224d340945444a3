import { useEffect } from 'react';
import { workspace } from '../../workspace/workspace.ts';
import { wordsOfQuestion } from '../about/example-questions.ts';
import { askAround } from '../acts/ask-around.ts';
import { attempt } from '../acts/attempt.ts';
import { openReading } from '../acts/open-reading.ts';
import { select } from '../acts/select.ts';
import { hashOf, placeOf } from '../location-hash.ts';
import { askQuestion, usePaths } from '../paths/paths-store.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';

/** Opens what the address asks for once the graph is there, and keeps the address true to what is on screen. */
export function useLocation(opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    let writing = false;
    const openPlace = async () => {
      const { question, selection, around, reading } = placeOf(window.location.hash);
      writing = false;
      if (question) await askQuestion(question);
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
    outcome.state === 'answered' && (content.path !== null || outcome.answer.paths.length === 0)
      ? outcome.question
      : null;
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
