import { create } from 'zustand';

/** Whether the palette is open, and what was typed before its field was there. */
export const usePalette = create<{ opened: boolean; typed: string }>()(() => ({ opened: false, typed: '' }));

export function openPalette(): void {
  if (usePalette.getState().opened) return;
  usePalette.setState({ opened: true, typed: '' });
  window.addEventListener('keydown', keepTyped, { capture: true });
}

export function closePalette(): void {
  window.removeEventListener('keydown', keepTyped, { capture: true });
  usePalette.setState({ opened: false });
}

/** The field has the focus: from here on it hears the keys itself. Gives what was typed until now. */
export function takeTyped(): string {
  window.removeEventListener('keydown', keepTyped, { capture: true });
  const { typed } = usePalette.getState();
  usePalette.setState({ typed: '' });
  return typed;
}

/** Until the palette has been loaded, what is typed is meant for it: nothing else on the page may hear it. */
function keepTyped(event: KeyboardEvent): void {
  event.stopPropagation();
  event.preventDefault();
  if (event.key === 'Escape') closePalette();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { typed } = usePalette.getState();
  if (event.key === 'Backspace') usePalette.setState({ typed: typed.slice(0, -1) });
  else if ([...event.key].length === 1) usePalette.setState({ typed: typed + event.key });
}
