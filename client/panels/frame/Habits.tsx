import { useKeys } from './use-keys.ts';
import { useLocation } from './use-location.ts';

/** What the page does without being seen: follows its keys and its address. */
export function Habits({ opened }: { opened: boolean }) {
  useLocation(opened);
  useKeys();
  return null;
}
