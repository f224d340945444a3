import type { GraphNode } from '../contract/graph.ts';
import type { PathAnswer, PathQuestion } from '../contract/paths.ts';
import { type Counted, listRelaxations, relaxAll } from './list-relaxations.ts';
import { measureGap } from './measure-gap.ts';
import { isWidest, widest } from './relax-question.ts';
import { type Gap, wantedPaths } from './resumable-search.ts';
import { SearchBudget } from './search-budget.ts';
import { type SearchedChains, searchChains } from './search-chains.ts';
import { MOST_LINKS, MOST_STEPS } from './walk-context.ts';
import { trailsOf, type WalkGraph } from './walk-graph.ts';

/** Share of the time left that may go into each question that asks for less. */
const RELAXATION_SHARE = 0.25;
/** Questions that an engine which searches by itself is asked at the same time. */
const AT_ONCE = 4;

/** Why there is no path, and what would give one, counted. */
export async function explainAbsence(
  graph: WalkGraph,
  question: PathQuestion,
  found: SearchedChains,
  budget: SearchBudget,
): Promise<{
  reason: (known: ReadonlyMap<string, GraphNode>) => string;
  relaxations: PathAnswer['relaxations'];
}> {
  const areIslands = async ([from, to]: readonly [string, string]) => {
    const between = widest({ ...question, from, to });
    return isWidest(question) || (await measureGap(graph, between, partOf(budget))).apart !== undefined;
  };
  const gap =
    gapOf(found) ??
    (await (found.further?.search.measureGap(partOf(budget)) ?? measureGap(graph, question, partOf(budget))));
  const nearest = await listRelaxations(question, budget, {
    shortest: gap.length,
    atOnce: trailsOf(graph) === undefined ? 1 : AT_ONCE,
    count: (other) => countPaths(graph, { question, other, found, gap }, partOf(budget)),
  });
  const { apart, length } = gap;
  const islands = nearest.length === 0 && apart !== undefined && (await areIslands(apart));
  const isSettled = nearest.length > 0 || (islands && question.via.length === 0);
  const relaxations = isSettled
    ? nearest
    : await relaxAll(question, budget, (other) => searchChains(graph, other, partOf(budget)));
  if (apart === undefined) {
    const limit = `${question.maxLength} ${question.maxLength === 1 ? 'link' : 'links'}`;
    const known = length !== undefined && question.via.length === 0;
    const shortest = known ? `; the shortest has ${length}` : '';
    return { reason: () => `No path within ${limit} under these filters${shortest}.`, relaxations };
  }
  const [from, to] = apart;
  return {
    reason: (known) => {
      const [one, other] = [from, to].map((id) => known.get(id)?.caption ?? id);
      return islands
        ? `Nothing connects ${one} and ${other}: they lie on separate islands.`
        : `Under these filters nothing connects ${one} and ${other}, at any length.`;
    },
    relaxations,
  };
}

/** What the search itself has found out. */
function gapOf({ apart, beyond }: SearchedChains): Gap | undefined {
  if (apart !== undefined) return { apart, length: Number.POSITIVE_INFINITY };
  return beyond === undefined ? undefined : { length: beyond };
}

/** The paths of a question that asks for less than the one that found none. */
async function countPaths(
  graph: WalkGraph,
  {
    question,
    other,
    found,
    gap,
  }: { question: PathQuestion; other: PathQuestion; found: SearchedChains; gap: Gap },
  part: SearchBudget,
): Promise<Counted> {
  if (other.maxLength > question.maxLength) {
    const least = gap.length ?? 0;
    if (least > other.maxLength) return { chains: [], truncated: false, moreExist: false };
    if (found.further !== undefined && !found.further.search.spent) {
      const { search } = found.further;
      const complete = Math.min(found.further.complete, other.maxLength);
      const counted = await search.find(other, part, complete);
      const all = other.mode === 'all-shortest' || complete === other.maxLength;
      if (all || counted.chains.length >= wantedPaths(other)) return counted;
    }
  }
  return searchChains(graph, other, part);
}

function partOf(budget: SearchBudget): SearchBudget {
  const time = Math.max(1, budget.remaining * RELAXATION_SHARE);
  // One of its own, since many queries at the same time would listen to a single one.
  const signal = budget.signal && AbortSignal.any([budget.signal]);
  return new SearchBudget({ time, links: MOST_LINKS, steps: MOST_STEPS }, signal);
}
