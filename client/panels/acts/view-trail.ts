import { create } from 'zustand';
import type { CameraPlace, StageHandle } from '../../scene/scene-model.ts';
import type { Step } from '../../workspace/history.ts';
import { workspace } from '../../workspace/workspace.ts';
import { stage } from '../canvas/stage-handle.ts';
import { text } from '../text.ts';

/** `view`: asked for by itself. `step`: came with a step. `select`: went to what was selected. */
type Reason = 'view' | 'step' | 'select';

interface Look {
  reason: Reason;
  /** What it was, in words. */
  words: string;
  /** Where the camera was. */
  before: CameraPlace;
  /** The id of the newest step when it was done. */
  step: number | undefined;
}

/**
 * Moves of the camera that an act made, so that Undo or Esc brings the old view back. The last one led to where the camera is
 * now: once it is moved by hand, there is nothing to bring back.
 */
export const useViewTrail = create<{ looks: readonly Look[] }>()(() => ({ looks: [] }));

const LONGEST = 50;

/** Brings all that is drawn into view. */
export function lookAtAll(reason: Reason = 'view'): void {
  look(reason, text.canvas.fit, (drawing) => drawing.fit());
}

/** Brings nodes and relationships into view, where they are not. */
export function lookAt(ids: readonly string[], reason: Reason = 'view'): void {
  look(reason, text.details.center, (drawing) => drawing.show(ids));
}

/** The camera was moved by hand. */
export function forgetViews(): void {
  if (useViewTrail.getState().looks.length > 0) useViewTrail.setState({ looks: [] });
}

/** Takes back the newest step together with its move of the camera; or that move alone, where it was asked for since. */
export function undo(): void {
  const { history, undo: undoStep } = workspace.getState();
  const { looks, last } = undoable(useViewTrail.getState().looks, history.past);
  if (!last || last.reason === 'step') undoStep();
  useViewTrail.setState({ looks: last ? looks.slice(0, -1) : looks });
  if (last) stage()?.returnTo(last.before);
}

/** What Undo would take back, in words; undefined where there is nothing. */
export function nameOfUndo(looks: readonly Look[], past: readonly Step[]): string | undefined {
  const { last } = undoable(looks, past);
  return last?.reason === 'view' ? last.words : past.at(-1)?.name;
}

/** Brings back the view from before the last move, where it was made for such a reason. Resolves to whether it was. */
export function returnFrom(reason: 'view' | 'select'): boolean {
  const { looks } = useViewTrail.getState();
  const last = looks.at(-1);
  if (last?.reason !== reason) return false;
  useViewTrail.setState({ looks: looks.slice(0, -1) });
  stage()?.returnTo(last.before);
  return true;
}

/** The trail without what Undo passes over at its end, and the move that goes with the newest step, if any. */
function undoable(all: readonly Look[], past: readonly Step[]): { looks: readonly Look[]; last?: Look } {
  const looks = all.slice(
    0,
    all.findLastIndex((each) => each.reason !== 'select' && isCurrent(each, past)) + 1,
  );
  const last = looks.at(-1);
  return last && last.step === past.at(-1)?.id ? { looks, last } : { looks };
}

function isCurrent({ step }: Look, past: readonly Step[]): boolean {
  return step === undefined || past.some(({ id }) => id === step);
}

function look(reason: Reason, words: string, move: (drawing: StageHandle) => boolean): void {
  const drawing = stage();
  const before = drawing?.cameraPlace();
  if (!drawing || !before || !move(drawing)) return;
  const { past } = workspace.getState().history;
  const { looks } = useViewTrail.getState();
  const last = looks.at(-1);
  // One selection after another, or an answer in the place of another, is one way back.
  const replaces = last && ((reason === 'select' && last.reason === 'select') || !isCurrent(last, past));
  const next: Look = { reason, words, step: past.at(-1)?.id, before: replaces ? last.before : before };
  useViewTrail.setState({ looks: [...(replaces ? looks.slice(0, -1) : looks), next].slice(-LONGEST) });
}
