import { create } from 'zustand';
import type { Target } from '../acts/action.ts';

export interface OpenMenu {
  target: Target;
  /** Where, in pixels of the page. */
  x: number;
  y: number;
  /** What gets the focus back. */
  from: Element | null;
}

/** The one menu of actions that is open over the canvas or a list. */
export const useMenu = create<{ menu: OpenMenu | null }>()(() => ({ menu: null }));

/** Opens the menu of what can be done to a target. Without nodes and relationship it is that of the canvas. */
export function openMenu(target: Target, at: { x: number; y: number }): void {
  useMenu.setState({ menu: { target, x: at.x, y: at.y, from: document.activeElement } });
}

export function closeMenu(): void {
  useMenu.setState({ menu: null });
}
