import type { Sentence } from './tag-words.ts';

/** How a text uses its words, as far as it tells names from other words. */
export interface WordUse {
  /** Words with a capital where none would have to be: not first in their sentence, nor in a hyphenated pair. */
  capitals: ReadonlySet<string>;
  /** Words that stand for a people somewhere: Japanese. */
  peoples: ReadonlySet<string>;
  /** Words that stand in small letters somewhere. */
  small: ReadonlySet<string>;
}

const CAPITAL = /^[\p{Lu}\p{Lt}]/u;

export function readWordUse(passages: readonly { text: string; sentences: readonly Sentence[] }[]): WordUse {
  const capitals = new Set<string>();
  const peoples = new Set<string>();
  const small = new Set<string>();
  for (const { text: passage, sentences } of passages) {
    for (const { words } of sentences) {
      for (const [index, { text, start, end, tags }] of words.entries()) {
        const word = withoutPossessive(text);
        if (tags.has('Demonym')) peoples.add(word);
        if (!beginsWithCapital(word)) small.add(word);
        else if (index > 0 && passage[start - 1] !== '-' && passage[end] !== '-') capitals.add(word);
      }
    }
  }
  return { capitals, peoples, small };
}

export function beginsWithCapital(text: string): boolean {
  return CAPITAL.test(text);
}

export function withoutPossessive(text: string): string {
  return text.replace(/['’]s$/i, '');
}
