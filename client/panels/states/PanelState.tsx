import { Button, Skeleton } from '@mantine/core';
import { plainDetail } from '../../api/api-problem.ts';
import { text } from '../text.ts';
import styles from './states.module.css';

/** The shape of what is coming, and what is being waited for. */
export function PanelLoading({ words }: { words: string }) {
  return (
    <div className={styles.panel} role="status">
      <span className={styles.words}>{words}</span>
      <Skeleton height={20} width="60%" radius="sm" />
      <Skeleton height={12} radius="sm" />
      <Skeleton height={12} width="80%" radius="sm" />
      <Skeleton height={60} radius="sm" />
    </div>
  );
}

interface FailedProps {
  heading: string;
  error: unknown;
  retryWords?: string;
  onRetry(): void;
}

export function PanelFailed({ heading, error, retryWords = text.app.retry, onRetry }: FailedProps) {
  return (
    <div className={styles.panel} role="alert">
      <strong>{heading}</strong>
      <p className={styles.words}>{plainDetail(error)}</p>
      <div>
        <Button variant="default" onClick={onRetry}>
          {retryWords}
        </Button>
      </div>
    </div>
  );
}
