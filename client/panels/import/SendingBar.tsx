import { Button, Progress } from '@mantine/core';
import { text } from '../text.ts';
import styles from './import.module.css';

interface Props {
  name: string;
  /** Of what was sent; at 1 the server is at work. */
  share: number;
  loading?: boolean;
  onCancel(): void;
}

/** How far the file has come, and the way out. */
export function SendingBar({ name, share, loading = false, onCancel }: Props) {
  const percent = Math.round(share * 100);
  const isSent = share >= 1;
  const words = isSent
    ? loading
      ? text.import.loading(name)
      : text.import.reading(name)
    : text.import.sending(name, percent);
  return (
    <div className={styles.busy}>
      <p role="status" className={styles.words}>
        {words}
      </p>
      <Progress value={isSent ? 100 : percent} animated={isSent} aria-label={words} color="var(--accent)" />
      <div>
        <Button variant="default" onClick={onCancel}>
          {text.import.cancel}
        </Button>
      </div>
    </div>
  );
}
