import type { GraphNode } from '../contract/graph.ts';
import type { PathAnswer, PathQuestion } from '../contract/paths.ts';
import type { Identity } from '../database/graph-database.ts';
import { findChains } from './find-chains.ts';
import type { WalkRules } from './link-filter.ts';
import { type Counted, listRelaxations } from './list-relaxations.ts';
import { widest } from './relax-question.ts';
import { SearchBudget } from './search-budget.ts';
import { type SearchedChains, searchChains } from './search-chains.ts';
import { MOST_LINKS, MOST_STEPS } from './walk-context.ts';
import { openLinks, type WalkGraph } from './walk-graph.ts';

/** Share of the time left that may go into each question that asks for less. */
const RELAXATION_SHARE = 0.25;
/** Questions that an engine which searches by itself is asked at the same time. */
const AT_ONCE = 4;

/** Why there is no path, and what would give one, counted. */
export async function explainAbsence(
  graph: WalkGraph,
  identity: Identity,
  question: PathQuestion,
  found: SearchedChains,
  known: ReadonlyMap<string, GraphNode>,
  budget: SearchBudget,
): Promise<Pick<PathAnswer, 'reason' | 'relaxations'>> {
  const name = (id: string) => known.get(id)?.caption ?? id;
  const relaxations = await listRelaxations(question, budget, {
    atOnce: graph.database.trails === undefined ? 1 : AT_ONCE,
    count: (other) => countPaths(graph, identity, { question, other, found }, partOf(budget)),
  });
  const limit = `${question.maxLength} ${question.maxLength === 1 ? 'link' : 'links'}`;
  if (found.apart === undefined) {
    return { reason: `No path within ${limit} under these filters.`, relaxations };
  }
  const [from, to] = found.apart;
  if (relaxations.length === 0) {
    const wide = widest({ ...question, from, to });
    const anything = await findChains(wide, openLinks(graph, identity, rulesOf(wide)), partOf(budget));
    if (anything.apart !== undefined) {
      return {
        reason: `Nothing connects ${name(from)} and ${name(to)}: they lie on separate islands.`,
        relaxations,
      };
    }
  }
  return {
    reason: `Under these filters nothing connects ${name(from)} and ${name(to)}, at any length.`,
    relaxations,
  };
}

/** The paths of a question that asks for less than the one that found none. */
async function countPaths(
  graph: WalkGraph,
  identity: Identity,
  { question, other, found }: { question: PathQuestion; other: PathQuestion; found: SearchedChains },
  part: SearchBudget,
): Promise<Counted> {
  const { beyond } = found;
  if (beyond !== undefined && other.maxLength > question.maxLength) {
    if (beyond.length > other.maxLength) return { chains: [], truncated: false, moreExist: false };
    if (other.mode === 'all-shortest') return findChains(other, beyond.links, part, beyond.length);
  }
  return searchChains(graph, identity, other, part);
}

function rulesOf(question: PathQuestion): WalkRules {
  return { ...question, endpoints: [question.from, question.to, ...question.via] };
}

function partOf(budget: SearchBudget): SearchBudget {
  const time = Math.max(1, budget.remaining * RELAXATION_SHARE);
  return new SearchBudget({ time, links: MOST_LINKS, steps: MOST_STEPS }, budget.signal);
}
