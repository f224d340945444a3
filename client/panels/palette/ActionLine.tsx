import { Keys } from '../keys/Keys.tsx';
import type { ActionLine as Line } from './list-actions.ts';
import styles from './palette.module.css';

/** One action: its picture, its words and its key. */
export function ActionLine({ action, words }: Line) {
  const Icon = action.icon;
  const [keys] = action.keys ?? [];
  return (
    <span className={styles.line}>
      <span className={styles.icon}>{Icon && <Icon size={18} />}</span>
      <span className={styles.words}>{words}</span>
      {keys !== undefined && <Keys combination={keys} />}
    </span>
  );
}
