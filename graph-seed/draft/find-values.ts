import type { Sentence, Word } from './tag-words.ts';

/** A date or a number with what it counts, as the text has it. */
export interface ValueMention {
  what: 'date' | 'number';
  start: number;
  end: number;
  text: string;
  /** ISO 8601, for a date that names its year. */
  iso?: string;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** Dates and numbers of a sentence, in its order. */
export function findValues(sentence: Sentence, passage: string): ValueMention[] {
  const values: ValueMention[] = [];
  const { words } = sentence;
  for (let from = 0; from < words.length; ) {
    const to = endOfValue(words, from, passage);
    if (to === from) from += 1;
    else {
      values.push(mentionOf(words.slice(from, to), passage));
      from = to;
    }
  }
  return values;
}

/** Values go on over spaces, commas, hyphens and slashes; a number takes the noun that it counts. */
function endOfValue(words: readonly Word[], from: number, passage: string): number {
  let to = from;
  if (isInName(words[from], passage)) return from;
  while (isValue(words[to]) && (to === from || /^[\s,\-–/]+$/.test(between(words, to, passage)))) to += 1;
  if (to === from) return from;
  const [last, next] = [words[to - 1], words[to]];
  const counts = last !== undefined && !isDatePart(last) && !last.tags.has('Ordinal');
  const isCounted = next?.tags.has('Noun') && /^\p{Ll}/u.test(next.text);
  return counts && isCounted && between(words, to, passage) === ' ' ? to + 1 : to;
}

/** The digits of G-7 and 2+2 count nothing. */
function isInName(word: Word | undefined, passage: string): boolean {
  if (word === undefined) return false;
  return (
    /^\d+\+\d+$/.test(word.text) ||
    /\p{L}[-‐‑]$/u.test(passage.slice(Math.max(0, word.start - 2), word.start))
  );
}

function between(words: readonly Word[], at: number, passage: string): string {
  return passage.slice(words[at - 1]?.end, words[at]?.start);
}

function isValue(word: Word | undefined): boolean {
  if (word === undefined) return false;
  if (/^\d/.test(word.text) || isMonth(word)) return true;
  return word.tags.has('Value') && !/^(?:first|second|third|one)$/i.test(word.text);
}

function isMonth({ text, tags }: Word): boolean {
  return monthOf(text) > 0 && /^\p{Lu}/u.test(text) && (tags.has('Month') || tags.has('Date'));
}

function isDatePart(word: Word): boolean {
  return isMonth(word) || word.tags.has('Year') || /^(?:1[5-9]|20)\d\d$/.test(word.text);
}

function monthOf(text: string): number {
  const plain = text.toLowerCase();
  return plain.length < 3
    ? 0
    : MONTHS.findIndex((month) => month === plain || month.slice(0, 3) === plain) + 1;
}

function mentionOf(words: readonly Word[], passage: string): ValueMention {
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  const text = passage.slice(start, end).replace(/\s+/g, ' ');
  const iso = isoDate(words, text);
  const isDate = iso !== undefined || words.some(isMonth);
  return { what: isDate ? 'date' : 'number', start, end, text, ...(iso === undefined ? {} : { iso }) };
}

function isoDate(words: readonly Word[], text: string): string | undefined {
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return text;
  const year = words.find((word) => /^(?:1[5-9]|20)\d\d$/.test(word.text))?.text;
  const month = words.map((word) => monthOf(word.text)).find((number) => number > 0);
  const day = words.find((word) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word.text))?.text;
  if (year === undefined) return undefined;
  if (month === undefined) return words.length === 1 ? year : undefined;
  const parts = [year, String(month), ...(day === undefined ? [] : [String(Number.parseInt(day, 10))])];
  return parts.map((part) => part.padStart(2, '0')).join('-');
}
