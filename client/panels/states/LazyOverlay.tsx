import { useEffect } from 'react';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { type LoadPart, useLoaded } from './use-loaded.ts';

interface Props {
  load: LoadPart;
  /** Nothing came, which is said already. */
  onFailed(): void;
}

/** What opens over the page and has its script fetched for that; where that fails the page stays as it is. */
export function LazyOverlay({ load, onFailed }: Props) {
  const loaded = useLoaded(load);
  useEffect(() => {
    if (loaded !== 'failed') return;
    const { say, announce } = useScreen.getState();
    say(`${text.drawer.failed}. ${text.app.partAway}`);
    announce(text.drawer.failed);
    onFailed();
  }, [loaded, onFailed]);
  return loaded && loaded !== 'failed' && <loaded.Part />;
}
