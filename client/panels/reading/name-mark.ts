import { plainType } from '../../look/words.ts';
import { sentenceOf } from '../../workspace/sentence-of.ts';
import type { WorkspaceContent } from '../../workspace/workspace-content.ts';
import { text } from '../text.ts';
import type { Segment } from './split-passage.ts';

type Gathered = Pick<WorkspaceContent, 'nodes' | 'relationships'>;

/** Things named one by one; the others are counted. */
const NAMED_AT_MOST = 3;

/** What rests on marked words, as the name of their link: what they name first, then what they say. */
export function nameMark(segment: Segment, content: Gathered): string {
  const names = [
    ...segment.nodeIds.map((id) => content.nodes.get(id)?.caption),
    ...segment.relationshipIds.map((id) => sentenceById(id, content)),
  ];
  const named = names.slice(0, NAMED_AT_MOST).map((name) => name ?? text.reading.unknown);
  return text.reading.mark(segment.text, named, names.length - named.length);
}

/** What a gathered relationship says; undefined where it is not gathered. */
export function sentenceById(id: string, { nodes, relationships }: Gathered): string | undefined {
  const relationship = relationships.get(id);
  if (!relationship) return undefined;
  const captionOf = (nodeId: string) => nodes.get(nodeId)?.caption ?? nodeId;
  return sentenceOf(relationship, captionOf(relationship.source), captionOf(relationship.target), plainType);
}
