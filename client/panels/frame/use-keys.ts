import { useHotkeys } from '@mantine/hooks';
import { useEffect } from 'react';
import { workspace } from '../../workspace/workspace.ts';
import { takePathAway } from '../acts/change-canvas.ts';
import { select } from '../acts/select.ts';
import { useScreen } from '../screen-store.ts';

/** The keys that work everywhere on the page. Undo is left to the browser inside a field. */
export function useKeys(focusSearch: () => void): void {
  const { undo, redo } = workspace.getState();
  useHotkeys([
    ['mod+Z', undo],
    ['mod+shift+Z', redo],
    ['mod+Y', redo],
  ]);
  useHotkeys([['mod+K', focusSearch]], []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isInsideWidget(event.target)) return;
      goBack();
      requestAnimationFrame(keepFocus);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Esc takes back what is in front: the text, the selection, the path, and last the open panel. */
function goBack(): void {
  const screen = useScreen.getState();
  const { selection, content } = workspace.getState();
  if (screen.reading) screen.stopReading();
  else if (selection) select(null);
  else if (content.path) takePathAway();
  else screen.closeLeft();
}

function isInsideWidget(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role="menu"], [role="listbox"], [role="dialog"]') !== null
  );
}

/** When what had the focus is gone, the middle of the page gets it, so that it is never lost. */
export function keepFocus(): void {
  if (document.activeElement === null || document.activeElement === document.body) {
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }
}
