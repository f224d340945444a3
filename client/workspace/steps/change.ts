import type { Draft } from 'immer';
import type { WorkspaceContent } from '../workspace-content.ts';

/** A change of the workspace, written against an immer draft so that its patches can be undone. */
export type Change = (draft: Draft<WorkspaceContent>) => void;
