import { type ComponentType, useEffect, useState } from 'react';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';

interface Props {
  /** Fetches the part; one function for as long as the overlay is open. */
  load(): Promise<ComponentType>;
  /** Nothing came, which is said already. */
  onFailed(): void;
}

/** What opens over the page and has its script fetched for that; where that fails the page stays as it is. */
export function LazyOverlay({ load, onFailed }: Props) {
  const [loaded, setLoaded] = useState<{ Part: ComponentType } | null>(null);
  useEffect(() => {
    let isWanted = true;
    load().then(
      (Part) => isWanted && setLoaded({ Part }),
      () => {
        if (!isWanted) return;
        const { say, announce } = useScreen.getState();
        say(`${text.drawer.failed}. ${text.app.partAway}`);
        announce(text.drawer.failed);
        onFailed();
      },
    );
    return () => {
      isWanted = false;
    };
  }, [load, onFailed]);
  return loaded && <loaded.Part />;
}
