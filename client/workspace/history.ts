import {
  applyPatches,
  enableMapSet,
  enablePatches,
  type Patch,
  produce,
  produceWithPatches,
  setAutoFreeze,
} from 'immer';
import type { Change } from './steps/change.ts';
import type { WorkspaceContent } from './workspace-content.ts';

enableMapSet();
enablePatches();
// Freezing looks at every node and relationship of a large graph at each step.
setAutoFreeze(false);

/** One thing that the user did, in words, with what it takes to do it again and to take it back. */
export interface Step {
  /** Stays its own when the step gets another name or other patches. */
  id: number;
  name: string;
  redo: readonly Patch[];
  undo: readonly Patch[];
  /** Steps of one group replace each other while nothing comes between: looking through answers is one step. */
  group?: string;
}

/** `past` ends with the newest step; `future` begins with the step that redo would do. */
export interface History {
  past: readonly Step[];
  future: readonly Step[];
}

export interface Timeline {
  content: WorkspaceContent;
  history: History;
}

/** Steps kept at most; the oldest fall off. */
export const STEP_LIMIT = 200;

export const NO_HISTORY: History = { past: [], future: [] };

let stepCount = 0;

/** An id that no other step of this page has. */
export function nextStepId(): number {
  stepCount += 1;
  return stepCount;
}

/** Does a change and remembers how to take it back. A change that changes nothing is no step. */
export function takeStep({ content, history }: Timeline, name: string, change: Change): Timeline {
  const [next, redo, undo] = produceWithPatches(content, change);
  if (redo.length === 0) return { content, history };
  const past = [...history.past, { id: nextStepId(), name, redo, undo }].slice(-STEP_LIMIT);
  return { content: next, history: { past, future: [] } };
}

/**
 * Does a change as a step of a group: where the newest step is of the same group it is taken back first, so that the
 * new one stands in its place.
 */
export function replaceStep(timeline: Timeline, name: string, group: string, change: Change): Timeline {
  const before = beforeGroup(timeline, group);
  const next = takeStep(before, name, change);
  const step = next.history.past.at(-1);
  if (next.history === before.history || step === undefined) return before;
  return { ...next, history: { ...next.history, past: next.history.past.with(-1, { ...step, group }) } };
}

/** The timeline without its newest step, where that is of the group; otherwise as it is. */
export function beforeGroup(timeline: Timeline, group: string): Timeline {
  const { content, history } = timeline;
  const last = history.past.at(-1);
  if (last?.group !== group) return timeline;
  return {
    content: applyPatches(content, last.undo),
    history: { past: history.past.slice(0, -1), future: history.future },
  };
}

/** Lets the newest step stay under another name, where it is of the group; later ones no longer replace it. */
export function settleStep(timeline: Timeline, name: string, group: string): Timeline {
  const { content, history } = timeline;
  const last = history.past.at(-1);
  if (last?.group !== group) return timeline;
  const { id, redo, undo } = last;
  return { content, history: { ...history, past: history.past.with(-1, { id, name, redo, undo }) } };
}

/**
 * Lets a step have done more than it did, or for null what all steps began with, as though it had been so from the first:
 * later steps are done again upon it. Nothing happens where the step is not among those done.
 */
export function amendStep({ content, history }: Timeline, id: number | null, change: Change): Timeline {
  const { past, future } = history;
  const from = id === null ? 0 : past.findIndex((step) => step.id === id);
  if (from === -1) return { content, history };
  let at = past.slice(from).reduceRight((later, { undo }) => applyPatches(later, undo), content);
  if (id === null) at = produce(at, change);
  const doAgain = (step: Step): Step => {
    const [next, redo, undo] = produceWithPatches(at, (draft) => {
      applyPatches(draft, step.redo);
      if (step.id === id) change(draft);
    });
    at = next;
    return { ...step, redo, undo };
  };
  const done = [...past.slice(0, from), ...past.slice(from).map(doAgain)];
  const amended = at;
  return { content: amended, history: { past: done, future: future.map(doAgain) } };
}

/** Takes back the newest step; nothing happens where there is none. */
export function undoStep(timeline: Timeline): Timeline {
  const step = timeline.history.past.at(-1);
  if (!step) return timeline;
  return {
    content: applyPatches(timeline.content, step.undo),
    history: { past: timeline.history.past.slice(0, -1), future: [step, ...timeline.history.future] },
  };
}

/** Does again what was taken back last. */
export function redoStep(timeline: Timeline): Timeline {
  const step = timeline.history.future[0];
  if (!step) return timeline;
  return {
    content: applyPatches(timeline.content, step.redo),
    history: { past: [...timeline.history.past, step], future: timeline.history.future.slice(1) },
  };
}
