import { Button, Progress } from '@mantine/core';
import type { SendingProgress } from '../../api/send-file.ts';
import { text } from '../text.ts';
import styles from './import.module.css';

interface Props {
  name: string;
  progress: SendingProgress;
  onCancel(): void;
}

/** How far the file has come, and the way out. */
export function SendingBar({ name, progress: { phase, done, total }, onCancel }: Props) {
  // Once all is sent or read there is more to do, of which nobody knows how much.
  const isOpen = total === 0 || (phase !== 'loading' && done >= total);
  const percent = isOpen ? undefined : Math.floor((100 * done) / total);
  const words = text.import.phases[phase](name);
  const isCounted = done > 0 && (phase === 'gathering' || phase === 'loading');
  const measure = isCounted
    ? text.import.counted(done, total)
    : percent === undefined
      ? ''
      : text.import.percent(percent);
  return (
    <div className={styles.busy}>
      <p className={styles.words}>
        {/* What changes all the time is not announced. */}
        <span role="status">{words}</span>
        <span className={styles.measure}>{measure}</span>
      </p>
      <Progress
        value={percent ?? 100}
        animated={percent === undefined}
        aria-label={words}
        color="var(--accent)"
      />
      <div>
        <Button variant="default" onClick={onCancel}>
          {text.import.cancel}
        </Button>
      </div>
    </div>
  );
}
