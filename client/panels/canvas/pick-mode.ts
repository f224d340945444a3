import { create } from 'zustand';
import type { NodeName } from '../../workspace/workspace.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';

interface Picking {
  /** What the node is picked for, in words. */
  label: string;
  take(node: NodeName): void;
  /** What gets the focus back. */
  from: Element | null;
}

/** While something is given, the next node that is clicked on the canvas goes to it. */
export const usePicking = create<{ picking: Picking | null }>()(() => ({ picking: null }));

/** Lets the user choose a node on the canvas. The sheet of a small screen makes room. */
export function beginPicking(label: string, take: (node: NodeName) => void): void {
  usePicking.setState({ picking: { label, take, from: document.activeElement } });
  const { announce, sheet, setSheet } = useScreen.getState();
  if (sheet === 'full') setSheet('half');
  announce(text.paths.picking(label));
}

export function pick(node: NodeName): void {
  const { picking } = usePicking.getState();
  if (!picking) return;
  endPicking();
  picking.take({ id: node.id, caption: node.caption, labels: node.labels });
  useScreen.getState().announce(text.paths.picked(node.caption, picking.label));
}

export function endPicking(): void {
  const { picking } = usePicking.getState();
  usePicking.setState({ picking: null });
  if (picking?.from instanceof HTMLElement && picking.from.isConnected) picking.from.focus();
}
