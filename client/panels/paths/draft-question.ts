import type { GraphNode } from '../../../server/contract/graph.ts';
import {
  type PathQuestion,
  type PathQuestionInput,
  pathQuestionSchema,
} from '../../../server/contract/paths.ts';

/** What the form needs of a node to name it. */
export type NodeName = Pick<GraphNode, 'id' | 'caption' | 'labels'>;
export type PathStatus = PathQuestion['statuses'][number];

/** A question that is being put together; the ends may be missing yet. */
export interface DraftQuestion {
  from: NodeName | null;
  to: NodeName | null;
  /** An empty stop is a field that has not been filled. */
  via: readonly (NodeName | null)[];
  mode: PathQuestion['mode'];
  maxLength: number;
  direction: PathQuestion['direction'];
  types: readonly string[];
  avoid: readonly NodeName[];
  statuses: readonly PathStatus[];
}

export const MOST_STOPS = 4;
export const MOST_LINKS = 12;

const USUAL = pathQuestionSchema.parse({ from: 'a', to: 'b' });

export const EMPTY_DRAFT: DraftQuestion = {
  from: null,
  to: null,
  via: [],
  mode: USUAL.mode,
  maxLength: USUAL.maxLength,
  direction: USUAL.direction,
  types: USUAL.types,
  avoid: [],
  statuses: USUAL.statuses,
};

/** The question of a filled draft; null while an end is missing. */
export function questionOf(draft: DraftQuestion): PathQuestionInput | null {
  if (!draft.from || !draft.to) return null;
  return {
    from: draft.from.id,
    to: draft.to.id,
    via: draft.via.filter((stop) => stop !== null).map((stop) => stop.id),
    mode: draft.mode,
    maxLength: draft.maxLength,
    direction: draft.direction,
    types: [...draft.types],
    avoid: draft.avoid.map((node) => node.id),
    statuses: [...draft.statuses],
  };
}

/** The draft that a question came from, given the names of its nodes. */
export function draftOf(question: PathQuestionInput, nameOf: (id: string) => NodeName): DraftQuestion {
  return {
    from: nameOf(question.from),
    to: nameOf(question.to),
    via: (question.via ?? []).map(nameOf),
    mode: question.mode ?? USUAL.mode,
    maxLength: question.maxLength ?? USUAL.maxLength,
    direction: question.direction ?? USUAL.direction,
    types: question.types ?? [],
    avoid: (question.avoid ?? []).map(nameOf),
    statuses: question.statuses ?? USUAL.statuses,
  };
}

/** How many options differ from the usual ones. */
export function countOptions(draft: DraftQuestion): number {
  return [
    draft.mode !== USUAL.mode,
    draft.maxLength !== USUAL.maxLength,
    draft.direction !== USUAL.direction,
    draft.types.length > 0,
    draft.avoid.length > 0,
    !sameStatuses(draft.statuses),
  ].filter(Boolean).length;
}

function sameStatuses(statuses: readonly PathStatus[]): boolean {
  return (
    statuses.length === USUAL.statuses.length && USUAL.statuses.every((status) => statuses.includes(status))
  );
}
