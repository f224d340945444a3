/** Marks what gets the focus when a control inside it has gone. */
export const PANEL_BODY = 'data-panel-body';

/**
 * After an act, when the control that had the focus is gone or disabled, gives the focus to the panel that the control
 * was in, or else to the middle of the page, so that it is never lost. Where nothing had the focus, nothing gets it.
 */
export function keepFocus(from: Element | null = null): void {
  if (from === document.body) return;
  const panel = from?.closest<HTMLElement>(`[${PANEL_BODY}]`) ?? null;
  requestAnimationFrame(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const next = panel?.isConnected ? panel : document.querySelector<HTMLElement>('main');
    next?.focus({ preventScroll: true });
  });
}
