import { create } from 'zustand';
import { chooseNodes } from '../acts/choose-nodes.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';

/** Whether the next press on the canvas draws a line around nodes. */
export const useLasso = create<{ on: boolean }>()(() => ({ on: false }));

export function toggleLasso(): void {
  const on = !useLasso.getState().on;
  useLasso.setState({ on });
  const { announce, sheet, setSheet } = useScreen.getState();
  if (!on) return;
  if (sheet === 'full') setSheet('half');
  announce(text.lasso.hint);
}

export function endLasso(): void {
  useLasso.setState({ on: false });
}

/** Chooses what the line went around; one line ends the mode. */
export function takeLassoed(ids: readonly string[], { add }: { add: boolean }): void {
  endLasso();
  chooseNodes(ids, { add });
}
