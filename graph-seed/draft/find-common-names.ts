import type { NamePart } from './name-parts.ts';
import { isFunctionWord, kindOfHead, PLAIN_HEADS, WEAK_WORDS } from './name-words.ts';
import type { NameMention } from './read-names.ts';

/** Words before the head that a name in small letters may have. */
const MODIFIERS_AT_MOST = 3;

const MODIFIER_TAGS = ['Noun', 'Adjective', 'Gerund', 'Demonym', 'Place', 'ProperNoun'];
const NO_MODIFIER_TAGS = [
  'Value',
  'Determiner',
  'Pronoun',
  'Possessive',
  'Comparative',
  'Superlative',
  'Preposition',
  'Conjunction',
  'Adverb',
  'Date',
];

/** Things that a text names in small letters: security treaty, coast guard, joint statement. */
export function findCommonNames(parts: readonly NamePart[], passage: string): NameMention[] {
  return parts.flatMap((head, at): NameMention[] => {
    const kind = head.isCapital ? undefined : kindOfHead(head.text, PLAIN_HEADS);
    if (kind === undefined) return [];
    const from = firstModifier(parts, at);
    const first = parts[from];
    if (first === undefined || from === at) return [];
    const name = passage.slice(first.start, head.end).replace(/\s+/g, ' ');
    return [{ start: first.start, end: head.end, name, kind, aliases: [] }];
  });
}

/** Place of the first part of the phrase that ends with the head; the head's own when it stands bare. */
function firstModifier(parts: readonly NamePart[], head: number): number {
  let from = head;
  for (let before = head - 1; before >= 0; before -= 1) {
    const part = parts[before];
    const isPair = parts[before + 1]?.gap === '-';
    if (part === undefined || !isModifier(part)) break;
    if (!isPair && parts[before + 1]?.gap !== ' ') break;
    if (!isPair && head - before > MODIFIERS_AT_MOST) break;
    from = before;
  }
  while (from < head && WEAK_WORDS.has(parts[from]?.text.toLowerCase() ?? '')) from += 1;
  return from;
}

function isModifier(part: NamePart): boolean {
  if (part.isPossessive || isFunctionWord(part.text)) return false;
  if (part.isCapital) return true;
  if (NO_MODIFIER_TAGS.some((tag) => part.tags.has(tag))) return false;
  return MODIFIER_TAGS.some((tag) => part.tags.has(tag));
}
