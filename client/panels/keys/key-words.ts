import { text } from '../text.ts';

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

/** The keys of a combination as they are printed on the keyboard: `mod+Z` is Ctrl and Z, on a Mac ⌘ and Z. */
export function keysOf(combination: string, mac = isMac()): string[] {
  const names: Record<string, readonly [string, string]> = text.keys.names;
  return combination.split('+').map((part) => {
    const named = names[part.toLowerCase()];
    return named ? named[mac ? 0 : 1] : part;
  });
}
