import type { Change } from './change.ts';

/** Several changes as one. */
export function inOrder(...changes: readonly Change[]): Change {
  return (draft) => {
    for (const change of changes) change(draft);
  };
}
