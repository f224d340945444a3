import { castDraft } from 'immer';
import { createStore } from 'zustand/vanilla';
import type { Graph, GraphNode } from '../../server/contract/graph.ts';
import {
  amendStep,
  beforeGroup,
  type History,
  NO_HISTORY,
  redoStep,
  replaceStep,
  settleStep,
  type Timeline,
  takeStep,
  undoStep,
} from './history.ts';
import { addGraph } from './steps/add-graph.ts';
import type { Change } from './steps/change.ts';
import { emptyContent, type Position, type WorkspaceContent } from './workspace-content.ts';

export type Selection = { kind: 'node'; id: string } | { kind: 'relationship'; id: string };

/** What is needed of a node to name it. */
export type NodeName = Pick<GraphNode, 'id' | 'caption' | 'labels'>;

export interface Workspace {
  content: WorkspaceContent;
  history: History;
  /** Passing, and therefore outside the history: what is selected. */
  selection: Selection | null;
  /** Passing too: nodes chosen together, in the order of choosing, for questions about several. */
  chosen: readonly NodeName[];
  /** Whether a first graph has been put in. */
  opened: boolean;
  /** Begins anew with a graph; not a step, there is nothing to go back to. */
  open(graph: Graph, positions: ReadonlyMap<string, Position>): void;
  /** Begins with a content that was kept from before, as `open` does, and with the steps that led to it. */
  openContent(content: WorkspaceContent, history?: History): void;
  /** Puts content and history as they were at some moment. */
  goTo(timeline: Timeline): void;
  /** Does a change as one undoable step, named in the user's words. */
  step(name: string, change: Change): void;
  /** As `step`, in place of the newest step where that was of the same group. */
  replaceStep(name: string, group: string, change: Change): void;
  /** Lets the newest step stay, under another name, where it is of the group. */
  settleStep(name: string, group: string): void;
  /** Lets a step have done more than it did, or for null what all steps began with; later steps stay. */
  amendStep(id: number | null, change: Change): void;
  /** The content without the newest step, where that is of the group: what a replacing step begins with. */
  contentBefore(group: string): WorkspaceContent;
  undo(): void;
  redo(): void;
  select(selection: Selection | null): void;
  choose(nodes: readonly NodeName[]): void;
}

/** The content that a page begins with: the graph as it is, nothing done. */
export function firstContent(graph: Graph, positions: ReadonlyMap<string, Position>): WorkspaceContent {
  // Nobody has the content yet: it may be filled in place, which for a large graph is much quicker than a draft.
  const content = emptyContent();
  addGraph(graph, positions)(castDraft(content));
  return content;
}

/** What the user has gathered and done with it. */
export function createWorkspace() {
  return createStore<Workspace>()((set, get) => ({
    content: emptyContent(),
    history: NO_HISTORY,
    selection: null,
    chosen: [],
    opened: false,
    open: (graph, positions) =>
      set({
        content: firstContent(graph, positions),
        history: NO_HISTORY,
        selection: null,
        chosen: [],
        opened: true,
      }),
    openContent: (content, history = NO_HISTORY) =>
      set({ content, history, selection: null, chosen: [], opened: true }),
    goTo: ({ content, history }) => set({ content, history }),
    step: (name, change) => set((state) => takeStep(state, name, change)),
    replaceStep: (name, group, change) => set((state) => replaceStep(state, name, group, change)),
    settleStep: (name, group) => set((state) => settleStep(state, name, group)),
    amendStep: (id, change) => set((state) => amendStep(state, id, change)),
    contentBefore: (group) => beforeGroup(get(), group).content,
    undo: () => set(undoStep),
    redo: () => set(redoStep),
    select: (selection) => set({ selection }),
    choose: (nodes) => set({ chosen: nodes }),
  }));
}

/** The workspace of this page. */
export const workspace = createWorkspace();
