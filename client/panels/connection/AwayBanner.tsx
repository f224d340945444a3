import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { text } from '../text.ts';
import styles from './connection.module.css';
import { lookAtHealth } from './query-client.ts';
import type { Away } from './use-away.ts';

/** Says across the page that the database or the server does not answer. */
export function AwayBanner({ away }: { away: Away }) {
  return (
    <div className={styles.banner} role="alert" aria-live="polite">
      <IconPlugConnectedX size={18} aria-hidden style={{ flex: 'none' }} />
      <span>
        {away.detail} <span aria-hidden>{text.away.tryingAgain(away.seconds)}</span>
      </span>
      <Button variant="default" size="compact-sm" onClick={lookAtHealth}>
        {text.app.retry}
      </Button>
    </div>
  );
}
