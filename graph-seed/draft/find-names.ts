import type { DatasetPassage } from '../dataset.ts';
import { findCommonNames } from './find-common-names.ts';
import { gatherNames, type NamedThing } from './gather-names.ts';
import { namePartsOf } from './name-parts.ts';
import { readNames } from './read-names.ts';
import type { Sentence } from './tag-words.ts';
import { readWordUse } from './word-use.ts';

/** A passage with what the language library made of it. */
export interface TaggedPassage extends DatasetPassage {
  sentences: Sentence[];
}

/** Things that a text seems to name, by capitals and by telling words; needs no list of names. English only. */
export function findNames(passages: readonly TaggedPassage[]): NamedThing[] {
  const use = readWordUse(passages);
  const mentions = passages.flatMap(({ number, sentences, text }) =>
    sentences.flatMap((sentence) => {
      const parts = namePartsOf(sentence, text, use);
      return [...readNames(parts, text, use), ...findCommonNames(parts, text)].map((mention) => ({
        ...mention,
        passage: number,
      }));
    }),
  );
  return gatherNames(mentions);
}
