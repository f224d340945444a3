import type { Target } from '../acts/action.ts';
import { stage } from '../canvas/stage-handle.ts';
import { openMenu } from './menu-store.ts';

/** Opens the menu beside the first of what is selected, or in the middle of the canvas where that is not in view. */
export function openForSelected(target: Target): void {
  const room = document.querySelector('[data-canvas]')?.getBoundingClientRect();
  if (!room) return;
  const [first] = target.nodes;
  const at = first === undefined ? null : (stage()?.nodeOnScreen(first) ?? null);
  const isSeen = at !== null && at.x >= 0 && at.y >= 0 && at.x <= room.width && at.y <= room.height;
  const within = isSeen ? at : { x: room.width / 2, y: room.height / 2 };
  openMenu(target, { x: room.left + within.x, y: room.top + within.y });
}
