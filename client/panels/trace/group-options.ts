import { create } from 'zustand';
import type { PathQuestion } from '../../../server/contract/paths.ts';
import type { NodeName } from '../../workspace/workspace.ts';

interface GroupOptions {
  /** The two to compare. */
  a: NodeName | null;
  b: NodeName | null;
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
  background: false,
  hops: 1,
  direction: 'any',
}));

export const setGroupOptions = (change: Partial<GroupOptions>): void => useGroupOptions.setState(change);
