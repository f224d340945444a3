import { Button } from '@mantine/core';
import type { Relaxation } from '../../../server/contract/paths.ts';
import { text } from '../text.ts';
import styles from './paths.module.css';

interface Props {
  relaxations: readonly Relaxation[];
  onChoose(relaxation: Relaxation): void;
}

/** The nearest questions that have an answer, each with its count. */
export function Relaxations({ relaxations, onChoose }: Props) {
  if (relaxations.length === 0) return null;
  return (
    <div className={styles.relax}>
      <h4>{text.paths.relax}</h4>
      {relaxations.map((relaxation) => (
        <Button
          key={relaxation.change}
          variant="default"
          justify="flex-start"
          h="auto"
          py={6}
          classNames={{ label: styles.wrap ?? '' }}
          onClick={() => onChoose(relaxation)}
        >
          {relaxation.change}
        </Button>
      ))}
    </div>
  );
}
