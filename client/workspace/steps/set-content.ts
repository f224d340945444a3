import { castDraft } from 'immer';
import type { WorkspaceContent } from '../workspace-content.ts';
import type { Change } from './change.ts';

/** Puts another content in place of all that is there. */
export function setContent(content: WorkspaceContent): Change {
  return (draft) => {
    Object.assign(draft, castDraft(content));
  };
}
