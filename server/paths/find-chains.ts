import type { PathQuestion } from '../contract/paths.ts';
import type { Link, LinkStore } from './link-store.ts';
import type { LinkSource } from './read-links.ts';
import { type FoundChains, ResumableSearch } from './resumable-search.ts';
import type { SearchBudget } from './search-budget.ts';

/** The simple paths that answer a question, found by a search of its own; `complete` as for `ResumableSearch`. */
export function findChains(
  question: PathQuestion,
  source: LinkSource,
  budget: SearchBudget,
  complete?: number,
): Promise<FoundChains> {
  return new ResumableSearch(question, source).find(question, budget, complete);
}

/** The links of each hop of a chain, the best supported first. */
export function hopsOf(chain: readonly string[], links: LinkStore): Link[][] {
  return chain.slice(1).map((to, i) => links.between(chain[i] ?? to, to));
}
