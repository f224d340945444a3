import type { Passage } from '../../../server/contract/documents.ts';

/** What rests on some words. */
export interface Resting {
  nodeIds: readonly string[];
  relationshipIds: readonly string[];
}

/** Words with the same marks from end to end. Offsets count UTF-16 code units of the passage. */
export interface Segment extends Resting {
  start: number;
  end: number;
  text: string;
  /** Whether a mark begins here, so that one step of the keyboard leads here. */
  opens: boolean;
}

export interface Sentence {
  start: number;
  /** After its last word, without the space that follows. */
  end: number;
  segments: readonly Segment[];
}

type Marked = Pick<Passage, 'text' | 'marks'>;

const known = new WeakMap<Marked, readonly Sentence[]>();

/** A passage as sentences, each cut wherever a mark begins or ends, so that marks may overlap. */
export function splitPassage(passage: Marked): readonly Sentence[] {
  let sentences = known.get(passage);
  if (!sentences) {
    sentences = split(passage);
    known.set(passage, sentences);
  }
  return sentences;
}

/** Everything with a mark that shares at least one character with the span; each id once. */
export function restingOn({ text, marks }: Marked, start: number, end: number): Resting {
  const nodeIds = new Set<string>();
  const relationshipIds = new Set<string>();
  for (const mark of marks) {
    if (!isSound(mark, text) || mark.start >= end || mark.end <= start) continue;
    if (mark.relationship !== undefined) relationshipIds.add(mark.relationship);
    else if (mark.node !== undefined) nodeIds.add(mark.node);
  }
  return { nodeIds: [...nodeIds], relationshipIds: [...relationshipIds] };
}

function split({ text, marks }: Marked): Sentence[] {
  const sound = marks.filter((mark) => isSound(mark, text));
  const starts = new Set(sound.map((mark) => mark.start));
  const edges = sound.flatMap((mark) => [mark.start, mark.end]);
  return sentencesOf(text).map(({ start, end, next }) => {
    const cuts = [...new Set([start, next, ...edges.filter((edge) => edge > start && edge < next)])];
    cuts.sort((a, b) => a - b);
    const overlapping = { text, marks: sound.filter((mark) => mark.start < next && mark.end > start) };
    const segments = cuts.slice(0, -1).map((from, index): Segment => {
      const to = cuts[index + 1] ?? next;
      const words = text.slice(from, to);
      const opens = words.trim() !== '' && starts.has(from);
      return { start: from, end: to, text: words, opens, ...restingOn(overlapping, from, to) };
    });
    return { start, end, segments };
  });
}

const cutter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

function sentencesOf(text: string): { start: number; end: number; next: number }[] {
  return [...cutter.segment(text)].map(({ segment, index }) => ({
    start: index,
    end: index + segment.trimEnd().length,
    next: index + segment.length,
  }));
}

function isSound(mark: Passage['marks'][number], text: string): boolean {
  return mark.start < mark.end && mark.start >= 0 && mark.end <= text.length;
}
