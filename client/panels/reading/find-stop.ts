import type { Passage } from '../../../server/contract/documents.ts';
import { splitPassage } from './split-passage.ts';

/** Where the keyboard can stop in a text: at a sentence, or where a mark begins. */
export interface Stop {
  passageId: string;
  kind: 'sentence' | 'mark';
  start: number;
}

/** The next stop of a kind after this one, or the last before it; null at the end. */
export function findStop(
  passages: readonly Passage[],
  from: Stop,
  kind: Stop['kind'],
  direction: 1 | -1,
): Stop | null {
  const here = passages.findIndex(({ id }) => id === from.passageId);
  if (here === -1) return firstStop(passages, kind);
  const isBeyond = (start: number) =>
    direction === 1
      ? start > from.start || (start === from.start && from.kind === 'sentence' && kind === 'mark')
      : start < from.start || (start === from.start && from.kind === 'mark' && kind === 'sentence');
  for (let index = here; index >= 0 && index < passages.length; index += direction) {
    const passage = passages[index];
    if (!passage) return null;
    const starts = startsOf(passage, kind).filter((start) => index !== here || isBeyond(start));
    const start = direction === 1 ? starts[0] : starts.at(-1);
    if (start !== undefined) return { passageId: passage.id, kind, start };
  }
  return null;
}

/** The first stop of a kind in the text; null where there is none. */
export function firstStop(passages: readonly Passage[], kind: Stop['kind']): Stop | null {
  for (const passage of passages) {
    const start = startsOf(passage, kind)[0];
    if (start !== undefined) return { passageId: passage.id, kind, start };
  }
  return null;
}

function startsOf(passage: Passage, kind: Stop['kind']): number[] {
  const sentences = splitPassage(passage);
  if (kind === 'sentence') return sentences.map(({ start }) => start);
  return sentences.flatMap(({ segments }) => segments.filter(({ opens }) => opens).map(({ start }) => start));
}
