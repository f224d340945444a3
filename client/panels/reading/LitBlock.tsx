import { Button, CloseButton } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { attempt } from '../acts/attempt.ts';
import { bringPart, missingOf, showOnly } from '../acts/light-words.ts';
import { select } from '../acts/select.ts';
import { KindIcon } from '../marks/KindIcon.tsx';
import { LinkIcon } from '../marks/LinkIcon.tsx';
import { type LitPart, useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { sentenceById } from './name-mark.ts';
import styles from './reading.module.css';

/** What is lit: how much it is, each thing of it to select, and the way to show only this. */
export function LitBlock({ lit, nothing }: { lit: LitPart; nothing: string }) {
  const content = useWorkspace((state) => state.content);
  const lightPart = useScreen((screen) => screen.lightPart);
  const { nodeIds, relationshipIds } = lit;
  const missing = missingOf(lit, content);
  const missingCount = missing.nodeIds.length + missing.relationshipIds.length;
  const hiddenCount = countHidden(lit, visibleGraph(content)) - missingCount;
  const isEmpty = nodeIds.length + relationshipIds.length === 0;
  return (
    <section className={styles.lit} aria-label={text.lit.list}>
      <header className={styles.litHead}>
        {lit.place ? (
          <>
            <blockquote className={styles.litWords}>{lit.words}</blockquote>
            <CloseButton
              size={30}
              aria-label={text.lit.clear}
              title={text.lit.clear}
              onClick={() => lightPart(null)}
            />
          </>
        ) : (
          <h3 className={styles.litQuestion}>{lit.words}</h3>
        )}
      </header>
      {isEmpty ? (
        <p className={styles.note}>{nothing}</p>
      ) : (
        <div className={styles.litSum}>
          <span>
            {text.lit.counts(nodeIds.length, relationshipIds.length)}
            {hiddenCount > 0 && `, ${text.lit.hidden(hiddenCount)}`}
          </span>
          {missingCount > 0 ? (
            <>
              <span>{text.lit.missing(missingCount)}</span>
              <Button size="compact-xs" variant="default" onClick={() => attempt(() => bringPart(lit))}>
                {text.lit.bring}
              </Button>
            </>
          ) : (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconFilter size={12} aria-hidden />}
              onClick={() => showOnly(lit)}
            >
              {text.lit.only}
            </Button>
          )}
        </div>
      )}
      <LitList lit={lit} />
    </section>
  );
}

function LitList({ lit }: { lit: LitPart }) {
  const content = useWorkspace((state) => state.content);
  const selection = useWorkspace((state) => state.selection);
  const isSelected = (id: string) => selection?.id === id;
  return (
    <div className={styles.litList}>
      <ul className={styles.litNodes}>
        {lit.nodeIds.map((id) => {
          const node = content.nodes.get(id);
          if (!node) return null;
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.litNode}
                aria-pressed={isSelected(id)}
                onClick={() => select({ kind: 'node', id }, { look: true, keepLit: true })}
              >
                <KindIcon label={kindOfNode(node)} size={14} />
                {node.caption}
              </button>
            </li>
          );
        })}
      </ul>
      <ul className={styles.litLinks}>
        {lit.relationshipIds.map((id) => {
          const sentence = sentenceById(id, content);
          if (sentence === undefined) return null;
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.litLink}
                aria-pressed={isSelected(id)}
                onClick={() => select({ kind: 'relationship', id }, { look: true, keepLit: true })}
              >
                <LinkIcon size={14} />
                {sentence}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function countHidden(
  { nodeIds, relationshipIds }: LitPart,
  graph: { nodes: readonly { id: string }[]; relationships: readonly { id: string }[] },
): number {
  const drawn = new Set([...graph.nodes, ...graph.relationships].map(({ id }) => id));
  return [...nodeIds, ...relationshipIds].filter((id) => !drawn.has(id)).length;
}
