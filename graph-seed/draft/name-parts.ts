import { countryCalled, isWorldRegion } from './country-names.ts';
import { isFunctionWord, PREFIXES } from './name-words.ts';
import type { Sentence, Word } from './tag-words.ts';
import { beginsWithCapital, type WordUse, withoutPossessive } from './word-use.ts';

/** A word, or words with hyphens that make one, as a part that names are built of. */
export interface NamePart {
  text: string;
  start: number;
  end: number;
  tags: ReadonlySet<string>;
  /** Begins as names do in scripts that have capitals. */
  isCapital: boolean;
  /** Stands in small letters elsewhere in the text. */
  isAlsoSmall: boolean;
  /** Ends with a possessive mark, which is not part of `text`. */
  isPossessive: boolean;
  /** The possessive mark stands alone behind an s, which may belong to a plural. */
  isPluralPossessive: boolean;
  /** End with the possessive mark. */
  until: number;
  /** What stands between this part and the one before; '-' for the halves of Paris-Berlin. */
  gap: string;
}

/** The parts of a sentence. */
export function namePartsOf(sentence: Sentence, passage: string, use: WordUse): NamePart[] {
  const parts: NamePart[] = [];
  let before = sentence.start;
  for (let index = 0; index < sentence.words.length; ) {
    const run = hyphenRun(sentence.words, index, passage);
    const gap = passage.slice(before, run[0]?.start);
    if (run.length > 1 && !isPair(run, use)) parts.push(partOf(run, gap, passage, use));
    else {
      for (const [place, word] of run.entries())
        parts.push(partOf([word], place === 0 ? gap : '-', passage, use));
    }
    before = parts.at(-1)?.until ?? before;
    index += run.length;
  }
  return parts;
}

function hyphenRun(words: readonly Word[], first: number, passage: string): Word[] {
  let last = first;
  for (;;) {
    const [word, next] = [words[last], words[last + 1]];
    if (word === undefined || next === undefined || next.start !== word.end + 1) break;
    if (!/[-‐‑–]/.test(passage.charAt(word.end))) break;
    last += 1;
  }
  return words.slice(first, last + 1);
}

/** Two names side by side, as in Paris-Berlin, not one name as in Trans-Pacific. */
function isPair(run: readonly Word[], use: WordUse): boolean {
  const names = run.map(({ text }) => withoutPossessive(text));
  if (!names.every((name) => beginsWithCapital(name) && !PREFIXES.has(name.toLowerCase()))) return false;
  const isName = (name: string) =>
    use.capitals.has(name) || countryCalled(name) !== undefined || isWorldRegion(name);
  return names.some(isName) || run.every(({ tags }) => tags.has('Place'));
}

function partOf(run: readonly Word[], gap: string, passage: string, use: WordUse): NamePart {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a part has a word at least');
  const whole = passage.slice(first.start, last.end);
  const text = withoutPossessive(whole);
  const isPluralPossessive =
    text === whole && /s$/.test(whole) && /^['’](?!\p{L})/u.test(passage.slice(last.end));
  return {
    text,
    start: first.start,
    end: first.start + text.length,
    tags: new Set([...run.flatMap(({ tags }) => [...tags]), ...(use.peoples.has(text) ? ['Demonym'] : [])]),
    isAlsoSmall: use.small.has(text.toLowerCase()),
    isCapital: (beginsWithCapital(text) && text !== 'I') || /^\d\+\d$/.test(text),
    isPossessive: text !== whole || isPluralPossessive,
    isPluralPossessive,
    until: last.end + (isPluralPossessive ? 1 : 0),
    gap,
  };
}

/** Whether a part can begin a name: not the small word that begins a sentence, not a month or a weekday. */
export function canBeName(part: NamePart): boolean {
  if (!part.isCapital || isFunctionWord(part.text)) return false;
  return !['Month', 'WeekDay', 'Holiday'].some((tag) => part.tags.has(tag));
}
