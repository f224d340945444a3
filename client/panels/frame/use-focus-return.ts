import { useEffect, useLayoutEffect, useRef } from 'react';
import { keepFocus } from '../keep-focus.ts';

/** What comes and goes over the page: what has the focus there is not what it is given back to. */
const PASSING = '[role="dialog"], [role="menu"], [role="listbox"]';

/** When what was open over the page is closed, gives the focus back to what had it before, unless it is elsewhere by then. */
export function useFocusReturn(isOpen: boolean): void {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest(PASSING) === null) last.current = target;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useLayoutEffect(() => {
    if (!isOpen) return;
    return () => {
      const { activeElement } = document;
      const isElsewhere = activeElement !== document.body && activeElement?.closest(PASSING) === null;
      if (isElsewhere) return;
      if (last.current?.isConnected && last.current.checkVisibility()) {
        last.current.focus({ preventScroll: true });
      }
      keepFocus();
    };
  }, [isOpen]);
}
