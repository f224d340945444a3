import type { Patch } from 'immer';
import { z } from 'zod';
import {
  type History,
  NO_HISTORY,
  nextStepId,
  redoStep,
  type Step,
  type Timeline,
  undoStep,
} from '../history.ts';
import type { WorkspaceContent } from '../workspace-content.ts';
import { fromPlain, type Plain, toPlain } from './plain-values.ts';

/** To be raised when content or steps become other than they were: what older pages wrote is then left alone. */
const VERSION = 1;
/** Steps that are kept, at each side of now. */
const MOST_STEPS = 50;
/** A step that changes more than this is not worth the wait for writing it. */
const MOST_PATCHES = 20_000;

const patchSchema = z.object({
  op: z.enum(['add', 'remove', 'replace']),
  path: z.array(z.union([z.string(), z.number()])),
  value: z.custom<Plain>().optional(),
});
const stepSchema = z.object({ name: z.string(), redo: z.array(patchSchema), undo: z.array(patchSchema) });
const historySchema = z.object({
  version: z.literal(VERSION),
  past: z.array(stepSchema),
  future: z.array(stepSchema),
});

/** What was written of each step: a step never changes. */
const written = new WeakMap<Step, string>();

/**
 * The steps nearest to now as a text of at most so many letters; the farthest are left out first. The texts of steps are
 * put together as they are, so that each step is written once.
 */
export function saveHistory({ past, future }: History, mostLetters: number): string {
  let left = mostLetters;
  const nearest = (steps: readonly Step[]) => {
    const texts: string[] = [];
    for (const step of steps.slice(0, MOST_STEPS)) {
      const text = writeStep(step);
      if (text === null || text.length > left) break;
      left -= text.length + 1;
      texts.push(text);
    }
    return texts;
  };
  const before = nearest(past.toReversed()).reverse();
  const after = nearest(future);
  return `{"version":${VERSION},"past":[${before.join()}],"future":[${after.join()}]}`;
}

function writeStep(step: Step): string | null {
  if (step.redo.length + step.undo.length > MOST_PATCHES) return null;
  let text = written.get(step);
  if (text === undefined) {
    const { name, redo, undo } = step;
    text = JSON.stringify({ name, redo: redo.map(plainPatch), undo: undo.map(plainPatch) });
    written.set(step, text);
  }
  return text;
}

function plainPatch({ op, path, value }: Patch) {
  return value === undefined ? { op, path } : { op, path, value: toPlain(value) };
}

/**
 * The history that was saved with a content. None where it cannot be read, or does not lead from that content back and
 * forth again: undo must never break what is there.
 */
export function restoreHistory(text: string, content: WorkspaceContent): History {
  try {
    const saved = historySchema.parse(JSON.parse(text));
    const history = { past: saved.past.map(stepOf), future: saved.future.map(stepOf) };
    walk({ content, history });
    return history;
  } catch {
    return NO_HISTORY;
  }
}

function stepOf({ name, redo, undo }: z.infer<typeof stepSchema>): Step {
  return { id: nextStepId(), name, redo: redo.map(patchOf), undo: undo.map(patchOf) };
}

function patchOf({ op, path, value }: z.infer<typeof patchSchema>): Patch {
  return value === undefined ? { op, path } : { op, path, value: fromPlain(value) };
}

/** Goes through all states; throws where one cannot be reached. */
function walk(timeline: Timeline): void {
  let at = timeline;
  while (at.history.past.length > 0) at = undoStep(at);
  while (at.history.future.length > 0) at = redoStep(at);
}
