import {
  type PathQuestion,
  type PathQuestionInput,
  pathQuestionSchema,
} from '../../../server/contract/paths.ts';
import type { NodeName } from '../../workspace/workspace.ts';

export type PathStatus = PathQuestion['statuses'][number];

/** A question that is being put together; the ends may be missing yet. */
export interface DraftQuestion {
  from: NodeName | null;
  to: NodeName | null;
  /** An empty stop is a field that has not been filled. */
  via: readonly (NodeName | null)[];
  mode: PathQuestion['mode'];
  k: number;
  maxLength: number;
  direction: PathQuestion['direction'];
  types: readonly string[];
  avoidTypes: readonly string[];
  labels: readonly string[];
  avoidLabels: readonly string[];
  avoid: readonly NodeName[];
  statuses: readonly PathStatus[];
  /** As typed; empty for any date. */
  asOf: string;
}

export const MOST_STOPS = 4;
export const MOST_LINKS = 12;
export const MOST_PATHS = 25;

const USUAL = pathQuestionSchema.parse({ from: 'a', to: 'b' });

export const EMPTY_DRAFT: DraftQuestion = {
  from: null,
  to: null,
  via: [],
  mode: USUAL.mode,
  k: USUAL.k,
  maxLength: USUAL.maxLength,
  direction: USUAL.direction,
  types: [],
  avoidTypes: [],
  labels: [],
  avoidLabels: [],
  avoid: [],
  statuses: USUAL.statuses,
  asOf: '',
};

/** The question of a filled draft; null while an end is missing. */
export function questionOf(draft: DraftQuestion): PathQuestionInput | null {
  if (!draft.from || !draft.to) return null;
  const asOf = draft.asOf.trim();
  return {
    from: draft.from.id,
    to: draft.to.id,
    via: draft.via.filter((stop) => stop !== null).map((stop) => stop.id),
    mode: draft.mode,
    k: draft.k,
    maxLength: draft.maxLength,
    direction: draft.direction,
    types: [...draft.types],
    avoidTypes: [...draft.avoidTypes],
    labels: [...draft.labels],
    avoidLabels: [...draft.avoidLabels],
    avoid: draft.avoid.map((node) => node.id),
    statuses: [...draft.statuses],
    ...(asOf === '' ? {} : { asOf }),
  };
}

/** The draft that a question came from, given the names of its nodes. */
export function draftOf(question: PathQuestionInput, nameOf: (id: string) => NodeName): DraftQuestion {
  return {
    from: nameOf(question.from),
    to: nameOf(question.to),
    via: (question.via ?? []).map(nameOf),
    mode: question.mode ?? USUAL.mode,
    k: question.k ?? USUAL.k,
    maxLength: question.maxLength ?? USUAL.maxLength,
    direction: question.direction ?? USUAL.direction,
    types: question.types ?? [],
    avoidTypes: question.avoidTypes ?? [],
    labels: question.labels ?? [],
    avoidLabels: question.avoidLabels ?? [],
    avoid: (question.avoid ?? []).map(nameOf),
    statuses: question.statuses ?? USUAL.statuses,
    asOf: question.asOf ?? '',
  };
}

/** Whether a draft asks just this question. */
export function isQuestionOf(draft: DraftQuestion, question: PathQuestionInput): boolean {
  const asked = questionOf(draft);
  return asked !== null && meaningOf(asked) === meaningOf(question);
}

/** Equal for questions that ask the same in other words; null for what is no question. */
function meaningOf(given: PathQuestionInput): string | null {
  const { success, data } = pathQuestionSchema.safeParse(given);
  if (!success) return null;
  const { k, via, ...rest } = data;
  const parts = Object.entries(rest).map(([name, part]) => [
    name,
    Array.isArray(part) ? part.toSorted() : part,
  ]);
  return JSON.stringify([via, rest.mode === 'k-shortest' ? k : null, parts]);
}

/** What a question of the draft calls a place of the way; a stop without a node is no part of the question. */
export function fieldOfPlace({ via }: DraftQuestion, index: number): string | null {
  if (index === 0) return 'from';
  if (index > via.length) return 'to';
  const filled = via.slice(0, index).filter((stop) => stop !== null).length;
  return via[index - 1] ? `via.${filled - 1}` : null;
}

/** Moves a place of the way, From being the first and To the last, to another place of it; the others make room. */
export function movePlace(draft: DraftQuestion, index: number, target: number): DraftQuestion {
  const places = [draft.from, ...draft.via, draft.to];
  const place = places[index];
  if (place === undefined || target < 0 || target >= places.length) return draft;
  const moved = places.toSpliced(index, 1).toSpliced(target, 0, place);
  return { ...draft, from: moved[0] ?? null, via: moved.slice(1, -1), to: moved.at(-1) ?? null };
}
