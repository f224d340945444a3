import type { Selection } from '../../workspace/workspace.ts';
import type { LitPart } from '../screen-store.ts';
import type { Segment } from './split-passage.ts';

/** How words stand out: what is selected rests on them, or they are lit. */
export type Tone = 'selected' | 'lit' | undefined;

/**
 * Words are lit where they were chosen; in other documents where a lit relationship rests on them, since a node is
 * named all over a text.
 */
export function toneOf(
  segment: Segment,
  { documentId, passageId }: { documentId: string; passageId: string },
  selection: Selection | null,
  lit: LitPart | null,
): Tone {
  const ids = selection?.kind === 'node' ? segment.nodeIds : segment.relationshipIds;
  if (selection && ids.includes(selection.id)) return 'selected';
  if (!lit) return undefined;
  const { place } = lit;
  if (place?.documentId === documentId) {
    const isInside = place.passageId === passageId && segment.start < place.end && segment.end > place.start;
    return isInside ? 'lit' : undefined;
  }
  if (lit.relationshipIds.length > 0)
    return segment.relationshipIds.some((id) => lit.relationshipIds.includes(id)) ? 'lit' : undefined;
  return segment.nodeIds.some((id) => lit.nodeIds.includes(id)) ? 'lit' : undefined;
}
