import type { Passage } from '../../../server/contract/documents.ts';
import type { Selection } from '../../workspace/workspace.ts';
import type { ReadingPlace } from '../reading-place.ts';
import type { LitPart } from '../screen-store.ts';

/** Words of a passage; offsets count UTF-16 code units. */
export interface Span {
  passageId: string;
  start: number;
  end: number;
}

type Mark = Passage['marks'][number];

interface Asked {
  place: ReadingPlace;
  selection: Selection | null;
  lit: LitPart | null;
}

/**
 * The words to bring into view in a document: those that were asked for, else the first that the selected rests on,
 * else the first of what is lit. Null where this document has none of them.
 */
export function findWords(
  documentId: string,
  passages: readonly Passage[],
  { place, selection, lit }: Asked,
): Span | null {
  const asked = lit?.place ?? place;
  const there = asked.documentId === documentId ? placeIn(passages, asked) : null;
  if (there) return there;
  const relationships = new Set(lit?.relationshipIds);
  const nodes = new Set(lit?.nodeIds);
  const markOf = {
    selectedRelationship: ({ relationship }: Mark) =>
      selection?.kind === 'relationship' && relationship === selection.id,
    litRelationship: ({ relationship }: Mark) =>
      relationship !== undefined && relationships.has(relationship),
    selectedNode: ({ node }: Mark) => selection?.kind === 'node' && node === selection.id,
    litNode: ({ node }: Mark) => node !== undefined && nodes.has(node),
  };
  return (
    firstMark(passages, markOf.selectedRelationship) ??
    firstMark(passages, markOf.litRelationship) ??
    firstMark(passages, markOf.selectedNode) ??
    firstMark(passages, markOf.litNode)
  );
}

function placeIn(passages: readonly Passage[], { passageId, start, end }: ReadingPlace): Span | null {
  const passage = passages.find(({ id }) => id === passageId);
  if (!passage) return null;
  return { passageId: passage.id, start: start ?? 0, end: end ?? passage.text.length };
}

function firstMark(passages: readonly Passage[], isWanted: (mark: Mark) => boolean): Span | null {
  for (const passage of passages) {
    const mark = passage.marks.find(isWanted);
    if (mark) return { passageId: passage.id, start: mark.start, end: mark.end };
  }
  return null;
}
