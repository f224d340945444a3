import type { Passage } from '../../../server/contract/documents.ts';
import type { Selection } from '../../workspace/workspace.ts';

export interface Segment {
  start: number;
  text: string;
  /** What rests on these words; where several do, the one that rests on the fewest words. */
  target: Selection | null;
  /** Everything that rests on these words. */
  all: readonly Selection[];
}

/** A passage cut wherever a mark begins or ends, so that marks may overlap. Offsets are UTF-16 code units. */
export function splitPassage(passage: Pick<Passage, 'text' | 'marks'>): Segment[] {
  const { length } = passage.text;
  const marks = passage.marks
    .filter((mark) => mark.start < mark.end && mark.start >= 0 && mark.end <= length)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const cuts = [...new Set([0, length, ...marks.flatMap((mark) => [mark.start, mark.end])])].sort(
    (a, b) => a - b,
  );
  const segments: Segment[] = [];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) break;
    const all = marks
      .filter((mark) => mark.start <= start && mark.end >= end)
      .flatMap((mark): Selection[] => {
        if (mark.relationship !== undefined) return [{ kind: 'relationship', id: mark.relationship }];
        return mark.node !== undefined ? [{ kind: 'node', id: mark.node }] : [];
      });
    const words = passage.text.slice(start, end);
    // A gap between two marks is no place to click.
    const target = words.trim() === '' ? null : (all[0] ?? null);
    segments.push({ start, text: words, target, all });
  }
  return segments;
}
