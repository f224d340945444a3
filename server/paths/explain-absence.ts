import type { GraphNode } from '../contract/graph.ts';
import type { PathAnswer, PathQuestion, Relaxation } from '../contract/paths.ts';
import type { Identity } from '../database/graph-database.ts';
import { type FoundChains, findChains } from './find-chains.ts';
import { loosen, widest } from './relax-question.ts';
import { SearchBudget } from './search-budget.ts';
import { MOST_LINKS, MOST_STEPS } from './walk-context.ts';
import { openLinks, type WalkGraph } from './walk-graph.ts';

/** Share of the time left that may go into each question that asks for less. */
const RELAXATION_SHARE = 0.25;

/** Why there is no path, and what would give one, counted. */
export async function explainAbsence(
  graph: WalkGraph,
  identity: Identity,
  question: PathQuestion,
  found: FoundChains,
  known: ReadonlyMap<string, GraphNode>,
  budget: SearchBudget,
): Promise<Pick<PathAnswer, 'reason' | 'relaxations'>> {
  const name = (id: string) => known.get(id)?.caption ?? id;
  const count = async (other: PathQuestion) => {
    const time = Math.max(1, budget.remaining * RELAXATION_SHARE);
    const part = new SearchBudget({ time, links: MOST_LINKS, steps: MOST_STEPS }, budget.signal);
    const rules = { ...other, endpoints: [other.from, other.to, ...other.via] };
    return findChains(other, openLinks(graph, identity, rules), part);
  };
  const relaxations: Relaxation[] = [];
  for (const { change, question: other } of loosen(question)) {
    if (budget.remaining <= 1) break;
    if (relaxations.length > 0 && other.maxLength > question.maxLength + 1) continue;
    // Asked so that it gives just what is promised: one shortest path would hide the others.
    const mode = question.mode === 'k-shortest' ? 'k-shortest' : 'all-shortest';
    const { chains, truncated, moreExist } = await count({ ...other, mode });
    const pathCount = chains.length;
    if (pathCount === 0) continue;
    const atLeast = truncated || (mode === 'all-shortest' && moreExist === true);
    const paths = `${atLeast ? 'at least ' : ''}${pathCount} ${pathCount === 1 ? 'path' : 'paths'}`;
    relaxations.push({
      change: `${paths} ${change}`,
      question: { ...other, mode: pathCount === 1 ? question.mode : mode },
      pathCount,
    });
  }
  const limit = `${question.maxLength} ${question.maxLength === 1 ? 'hop' : 'hops'}`;
  if (found.apart === undefined) {
    return { reason: `No path within ${limit} under these filters.`, relaxations };
  }
  const [from, to] = found.apart;
  if (relaxations.length === 0) {
    const anything = await count(widest({ ...question, from, to }));
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
