import { CloseButton } from '@mantine/core';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { takeFromChosen } from '../acts/choose-nodes.ts';
import { KindIcon } from '../marks/KindIcon.tsx';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './chosen.module.css';

/** More would be a wall of names. */
const MOST_CHIPS = 12;

/** The nodes chosen together, the first of many, each with the way to take it out. */
export function ChosenChips({ most = MOST_CHIPS }: { most?: number }) {
  const chosen = useWorkspace((state) => state.chosen);
  return (
    <ul className={styles.chips} aria-label={text.chosen.count(chosen.length)}>
      {chosen.slice(0, most).map((node) => (
        <li key={node.id} className={styles.chip}>
          <KindIcon label={kindOfNode(node)} size={16} />
          <span className={styles.name}>{node.caption}</span>
          <CloseButton
            size={30}
            aria-label={text.chosen.remove(node.caption)}
            onClick={() => takeFromChosen(node)}
          />
        </li>
      ))}
      {chosen.length > most && <li className={styles.rest}>{text.chosen.more(chosen.length - most)}</li>}
    </ul>
  );
}
