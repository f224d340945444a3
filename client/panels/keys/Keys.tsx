import { Kbd } from '@mantine/core';
import { keysOf } from './key-words.ts';
import styles from './keys.module.css';

/** A combination of keys as it is pressed. */
export function Keys({ combination }: { combination: string }) {
  return (
    <span className={styles.keys}>
      {keysOf(combination).map((key) => (
        <Kbd key={key} size="xs">
          {key}
        </Kbd>
      ))}
    </span>
  );
}
