/** Marks what gets the focus when a control inside it has gone. */
export const PANEL_BODY = 'data-panel-body';

/**
 * After an act, when the control that had the focus is gone or disabled, gives the focus to the panel that the control
 * was in, to the button whose menu it was in, or else to the middle of the page, so that it is never lost. Where nothing
 * had the focus, nothing gets it.
 */
export function keepFocus(from: Element | null = null): void {
  if (from === document.body) return;
  const around = from?.closest<HTMLElement>(`[${PANEL_BODY}]`) ?? openerOf(from);
  const frame = requestAnimationFrame(() => {
    document.removeEventListener('focusin', stop);
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const next = around?.isConnected ? around : document.querySelector<HTMLElement>('main');
    next?.focus({ preventScroll: true });
  });
  // Where something has got it until then, a later act may be about to move it on.
  const stop = () => cancelAnimationFrame(frame);
  document.addEventListener('focusin', stop, { once: true });
}

/** The button that opened the menu around a control; it names the menu. */
function openerOf(from: Element | null): HTMLElement | null {
  const name = from?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const opener = name ? document.getElementById(name) : null;
  return opener instanceof HTMLButtonElement ? opener : null;
}
