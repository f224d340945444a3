import { VisuallyHidden } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { GraphNode } from '../../../server/contract/graph.ts';
import type { Path } from '../../../server/contract/paths.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { KindIcon } from '../marks/KindIcon.tsx';
import { text } from '../text.ts';
import { HopLine } from './HopLine.tsx';
import styles from './paths.module.css';

interface Props {
  path: Path;
  number: number;
  nodes: ReadonlyMap<string, GraphNode>;
  chosen: boolean;
  onChoose(): void;
  /** What can be done with it, once it is chosen. */
  acts: React.ReactNode;
}

/** One path: its chain, and when chosen each hop in words. Arrow keys go to the path before and after. */
export function PathCard({ path, number, nodes, chosen, onChoose, acts }: Props) {
  return (
    <li className={styles.card} data-chosen={chosen || undefined}>
      <button
        type="button"
        data-path
        className={styles.chain}
        aria-pressed={chosen}
        onClick={onChoose}
        onKeyDown={goByKeys}
      >
        <span className={styles.cardTitle}>{text.paths.pathTitle(number, path.length)}</span>
        <span className={styles.chainNames}>
          {path.nodeIds.map((id, index) => {
            const node = nodes.get(id);
            // The icon keeps to the line on which the first word begins.
            const [, first = '', rest = ''] = /^(\S{0,24})([\s\S]*)$/.exec(node?.caption ?? '') ?? [];
            return (
              <span key={id}>
                {index > 0 && (
                  <>
                    {' '}
                    <VisuallyHidden component="span">→ </VisuallyHidden>
                    <IconArrowRight size={14} className={styles.arrow} aria-hidden />{' '}
                  </>
                )}
                {node && (
                  <span className={styles.unbroken}>
                    <KindIcon label={kindOfNode(node)} size={15} /> {first}
                  </span>
                )}
                {node ? rest : id}
              </span>
            );
          })}
        </span>
      </button>
      {chosen && (
        <>
          <ol className={styles.hops}>
            {path.hops.map((hop, index) => (
              <HopLine key={`${hop.from} ${hop.to}`} relationships={hop.relationships} number={index + 1} />
            ))}
          </ol>
          {acts}
        </>
      )}
    </li>
  );
}

/** Moves to another path and chooses it; what is chosen follows the focus. */
function goByKeys(event: KeyboardEvent<HTMLButtonElement>): void {
  const all = [
    ...(event.currentTarget.closest('ol')?.querySelectorAll<HTMLButtonElement>('[data-path]') ?? []),
  ];
  const at = all.indexOf(event.currentTarget);
  const targets: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: all.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  all[target]?.focus();
  all[target]?.click();
}
