/** Lower case, without accents, so that what is typed plainly is found. */
function plain(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * How well some words answer what was typed: 0 not at all, 1 each typed word begins or stands within one of theirs,
 * 2 each begins one, 3 they begin with all that was typed.
 */
export function matchWords(typed: string, words: string): 0 | 1 | 2 | 3 {
  const asked = plain(typed).trim();
  const told = plain(words);
  if (told.startsWith(asked)) return 3;
  const parts = asked.split(/\s+/);
  if (!parts.every((part) => told.includes(part))) return 0;
  const starts = told.split(/[^\p{L}\p{N}]+/u);
  return parts.every((part) => starts.some((start) => start.startsWith(part))) ? 2 : 1;
}
