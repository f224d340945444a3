import type { Status } from '../../../server/contract/evidence.ts';
import { text } from '../text.ts';
import styles from './marks.module.css';

const DASHES: Record<Status, string | undefined> = {
  asserted: undefined,
  attributed: undefined,
  planned: '5 3',
  negated: '5 3',
  background: '1.5 3',
};

/** The line as the canvas draws it, and what it means. */
export function StatusMark({ status, speaker }: { status: Status; speaker?: string | undefined }) {
  return (
    <span className={styles.status}>
      <StatusLine status={status} />
      {status === 'attributed' && speaker ? text.saidBy(speaker) : text.status[status]}
    </span>
  );
}

export function StatusLine({ status }: { status: Status }) {
  return (
    <svg width="26" height="10" viewBox="0 0 26 10" aria-hidden="true" style={{ flex: 'none' }}>
      <line
        x1="1"
        y1="5"
        x2="25"
        y2="5"
        stroke="var(--edge)"
        strokeWidth="2"
        strokeDasharray={DASHES[status]}
      />
      {status === 'attributed' && (
        <path
          d="M9 1h8a1.5 1.5 0 0 1 1.5 1.5v3A1.5 1.5 0 0 1 17 7h-4l-2.5 2.5V7H9a1.5 1.5 0 0 1-1.5-1.5v-3A1.5 1.5 0 0 1 9 1Z"
          fill="var(--edge)"
        />
      )}
      {status === 'negated' && (
        <line x1="10" y1="0.5" x2="16" y2="9.5" stroke="var(--edge)" strokeWidth="2" />
      )}
    </svg>
  );
}
