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

/** Keys besides letters and signs that mean something in the palette; all others are the browser's own. */
const PALETTE_KEYS = new Set(['Backspace', 'Enter', 'Escape', 'Tab', 'ArrowUp', 'ArrowDown']);

/** Until the palette has been loaded, what is typed is meant for it: nothing else on the page may hear it. */
function keepTyped(event: KeyboardEvent): void {
  event.stopPropagation();
  const { key } = event;
  const isCommand = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  const isSign = [...key].length === 1;
  // The key that opens the palette, pressed once more, is none for the browser either.
  const isOpening = isCommand && key.toLowerCase() === 'k';
  if (isCommand ? !isOpening : !isSign && !PALETTE_KEYS.has(key)) return;
  event.preventDefault();
  if (isCommand) return;
  const { typed } = usePalette.getState();
  if (key === 'Escape') closePalette();
  else if (key === 'Backspace') usePalette.setState({ typed: typed.slice(0, -1) });
  else if (isSign) usePalette.setState({ typed: typed + key });
}
