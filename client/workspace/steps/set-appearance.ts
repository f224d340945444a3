import type { Appearance } from '../workspace-content.ts';
import type { Change } from './change.ts';

/** What colours and sizes tell from now on. */
export function setAppearance(appearance: Partial<Appearance>): Change {
  return (draft) => {
    Object.assign(draft.appearance, appearance);
  };
}
