import { useStore } from 'zustand';
import { type Workspace, workspace } from '../workspace/workspace.ts';

/** Reads the page's workspace; renders again when what was read changes. */
export function useWorkspace<T>(read: (state: Workspace) => T): T {
  return useStore(workspace, read);
}
