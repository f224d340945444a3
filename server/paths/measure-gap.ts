import type { PathQuestion } from '../contract/paths.ts';
import type { Identity } from '../database/graph-database.ts';
import { LinkStore } from './link-store.ts';
import { readSegments } from './read-segments.ts';
import { BudgetSpent, type SearchBudget } from './search-budget.ts';
import { rulesOf } from './search-chains.ts';
import { TwoSidedSearch } from './two-sided-search.ts';
import { openLinks, type WalkGraph } from './walk-graph.ts';

export interface Gap {
  /** The first two waypoints that nothing connects, at any length. */
  apart?: [from: string, to: string];
  /**
   * Every path that answers the question has at least so many links: that many where it has no waypoints on the way.
   * Infinite where there is none, undefined where the budget was spent first.
   */
  length: number | undefined;
}

/** How far apart the waypoints of a question are under its filters, however far that is. */
export async function measureGap(
  graph: WalkGraph,
  identity: Identity,
  question: PathQuestion,
  budget: SearchBudget,
): Promise<Gap> {
  const points = [question.from, ...question.via, question.to];
  const rules = rulesOf(question);
  const segments = await readSegments(graph.database, identity, question, rules, budget);
  if (segments !== undefined) return segments;
  const distance = async (from: string, to: string) => {
    const search = new TwoSidedSearch(from, to, openLinks(graph, identity, rules), new LinkStore());
    return (await search.distance(Number.POSITIVE_INFINITY, budget)) ?? Number.POSITIVE_INFINITY;
  };
  let length = 0;
  try {
    for (const [i, to] of points.slice(1).entries()) {
      const from = points[i] ?? to;
      length += await distance(from, to);
      if (length === Number.POSITIVE_INFINITY) return { apart: [from, to], length };
    }
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    return { length: undefined };
  }
  return { length };
}
