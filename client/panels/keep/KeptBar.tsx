import { Button, CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import { workspace } from '../../workspace/workspace.ts';
import { attempt } from '../acts/attempt.ts';
import { startAnew } from '../acts/first-graph.ts';
import { text } from '../text.ts';
import styles from './keep.module.css';
import { keepSession } from './keep-session.ts';
import { useKept } from './kept-store.ts';
import { openAsStep } from './open-view.ts';

const NAMED = 8;

/** Keeps what is on screen, and says in a corner of the canvas what was brought back, can be, or is missing. */
export function KeptBar() {
  useEffect(keepSession, []);
  const missing = useKept((kept) => kept.missing);
  const broughtBack = useKept((kept) => kept.broughtBack);
  const offered = useKept((kept) => kept.offered);
  const isMissing = missing !== null && missing.nodes.length + missing.relationshipCount > 0;
  const isNews = broughtBack || offered !== null;

  // Whoever goes on working has seen it.
  useEffect(() => {
    if (!isNews) return;
    const before = workspace.getState().history;
    return workspace.subscribe(({ history }) => {
      const isUntouched = history === before || history.past.length + history.future.length === 0;
      if (useKept.getState().opened || isUntouched) return;
      useKept.setState({ broughtBack: false, offered: null });
    });
  }, [isNews]);

  if (!isMissing && !isNews) return null;
  return (
    <section className={styles.place} aria-label={text.keep.label}>
      {isMissing && (
        <Line onClose={() => useKept.setState({ missing: null })}>
          <span>
            {text.keep.missing(missing.nodes, missing.relationshipCount)}
            {missing.nodes.length > 0 && `: ${named(missing.nodes)}`}.
          </span>
        </Line>
      )}
      {broughtBack && (
        <Line onClose={() => useKept.setState({ broughtBack: false })}>
          <span>{text.keep.broughtBack}</span>
          <Button size="compact-sm" variant="default" onClick={() => attempt(startAnew)}>
            {text.keep.startAnew}
          </Button>
        </Line>
      )}
      {offered && (
        <Line onClose={() => useKept.setState({ offered: null })} close={text.keep.notNow}>
          <span>{text.keep.offered(offered.data.nodes.length)}</span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={async () => {
              if (await attempt(() => openAsStep(offered))) useKept.setState({ offered: null });
            }}
          >
            {text.keep.bringBack}
          </Button>
        </Line>
      )}
    </section>
  );
}

function Line({
  children,
  onClose,
  close = text.app.dismiss,
}: {
  children: React.ReactNode;
  onClose(): void;
  close?: string;
}) {
  return (
    <div className={styles.line}>
      {children}
      <CloseButton size={30} aria-label={close} onClick={onClose} />
    </div>
  );
}

function named(nodes: readonly string[]): string {
  const some = nodes.slice(0, NAMED).join(', ');
  return nodes.length > NAMED ? `${some} ${text.keep.moreMissing(nodes.length - NAMED)}` : some;
}
