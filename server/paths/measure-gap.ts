import type { PathQuestion } from '../contract/paths.ts';
import { readSegments } from './read-segments.ts';
import { type Gap, ResumableSearch } from './resumable-search.ts';
import type { SearchBudget } from './search-budget.ts';
import { rulesOf } from './search-chains.ts';
import { openLinks, type WalkGraph } from './walk-graph.ts';

/** How far apart the waypoints of a question are under its filters, however far that is. */
export async function measureGap(
  graph: WalkGraph,
  question: PathQuestion,
  budget: SearchBudget,
): Promise<Gap> {
  const rules = rulesOf(question);
  const segments = await readSegments(graph, question, rules, budget);
  if (segments !== undefined) return segments;
  return new ResumableSearch(question, openLinks(graph, rules)).measureGap(budget);
}
