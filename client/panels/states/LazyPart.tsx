import { text } from '../text.ts';
import { PanelFailed, PanelLoading } from './PanelState.tsx';
import { type LoadPart, useLoaded } from './use-loaded.ts';

interface Props {
  /** Browsers ask once for a script, so where that fails only loading the page again helps. */
  load: LoadPart;
  words: { loading: string; failed: string };
}

/** A part of the page whose script comes when it is used; where that fails the rest of the page stays as it is. */
export function LazyPart({ load, words }: Props) {
  const state = useLoaded(load);
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
