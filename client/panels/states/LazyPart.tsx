import { type ComponentType, useEffect, useState } from 'react';
import { text } from '../text.ts';
import { PanelFailed, PanelLoading } from './PanelState.tsx';

interface Props {
  /** Fetches the part. Browsers ask once for a script, so where that fails only loading the page again helps. */
  load(): Promise<ComponentType>;
  words: { loading: string; failed: string };
}

type State = { Part: ComponentType } | 'failed' | null;

/** A part of the page whose script comes when it is used; where that fails the rest of the page stays as it is. */
export function LazyPart({ load, words }: Props) {
  const [state, setState] = useState<State>(null);
  useEffect(() => {
    let isWanted = true;
    setState(null);
    load().then(
      (Part) => isWanted && setState({ Part }),
      () => isWanted && setState('failed'),
    );
    return () => {
      isWanted = false;
    };
  }, [load]);
  if (state === null) return <PanelLoading words={words.loading} />;
  if (state !== 'failed') return <state.Part />;
  return (
    <PanelFailed
      heading={words.failed}
      error={text.app.partAway}
      retryWords={text.app.reload}
      onRetry={() => window.location.reload()}
    />
  );
}
