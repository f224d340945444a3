import type { PathQuestion, Relaxation } from '../contract/paths.ts';
import { type Loosened, loosen, loosenAll } from './relax-question.ts';
import type { FoundChains } from './resumable-search.ts';
import type { SearchBudget } from './search-budget.ts';

export type Counted = Pick<FoundChains, 'chains' | 'truncated' | 'moreExist'>;

interface Counting {
  /** The length that a path has at least, where it is known. */
  shortest?: number | undefined;
  /** Questions that are asked at the same time. */
  atOnce: number;
  count(other: PathQuestion): Promise<Counted>;
}

/** The first question that asks for less in several ways at once and has an answer, where there is one. */
export async function relaxAll(
  question: PathQuestion,
  budget: SearchBudget,
  count: Counting['count'],
): Promise<Relaxation[]> {
  for (const { change, question: other } of loosenAll(question)) {
    if (budget.remaining <= 1) return [];
    const counted = await count(other);
    if (counted.chains.length > 0) return [relaxationOf(change, question, other, counted)];
  }
  return [];
}

/** Of the questions that ask for less those that have an answer, in the order of `loosen`. */
export async function listRelaxations(
  question: PathQuestion,
  budget: SearchBudget,
  { shortest, atOnce, count }: Counting,
): Promise<Relaxation[]> {
  // Asked so that it gives just what is promised: one shortest path would hide the others.
  const mode = question.mode === 'k-shortest' ? 'k-shortest' : 'all-shortest';
  const loosened = loosen(question, shortest);
  const found = new Map<Loosened, Relaxation>();
  const ask = async (each: Loosened) => {
    if (budget.remaining <= 1) return;
    const asked: PathQuestion = { ...each.question, mode };
    const counted = await count(asked);
    if (counted.chains.length > 0) found.set(each, relaxationOf(each.change, question, asked, counted));
  };
  const isFar = ({ question: { maxLength } }: Loosened) => maxLength > question.maxLength + 1;
  const near = loosened.filter((each) => !isFar(each));
  for (let i = 0; i < near.length; i += atOnce) await Promise.all(near.slice(i, i + atOnce).map(ask));
  for (const each of loosened.filter(isFar)) {
    const before = loosened.slice(0, loosened.indexOf(each));
    if (!before.some((other) => found.has(other))) await ask(each);
  }
  return loosened.flatMap((each) => found.get(each) ?? []);
}

/** What was counted for a question that asks for less, in words. */
function relaxationOf(
  change: string,
  { mode }: PathQuestion,
  asked: PathQuestion,
  { chains, truncated, moreExist }: Counted,
): Relaxation {
  const pathCount = chains.length;
  const atLeast = truncated || (asked.mode === 'all-shortest' && moreExist === true);
  const paths = `${atLeast ? 'at least ' : ''}${pathCount} ${pathCount === 1 ? 'path' : 'paths'}`;
  return {
    change: `${paths} ${change}`,
    question: { ...asked, mode: pathCount === 1 ? mode : asked.mode },
    pathCount,
  };
}
