import type { PathQuestion, Relaxation } from '../contract/paths.ts';
import { type Loosened, loosen } from './relax-question.ts';
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
    const { chains, truncated, moreExist } = await count({ ...each.question, mode });
    const pathCount = chains.length;
    if (pathCount === 0) return;
    const atLeast = truncated || (mode === 'all-shortest' && moreExist === true);
    const paths = `${atLeast ? 'at least ' : ''}${pathCount} ${pathCount === 1 ? 'path' : 'paths'}`;
    found.set(each, {
      change: `${paths} ${each.change}`,
      question: { ...each.question, mode: pathCount === 1 ? question.mode : mode },
      pathCount,
    });
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
