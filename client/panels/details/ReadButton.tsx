import { Button } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import type { Evidence } from '../../../server/contract/evidence.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './details.module.css';

/** Opens the text at the first words that the selected rests on. */
export function ReadButton({ evidence }: { evidence: readonly Evidence[] }) {
  const read = useScreen((screen) => screen.read);
  const [first] = evidence;
  if (!first) return null;
  const { document: documentId, passage: passageId, start, end } = first;
  return (
    <div className={styles.actions}>
      <Button
        variant="default"
        leftSection={<IconBook2 size={14} aria-hidden />}
        onClick={() => read({ documentId, passageId, start, end })}
      >
        {text.reading.open}
      </Button>
    </div>
  );
}
