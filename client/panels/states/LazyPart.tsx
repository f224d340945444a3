import { type ComponentType, useEffect, useState } from 'react';
import { PanelFailed, PanelLoading } from './PanelState.tsx';

interface Props {
  /** Fetches the part; called again when it failed and is asked for once more. */
  load(): Promise<ComponentType>;
  words: { loading: string; failed: string };
}

type State = { Part: ComponentType } | { error: unknown } | null;

/** A part of the page whose script comes when it is used; where that fails the rest of the page stays as it is. */
export function LazyPart({ load, words }: Props) {
  const [state, setState] = useState<State>(null);
  const [tries, setTries] = useState(1);
  useEffect(() => {
    let isWanted = tries > 0;
    setState(null);
    load().then(
      (Part) => isWanted && setState({ Part }),
      (error: unknown) => isWanted && setState({ error }),
    );
    return () => {
      isWanted = false;
    };
  }, [load, tries]);
  if (state === null) return <PanelLoading words={words.loading} />;
  if ('Part' in state) return <state.Part />;
  return <PanelFailed heading={words.failed} error={state.error} onRetry={() => setTries(tries + 1)} />;
}
