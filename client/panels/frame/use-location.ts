import { useEffect } from 'react';
import { workspace } from '../../workspace/workspace.ts';
import { select } from '../acts/select.ts';
import { hashOf, placeOf } from '../location-hash.ts';
import { askQuestion, usePaths } from '../paths/paths-store.ts';

/** Opens what the address asks for once the graph is there, and keeps the address true to what is on screen. */
export function useLocation(opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    let writing = false;
    const openPlace = async () => {
      const { question, selection } = placeOf(window.location.hash);
      writing = false;
      if (question) await askQuestion(question);
      if (selection) select(selection, { look: true });
      writing = true;
      writePlace();
    };
    const write = () => {
      if (writing) writePlace();
    };
    void openPlace();
    const stops = [workspace.subscribe(write), usePaths.subscribe(write)];
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
  const hash = hashOf({ selection, question });
  if (hash !== window.location.hash) {
    window.history.replaceState(null, '', hash || `${window.location.pathname}${window.location.search}`);
  }
}
