import { useEffect } from 'react';
import type { Path } from '../../../server/contract/paths.ts';
import { workspace } from '../../workspace/workspace.ts';
import type { PathOnShow } from '../../workspace/workspace-content.ts';
import { useKept } from '../keep/kept-store.ts';
import { finishOpening, openAskedView } from '../keep/open-view.ts';
import { plainHash } from '../keep/view-address.ts';
import { hashOf } from '../location-hash.ts';
import { usePaths } from '../paths/paths-store.ts';
import { useScreen } from '../screen-store.ts';
import { groupInFront, watchGroup } from '../trace/ask-group.ts';
import { openPlace } from './open-place.ts';

/** Opens what the address asks for once the graph is there, and keeps the address true to what is on screen. */
export function useLocation(opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    let writing = false;
    const open = async () => {
      const { hash } = window.location;
      writing = false;
      const view = useKept.getState().opened ?? (await openAskedView(hash));
      const rest = plainHash(hash);
      const place = rest === '' && view ? view.view.data.place : rest;
      await openPlace(place);
      // An address that asks for something else than the view that was kept gets it.
      if (view?.view.data.place === place) finishOpening(view);
      useKept.setState({ opened: null });
      writing = true;
      writePlace();
    };
    const write = () => {
      if (writing) writePlace();
    };
    void open();
    const stops = [
      workspace.subscribe(write),
      usePaths.subscribe(write),
      useScreen.subscribe(write),
      watchGroup(write),
    ];
    window.addEventListener('hashchange', open);
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('hashchange', open);
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
  const group = groupInFront();
  const hash = hashOf({
    selection,
    question,
    ...(lit?.question ? { around: lit.question } : {}),
    ...(group ? { group } : {}),
    ...(place ? { reading: place } : {}),
  });
  if (hash !== window.location.hash) {
    window.history.replaceState(null, '', hash || `${window.location.pathname}${window.location.search}`);
  }
}

/** Whether the path that is lit is one of these; where nothing was found there is nothing to be lit. */
function isOnShow(paths: readonly Path[], lit: PathOnShow | null): boolean {
  if (paths.length === 0) return true;
  const shown = lit?.relationshipIds.join('\n');
  return paths.some((path) => path.relationshipIds.join('\n') === shown);
}
