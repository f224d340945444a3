import { useEffect } from 'react';
import { workspace } from '../../workspace/workspace.ts';
import { takePathAway } from '../acts/change-canvas.ts';
import { clearChosen } from '../acts/choose-nodes.ts';
import { select } from '../acts/select.ts';
import { returnFrom } from '../acts/view-trail.ts';
import { keepFocus } from '../keep-focus.ts';
import { useActionKeys } from '../keys/use-action-keys.ts';
import { useScreen } from '../screen-store.ts';

/** The keys that work everywhere on the page: those of the actions, and Esc. */
export function useKeys(): void {
  useActionKeys();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isInsideWidget(event.target)) return;
      goBack();
      keepFocus();
    };
    // A click that no pointer made has no detail: Enter or Space on a control.
    const onClick = (event: MouseEvent) => {
      if (event.detail === 0 && event.target instanceof Element) keepFocus(event.target);
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('click', onClick);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('click', onClick);
    };
  }, []);
}

/**
 * Esc takes back what is in front: the light, the text, the selection, the chosen, the path, the view
 * from before the camera was moved, and last the open panel. A view that went to what is put away comes back with it.
 */
function goBack(): void {
  const screen = useScreen.getState();
  const { selection, chosen, content } = workspace.getState();
  if (screen.lit) {
    screen.lightPart(null);
    returnFrom('select');
  } else if (screen.reading) screen.stopReading();
  else if (selection) {
    select(null);
    returnFrom('select');
  } else if (chosen.length > 0) clearChosen();
  else if (content.path) takePathAway();
  else if (!returnFrom('view')) screen.closeLeft();
}

function isInsideWidget(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role="menu"], [role="listbox"], [role="dialog"]') !== null
  );
}
