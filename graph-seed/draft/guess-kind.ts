import type { NodeKind } from '../vocabulary.ts';
import { countryCalled, isWorldRegion } from './country-names.ts';
import type { NamePart } from './name-parts.ts';
import { kindOfHead, NUMBERED, PLAIN_HEADS } from './name-words.ts';

/** Two capitals or more, with or without dots or digits: NATO, U.N., G-7, P5. */
const ACRONYM = /^(?:\p{Lu}[\p{Lu}\d&]+s?|(?:\p{Lu}\.){2,}|\p{Lu}+-?\d+|\d\+\d)$/u;

export function isAcronym(name: string): boolean {
  return ACRONYM.test(name);
}

/**
 * Guesses what a name is by its words alone: the gazetteer, the word that heads it, its form, and what the
 * language library takes its words for. Undefined when these say nothing.
 */
export function kindByWords(name: string, parts: readonly NamePart[]): NodeKind | undefined {
  if (countryCalled(name) !== undefined) return 'Country';
  if (isWorldRegion(name)) return 'Place';
  return kindByHead(parts) ?? (isAcronym(name) ? 'Institution' : kindByTags(parts));
}

/** The head stands before the first "of", "for" or "on", else last; a number belongs to the word before it. */
export function kindByHead(parts: readonly NamePart[]): NodeKind | undefined {
  if (parts.length < 2) return kindOfHead(parts[0]?.text ?? '', PLAIN_HEADS);
  const joint = parts.findIndex(({ text }) => ['of', 'for', 'on', 'against'].includes(text));
  const head = parts[joint > 0 ? joint - 1 : parts.length - 1];
  const first = parts[0];
  if (first !== undefined && NUMBERED.has(first.text.toLowerCase()) && /^\d+$/.test(parts[1]?.text ?? ''))
    return kindOfHead(first.text) ?? 'Document';
  const kind = head === undefined ? undefined : kindOfHead(head.text);
  if (kind !== undefined) return kind;
  // Mount Fuji, Lake Victoria: some heads of places come first.
  return first !== undefined && /^(cape|gulf|isle|lake|mount|port)$/i.test(first.text) ? 'Place' : undefined;
}

const PERSON_TAGS = ['Person', 'FirstName', 'LastName', 'MaleName', 'FemaleName'];

function kindByTags(parts: readonly NamePart[]): NodeKind | undefined {
  const has = (part: NamePart, tags: readonly string[]) => tags.some((tag) => part.tags.has(tag));
  const places = ['Country', 'City', 'Region', 'Place'];
  if (parts.every((part) => has(part, places))) return 'Place';
  if (parts.some((part) => has(part, PERSON_TAGS) && !part.isAlsoSmall)) return 'Person';
  if (parts.some((part) => has(part, ['Organization', 'Company']))) return 'Institution';
  const isUnknown = parts.every(
    (part) => has(part, ['ProperNoun']) && !has(part, ['Demonym', 'Place']) && !part.isAlsoSmall,
  );
  return parts.length > 1 && parts.length < 5 && isUnknown ? 'Person' : undefined;
}

const PLACED = new Set(['in', 'near', 'across', 'throughout', 'around', 'outside', 'off']);

/** Guesses by what stands around a name of one word: "in Okinawa" is a place, "Ada noted" a person. */
export function kindByNeighbours(
  before: NamePart | undefined,
  part: NamePart,
  after: NamePart | undefined,
): NodeKind | undefined {
  if (part.isAlsoSmall) return undefined;
  if (before !== undefined && PLACED.has(before.text.toLowerCase())) return 'Place';
  const acts = after !== undefined && after.gap.trim() === '' && after.tags.has('Verb');
  return (acts && !after.tags.has('Gerund')) || part.isPossessive ? 'Person' : undefined;
}
