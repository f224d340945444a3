import { getHotkeyHandler } from '@mantine/hooks';
import { useEffect } from 'react';
import { type Action, isAvailable } from '../acts/action.ts';
import { keyedActions, perform } from '../acts/actions.ts';
import { currentTarget } from '../acts/target.ts';

const FIELDS = 'input, textarea, select, [contenteditable="true"]';
const WIDGETS = '[role="dialog"], [role="menu"], [role="listbox"]';

/** The keys of all actions, wherever the focus is, as far as each allows. Fields keep theirs, undo among them. */
export function useActionKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      for (const action of keyedActions()) {
        if (!canHear(action, event) || !isPressed(action, event)) continue;
        const target = currentTarget();
        if (!isAvailable(action, target)) continue;
        event.preventDefault();
        void perform(action, target);
        return;
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isPressed(action: Action, event: KeyboardEvent): boolean {
  let pressed = false;
  const note = () => {
    pressed = true;
  };
  const heard = (action.keys ?? []).map((keys): [string, () => void, { preventDefault: false }] => [
    keys,
    note,
    { preventDefault: false },
  ]);
  getHotkeyHandler(heard)(event);
  return pressed;
}

/** Single characters must not act on someone who types, or speaks, elsewhere on the page. */
function canHear({ id, keysOn }: Action, event: KeyboardEvent): boolean {
  const at = event.target instanceof Element ? event.target : null;
  const isCombined = event.ctrlKey || event.metaKey;
  if (isCombined && id === 'palette') return at?.closest(WIDGETS) === null;
  if (at?.closest(`${FIELDS}, ${WIDGETS}`)) return false;
  if (isCombined && keysOn !== 'canvas') return true;
  return at === null || at === document.body || at.closest('main') !== null;
}
