import { create } from 'zustand';
import type { PathQuestion } from '../../../server/contract/paths.ts';
import type { NodeName } from '../../workspace/workspace.ts';

interface GroupOptions {
  /** The two to compare. */
  a: NodeName | null;
  b: NodeName | null;
  /** The two chosen together that were taken over last; who chose others since keeps those. */
  taken: string | null;
  /** Whether background links count. */
  background: boolean;
  /** How far around, and which way. */
  hops: number;
  direction: PathQuestion['direction'];
}

/** What is set in the questions about several nodes; it outlives their panels. */
export const useGroupOptions = create<GroupOptions>()(() => ({
  a: null,
  b: null,
  taken: null,
  background: false,
  hops: 1,
  direction: 'any',
}));

/** Two nodes chosen together as one name; null for fewer. */
export function pairOf([first, second]: readonly NodeName[]): string | null {
  return first && second ? `${first.id}\n${second.id}` : null;
}

export const setGroupOptions = (change: Partial<GroupOptions>): void => useGroupOptions.setState(change);
