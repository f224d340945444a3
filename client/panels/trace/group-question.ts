import type { PathQuestion } from '../../../server/contract/paths.ts';

/** A question of the Trace panel about some nodes together, as a link carries it. */
export interface GroupQuestion {
  task: 'connect' | 'compare' | 'around';
  nodeIds: readonly string[];
  /** Whether background links count. */
  background: boolean;
  /** How far, and which way, for `around`. */
  hops: number;
  direction: PathQuestion['direction'];
}

/** Least and most nodes, as the interface takes them. */
const SIZES = { connect: [3, 8], compare: [2, 2], around: [1, 100] } as const;
export const MOST_HOPS = 6;
const YES = 'yes';

/** Writes a question into the fields of a link. */
export function writeGroup(fields: URLSearchParams, question: GroupQuestion): void {
  fields.set('ask', question.task);
  for (const id of question.nodeIds) fields.append('of', id);
  if (question.background) fields.set('background', YES);
  if (question.task !== 'around') return;
  fields.set('within', String(question.hops));
  if (question.direction === 'out') fields.set('outwards', YES);
}

/** Reads what `writeGroup` wrote; null for what is no such question. */
export function readGroup(fields: URLSearchParams): GroupQuestion | null {
  const asked = fields.get('ask');
  const task = (['connect', 'compare', 'around'] as const).find((each) => each === asked);
  if (task === undefined) return null;
  const nodeIds = [...new Set(fields.getAll('of').filter((id) => id !== ''))];
  const [least, most] = SIZES[task];
  const hops = Number(fields.get('within') ?? 1);
  if (nodeIds.length < least || nodeIds.length > most) return null;
  if (!Number.isInteger(hops) || hops < 1 || hops > MOST_HOPS) return null;
  return {
    task,
    nodeIds,
    background: fields.get('background') === YES,
    hops,
    direction: fields.get('outwards') === YES ? 'out' : 'any',
  };
}
