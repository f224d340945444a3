import type { DatasetPassage } from './dataset.ts';
import type { ProblemMessage } from './dataset-problems.ts';

/**
 * Splits a text into passages at blank lines, after dropping a byte order mark and turning every line ending
 * into \n. A first line `# Title` names the text and is no passage. Passage ids are `<document>.p<number>`.
 */
export function splitPassages(document: string, text: string): DatasetPassage[] {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const body = plain.replace(/^\s*# [^\n]*(\n|$)/, '');
  return body
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block, index) => ({ id: `${document}.p${index + 1}`, number: index + 1, text: block }));
}

export interface QuoteRequest {
  /** Number of the passage, from 1. */
  passage: number;
  quote: string;
  /** Which of several places in the passage is meant, from 1. */
  occurrence?: number | undefined;
}

export type QuoteResult =
  | { found: true; passage: string; start: number; end: number }
  | { found: false; field: 'passage' | 'quote' | 'occurrence'; problem: ProblemMessage };

/** Finds a quote word for word in its passage; offsets count UTF-16 code units, end exclusive. */
export function locateQuote(passages: readonly DatasetPassage[], request: QuoteRequest): QuoteResult {
  const { quote, occurrence } = request;
  const passage = passages[request.passage - 1];
  if (passage === undefined) {
    const range = passages.length === 1 ? 'only passage 1' : `passages 1 to ${passages.length}`;
    return {
      found: false,
      field: 'passage',
      problem: `there is no passage ${request.passage}; the text has ${range}`,
    };
  }
  const places = placesOf(quote, passage.text);
  const [first] = places;
  if (first === undefined) {
    const problem = () =>
      `passage ${passage.number} does not hold the words "${quote}"${hint(passages, passage, quote)}`;
    return { found: false, field: 'quote', problem };
  }
  if (occurrence === undefined && places.length > 1) {
    const problem =
      `the words "${quote}" stand ${places.length} times in passage ${passage.number}; ` +
      `say which with "occurrence" (1 to ${places.length}) or quote more words`;
    return { found: false, field: 'quote', problem };
  }
  const start = places[(occurrence ?? 1) - 1];
  if (start === undefined) {
    const times = places.length === 1 ? 'once' : `${places.length} times`;
    const problem = `there is no occurrence ${occurrence}: the words "${quote}" stand ${times} in passage ${passage.number}`;
    return { found: false, field: 'occurrence', problem };
  }
  return { found: true, passage: passage.id, start, end: start + quote.length };
}

/** Every place of the words, also where they overlap themselves. */
export function placesOf(quote: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) places.push(at);
  return places;
}

/** Why a quote may have been missed: it stands elsewhere, or only its spelling differs. */
function hint(passages: readonly DatasetPassage[], passage: DatasetPassage, quote: string): string {
  const elsewhere = passages.find((other) => other.text.includes(quote));
  if (elsewhere !== undefined) return `; passage ${elsewhere.number} does`;
  if (looselyRead(passage).includes(loosely(quote))) {
    return '; it has them with other capitals, spaces, quotation marks or accents (quotes are matched exactly)';
  }
  return '';
}

const looseTexts = new WeakMap<DatasetPassage, string>();

/** A passage may be long and many quotes wrong, so its loose form is made once. */
function looselyRead(passage: DatasetPassage): string {
  const text = looseTexts.get(passage) ?? loosely(passage.text);
  looseTexts.set(passage, text);
  return text;
}

function loosely(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[\u2018\u2019\u201A\u201B\u2032`]/g, "'")
    .replace(/[\u201C-\u201F\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
