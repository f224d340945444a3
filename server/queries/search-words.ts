/** How texts are cut into words for searching: the same for what is searched and for what is asked. */

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Lower case without accents, so that "Abé" is found by "abe". */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** Words of a text; scripts that do not separate words give single characters and pairs of them. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const [word] of text.normalize('NFKC').matchAll(WORD)) {
    if (!CJK.test(word)) {
      words.push(word);
      continue;
    }
    const characters = [...word];
    if (characters.length === 1) words.push(word);
    for (let i = 0; i + 1 < characters.length; i++) words.push(`${characters[i]}${characters[i + 1]}`);
  }
  return words;
}

const SNIPPET_LENGTH = 160;

/** The part of a text around the first of the words, at most 160 characters, cut between words. */
export function snippetAround(text: string, words: readonly string[]): string {
  if (text.length <= SNIPPET_LENGTH) return text;
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    const folded = foldWord(match[0]);
    if (words.some((word) => folded.startsWith(word))) {
      at = match.index;
      break;
    }
  }
  const from = at < 60 ? 0 : text.indexOf(' ', at - 60) + 1;
  const end = from + SNIPPET_LENGTH;
  const to = end >= text.length ? text.length : Math.max(text.lastIndexOf(' ', end), at + 1);
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
