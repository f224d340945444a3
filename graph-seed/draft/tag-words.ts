import nlp from 'compromise/two';

/** A word of a passage; offsets count UTF-16 code units in the passage. */
export interface Word {
  text: string;
  start: number;
  end: number;
  /** What the language library takes it for: Noun, Verb, Country, FirstName, … */
  tags: ReadonlySet<string>;
}

export interface Sentence {
  start: number;
  end: number;
  words: Word[];
}

/** Letters with their dots (U.S.), or letters and digits with what holds them together; hyphens part words. */
const WORD =
  /(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’+&](?=[\p{L}\p{N}])|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{M}\p{N}]+)*%?/gu;

/** Longer stretches are tagged apart: a text without full stops would take ever longer. */
const TAGGED_AT_ONCE = 2000;

/** The sentences of a passage with their words. English; words of other languages pass untagged or mistagged. */
export function tagSentences(passage: string): Sentence[] {
  return stretches(passage).flatMap(({ start, text }) => tagStretch(text, start));
}

interface LibraryTerm {
  text: string;
  tags?: string[];
}
interface LibrarySentence {
  terms: LibraryTerm[];
}

function tagStretch(text: string, offset: number): Sentence[] {
  const sentences: LibrarySentence[] = nlp(text).json({ text: false, terms: { text: true, tags: true } });
  let at = 0;
  const spans = sentences.flatMap(({ terms }) => {
    const places = terms.flatMap((term) => {
      const start = term.text === '' ? -1 : text.indexOf(term.text, at);
      if (start === -1) return [];
      at = start + term.text.length;
      return [{ start, end: at, tags: new Set(term.tags) }];
    });
    return places.length === 0 ? [] : [places];
  });
  const ends = spans.map((_, index) => spans[index + 1]?.[0]?.start ?? text.length);
  return spans.map((terms, index) => {
    const start = terms[0]?.start ?? 0;
    const sentence = text.slice(start, ends[index]).trimEnd();
    const words = [...sentence.matchAll(WORD)].map((match) => {
      const from = start + match.index;
      const term = terms.find(({ end }) => end > from);
      return {
        text: match[0],
        start: offset + from,
        end: offset + from + match[0].length,
        tags: term !== undefined && term.start < from + match[0].length ? term.tags : new Set<string>(),
      };
    });
    return { start: offset + start, end: offset + start + sentence.length, words };
  });
}

function stretches(passage: string): { start: number; text: string }[] {
  if (passage.length <= TAGGED_AT_ONCE) return [{ start: 0, text: passage }];
  const parts: { start: number; text: string }[] = [];
  for (let start = 0; start < passage.length; ) {
    const end = breakAfter(passage, start);
    parts.push({ start, text: passage.slice(start, end) });
    start = end;
  }
  return parts;
}

/** End of a stretch: behind its last sentence, else behind its last word, else where it is full. */
function breakAfter(passage: string, start: number): number {
  const full = start + TAGGED_AT_ONCE;
  if (full >= passage.length) return passage.length;
  const piece = passage.slice(start, full);
  const stops = [...piece.matchAll(/[.!?。！？]["”’)]*\s+(?=["“‘(]?\p{Lu})/gu)].at(-1);
  if (stops !== undefined) return start + stops.index + stops[0].length;
  const space = Math.max(piece.lastIndexOf(' '), piece.lastIndexOf('\n'));
  if (space > 0) return start + space + 1;
  return /[\uD800-\uDBFF]$/.test(piece) ? full - 1 : full;
}
