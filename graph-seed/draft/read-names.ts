import type { NodeKind } from '../vocabulary.ts';
import { countryCalled } from './country-names.ts';
import { findNameRuns, type NameRun } from './find-name-runs.ts';
import { isAcronym, kindByHead, kindByNeighbours, kindByWords } from './guess-kind.ts';
import type { NamePart } from './name-parts.ts';
import { TITLES } from './name-words.ts';
import type { WordUse } from './word-use.ts';

/** A place where the text names something. */
export interface NameMention {
  start: number;
  end: number;
  name: string;
  kind?: NodeKind;
  /** Other forms of the same name, such as the one without its country. */
  aliases: string[];
  /** The name just before the brackets that this short form stands in. */
  shortFor?: string;
  /** The other half of a hyphenated pair. */
  pairedWith?: string;
  /** A plural with a possessive mark, whose singular may be the name. */
  isPluralPossessive?: boolean;
}

/** The names that stand in the parts of one sentence; the passage is the text that their offsets point into. */
export function readNames(parts: readonly NamePart[], passage: string, use: WordUse): NameMention[] {
  const mentions: NameMention[] = [];
  for (const run of findNameRuns(parts)) {
    const found = mentionsOf(parts, run, passage, use);
    for (const mention of found) {
      if (isBracketed(mentions.at(-1), mention, passage)) joinLongName(mentions, mention, passage);
      mentions.push(mention);
    }
  }
  return mentions;
}

function mentionsOf(
  parts: readonly NamePart[],
  { from, to }: NameRun,
  passage: string,
  use: WordUse,
): NameMention[] {
  const start = from + titleLength(parts.slice(from, to));
  const run = parts.slice(start, to);
  const [first] = run;
  if (first === undefined) return [];
  const name = nameOf(run, passage);
  if (run.length === 1 && !standsAlone(first, start === 0, use)) return [];
  const titled = start > from && kindByHead(run) === undefined;
  const neighbours = kindByNeighbours(parts[start - 1], run.at(-1) ?? first, parts[to]);
  const kind = titled ? 'Person' : (kindByWords(name, run) ?? neighbours);
  const mention: NameMention = { ...spanOf(run), name, aliases: [], ...(kind === undefined ? {} : { kind }) };
  if (run.at(-1)?.isPluralPossessive) mention.isPluralPossessive = true;
  if (run.length === 1) return [withPair(mention, parts, start, to)];
  return [...ownersOf(parts, start, run), withOwner(mention, parts, start, run, passage)];
}

/** A name of one word in a hyphenated pair knows its other half. */
function withPair(mention: NameMention, parts: readonly NamePart[], at: number, to: number): NameMention {
  const other = parts[at]?.gap === '-' ? parts[at - 1] : parts[to]?.gap === '-' ? parts[to] : undefined;
  return other?.isCapital ? { ...mention, pairedWith: other.text } : mention;
}

/** US Navy: the country stands in the name and is named too. */
function ownersOf(parts: readonly NamePart[], start: number, run: readonly NamePart[]): NameMention[] {
  const [first] = run;
  if (first === undefined || kindByHead(run) === undefined) return [];
  if (countryCalled(run.map(({ text }) => text).join(' ')) !== undefined) return [];
  const isNamed = countryCalled(first.text) !== undefined || parts[start]?.gap === '-';
  if (!isNamed) return [];
  const kind = countryCalled(first.text) === undefined ? {} : { kind: 'Country' as const };
  return [{ ...spanOf([first]), name: first.text, aliases: [], ...kind }];
}

/** A body's name goes without its country too; that of a hyphenated pair of countries goes with both. */
function withOwner(
  mention: NameMention,
  parts: readonly NamePart[],
  start: number,
  run: readonly NamePart[],
  passage: string,
): NameMention {
  const [first, ...rest] = run;
  if (first === undefined || kindByHead(run) === undefined) return mention;
  const before = parts[start - 1];
  const isOwned = countryCalled(first.text) !== undefined || first.tags.has('Demonym');
  const isPair = first.gap === '-' && before !== undefined;
  if (!isOwned && !isPair) return mention;
  const bare = rest.length > 1 ? [nameOf(rest, passage)] : [];
  if (!isPair) return { ...mention, aliases: bare };
  return { ...mention, start: before.start, name: nameOf([before, ...run], passage), aliases: bare };
}

/** How many parts in front are titles, with the country or people that they belong to. */
function titleLength(run: readonly NamePart[]): number {
  let length = 0;
  for (const [index, part] of run.entries()) {
    if (TITLES.has(part.text.toLowerCase())) length = index + 1;
    else if (!part.tags.has('Demonym') && countryCalled(part.text) === undefined) break;
  }
  return length;
}

const NAME_TAGS = ['Country', 'City', 'Region', 'Place', 'Person', 'FirstName', 'LastName', 'Organization'];

/** A lone capital is a name unless it is a people, a title, or the beginning of a sentence. */
function standsAlone(part: NamePart, isFirst: boolean, use: WordUse): boolean {
  const { text, tags } = part;
  if (countryCalled(text) !== undefined) return true;
  if (tags.has('Demonym') || text.length < 2 || TITLES.has(text.toLowerCase())) return false;
  if (!isFirst || isAcronym(text)) return true;
  return use.capitals.has(text) || NAME_TAGS.some((tag) => tags.has(tag));
}

/** Whether a mention stands in brackets of its own right behind another. */
function isBracketed(long: NameMention | undefined, short: NameMention, passage: string): boolean {
  if (long === undefined) return false;
  return /^\s*\($/.test(passage.slice(long.end, short.start)) && passage[short.end] === ')';
}

/**
 * Ties a short form in brackets to the name before it, or to the last two, which it shows to be one:
 * Organization for Security and Co-operation in Europe (OSCE).
 */
function joinLongName(mentions: NameMention[], short: NameMention, passage: string): void {
  const [first, last] = [mentions.at(-2), mentions.at(-1)];
  if (last !== undefined && shortens(short.name, last.name)) short.shortFor = last.name;
  else if (first !== undefined && last !== undefined) {
    const name = passage.slice(first.start, last.end).replace(/\s+/g, ' ');
    const isOne = /^\s(?:(?:and|for|in|of|on|the|to)\s)+$/.test(passage.slice(first.end, last.start));
    if (!isOne || !shortens(short.name, name)) return;
    mentions.splice(-2, 1, { ...first, end: last.end, name, aliases: [] });
    short.shortFor = name;
  }
}

/** Whether the letters of a short form are initials of a name, in their order. */
function shortens(short: string, long: string): boolean {
  const initials = (long.match(/\p{L}+/gu) ?? []).map((word) => word.charAt(0).toLowerCase());
  let at = 0;
  for (const letter of short.toLowerCase().replace(/[^\p{L}]/gu, '')) {
    const found = initials.indexOf(letter, at);
    if (found === -1) return false;
    at = found + 1;
  }
  return at > 1;
}

function spanOf(run: readonly NamePart[]): { start: number; end: number } {
  return { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 };
}

function nameOf(run: readonly NamePart[], passage: string): string {
  const { start, end } = spanOf(run);
  return passage.slice(start, end).replace(/\s+/g, ' ');
}
