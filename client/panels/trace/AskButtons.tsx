import { Button, Loader } from '@mantine/core';
import { text } from '../text.ts';
import type { Asked } from './asking.ts';
import styles from './trace.module.css';

interface Props {
  words: string;
  askingWords: string;
  asked: Asked<unknown, unknown>;
  disabled: boolean;
  onAsk(): void;
  onCancel(): void;
}

/** Asks and cancels, and says in words that it is under way, was cancelled or failed. */
export function AskButtons({ words, askingWords, asked, disabled, onAsk, onCancel }: Props) {
  const asking = asked.state === 'asking';
  return (
    <>
      <div className={styles.ask}>
        <Button size="sm" disabled={disabled} onClick={onAsk}>
          {words}
        </Button>
        {asking && (
          <Button size="sm" variant="default" onClick={onCancel}>
            {text.paths.cancel}
          </Button>
        )}
      </div>
      {asking && (
        <p className={styles.soft} role="status">
          <Loader size={14} aria-hidden /> {askingWords}
        </p>
      )}
      {asked.state === 'cancelled' && <p className={styles.soft}>{text.paths.cancelled}</p>}
      {asked.state === 'failed' && <p role="alert">{asked.detail}</p>}
    </>
  );
}
