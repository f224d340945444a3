import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { plainDetail } from '../../api/api-problem.ts';
import { healthQuery, RETRY_SECONDS } from '../../api/queries.ts';
import { askAgainAfterAway } from '../paths/paths-store.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { askAgain } from './query-client.ts';

export interface Away {
  /** What does not answer, in plain words. */
  detail: string;
  /** Until the next look. */
  seconds: number;
}

/** Watches server and database; null while both answer. When they come back, what failed is asked for again. */
export function useAway(): Away | null {
  const health = useQuery(healthQuery);
  const announce = useScreen((screen) => screen.announce);
  const detail = health.isError
    ? plainDetail(health.error)
    : health.data?.status === 'degraded'
      ? (health.data.detail ?? text.away.degraded)
      : null;
  const wasAway = useRef(false);

  useEffect(() => {
    if (detail !== null) {
      wasAway.current = true;
      announce(detail);
    } else if (wasAway.current && health.isSuccess) {
      wasAway.current = false;
      announce(text.away.back);
      askAgain();
      void askAgainAfterAway();
    }
  }, [detail, health.isSuccess, announce]);

  const lookedAt = Math.max(health.dataUpdatedAt, health.errorUpdatedAt);
  const seconds = useSecondsLeft(detail !== null, lookedAt);
  return detail === null ? null : { detail, seconds };
}

function useSecondsLeft(counting: boolean, since: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!counting) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [counting]);
  return Math.max(0, Math.min(RETRY_SECONDS, Math.ceil(RETRY_SECONDS - (now - since) / 1000)));
}
