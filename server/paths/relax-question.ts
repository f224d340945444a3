import { PATH_STATUSES, type PathQuestion } from '../contract/paths.ts';

const LONGEST = 12;
/** Hops that a question is loosened by. */
const MORE_HOPS = [1, 2, 4] as const;

export interface Loosened {
  /** What changes, to follow a count: "if direction is ignored". */
  change: string;
  question: PathQuestion;
}

/** The nearest questions that ask for less, the smallest change first; `shortest` is the length that a path has at least. */
export function loosen(question: PathQuestion, shortest?: number): Loosened[] {
  const loosened: Loosened[] = [];
  const add = (change: string, part: Partial<PathQuestion>) =>
    loosened.push({ change, question: { ...question, ...part, mode: 'all-shortest' } });
  if (question.direction === 'out') add('if direction is ignored', { direction: 'any' });
  const missing = PATH_STATUSES.filter((status) => !question.statuses.includes(status));
  if (missing.includes('background')) {
    add('with background links, which the text does not state', {
      statuses: [...question.statuses, 'background'],
    });
  }
  const stated = missing.filter((status) => status !== 'background');
  if (stated.length > 0)
    add(`with ${stated.join(' and ')} links`, { statuses: [...question.statuses, ...stated] });
  if (question.types.length > 0) add('with all relationship types', { types: [] });
  if (question.avoidTypes.length > 0) add('if no relationship type is avoided', { avoidTypes: [] });
  if (question.labels.length > 0) add('through all kinds of nodes', { labels: [] });
  if (question.avoidLabels.length > 0) add('if no kind is avoided', { avoidLabels: [] });
  if (question.avoid.length > 0) add('if no node is avoided', { avoid: [] });
  if (question.asOf !== undefined) {
    const { asOf: _, ...undated } = question;
    loosened.push({ change: 'at any date', question: { ...undated, mode: 'all-shortest' } });
  }
  const lacking = shortest === undefined || !Number.isFinite(shortest) ? 0 : shortest - question.maxLength;
  const farthest = Math.max(...MORE_HOPS);
  for (const more of lacking > farthest ? [...MORE_HOPS, lacking] : MORE_HOPS) {
    if (question.maxLength + more <= LONGEST) {
      add(`with ${more} more ${more === 1 ? 'link' : 'links'}`, { maxLength: question.maxLength + more });
    }
  }
  if (question.via.length > 0) add('without the nodes on the way', { via: [] });
  return loosened;
}

/**
 * Questions that ask for less in several ways at once, the smallest change first: for where two limits stand in the way,
 * so that no question of `loosen` has an answer.
 */
export function loosenAll(question: PathQuestion): Loosened[] {
  const { via, k, maxLength } = question;
  if (isWidest(question) && via.length === 0) return [];
  const free: PathQuestion = { ...widest(question), k, via, maxLength, mode: 'all-shortest' };
  const lifted = isWidest(question) ? [] : ['if all filters are lifted'];
  const longer = maxLength < LONGEST ? [`within ${LONGEST} links`] : [];
  const direct = via.length > 0 ? ['without the nodes on the way'] : [];
  const filters = loosen(question).filter(({ question: { maxLength: length, via: on } }) => {
    return length === maxLength && on.length === via.length;
  });
  // What is changed in one way only `loosen` has asked.
  const near = filters.length > 1 ? lifted : [];
  const far = longer.length > 0 ? [...lifted, ...longer] : near;
  const off = direct.length > 0 ? [...lifted, ...longer, ...direct] : far;
  const ways = [
    { changes: near, question: free },
    { changes: far, question: { ...free, maxLength: LONGEST } },
    { changes: off.length > 1 ? off : far, question: { ...free, maxLength: LONGEST, via: [] } },
  ];
  return ways
    .filter(({ changes }, index) => changes.length > (ways[index - 1]?.changes.length ?? 0))
    .map(({ changes, question: other }) => ({ change: changes.join(', '), question: other }));
}

/** Everything allowed: what is not found by this, at any length, does not exist. */
export function widest(question: PathQuestion): PathQuestion {
  return {
    from: question.from,
    to: question.to,
    via: [],
    mode: 'shortest',
    k: 1,
    maxLength: LONGEST,
    direction: 'any',
    types: [],
    avoidTypes: [],
    labels: [],
    avoidLabels: [],
    avoid: [],
    statuses: [...PATH_STATUSES],
  };
}

/** Whether a question leaves nothing out, as `widest` does. */
export function isWidest({ direction, statuses, asOf, ...lists }: PathQuestion): boolean {
  const { types, avoidTypes, labels, avoidLabels, avoid } = lists;
  return (
    direction === 'any' &&
    asOf === undefined &&
    PATH_STATUSES.every((status) => statuses.includes(status)) &&
    [types, avoidTypes, labels, avoidLabels, avoid].every((list) => list.length === 0)
  );
}
