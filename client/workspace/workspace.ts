import { produce } from 'immer';
import { createStore } from 'zustand/vanilla';
import type { Graph } from '../../server/contract/graph.ts';
import { type History, NO_HISTORY, redoStep, takeStep, undoStep } from './history.ts';
import { addGraph } from './steps/add-graph.ts';
import type { Change } from './steps/change.ts';
import { emptyContent, type Position, type WorkspaceContent } from './workspace-content.ts';

export type Selection = { kind: 'node'; id: string } | { kind: 'relationship'; id: string };

export interface Workspace {
  content: WorkspaceContent;
  history: History;
  /** Passing, and therefore outside the history: what is selected. */
  selection: Selection | null;
  /** Whether a first graph has been put in. */
  opened: boolean;
  /** Begins anew with a graph; not a step, there is nothing to go back to. */
  open(graph: Graph, positions: ReadonlyMap<string, Position>): void;
  /** Does a change as one undoable step, named in the user's words. */
  step(name: string, change: Change): void;
  undo(): void;
  redo(): void;
  select(selection: Selection | null): void;
}

/** What the user has gathered and done with it. */
export function createWorkspace() {
  return createStore<Workspace>()((set) => ({
    content: emptyContent(),
    history: NO_HISTORY,
    selection: null,
    opened: false,
    open: (graph, positions) =>
      set({
        content: produce(emptyContent(), addGraph(graph, positions)),
        history: NO_HISTORY,
        selection: null,
        opened: true,
      }),
    step: (name, change) => set((state) => takeStep(state, name, change)),
    undo: () => set(undoStep),
    redo: () => set(redoStep),
    select: (selection) => set({ selection }),
  }));
}

/** The workspace of this page. */
export const workspace = createWorkspace();
