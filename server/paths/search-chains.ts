import type { PathQuestion } from '../contract/paths.ts';
import type { Identity } from '../database/graph-database.ts';
import { type FoundChains, findChains, wantedPaths } from './find-chains.ts';
import type { WalkRules } from './link-filter.ts';
import type { Link } from './link-store.ts';
import type { Known } from './read-linked.ts';
import type { LinkSource } from './read-links.ts';
import { readTrails, type Trails } from './read-trails.ts';
import type { SearchBudget } from './search-budget.ts';
import { openLinks, type WalkGraph } from './walk-graph.ts';

export interface SearchedChains extends FoundChains {
  /** What the search has read in full already. */
  known?: Known;
  /** Without any path: all shortest ones that are longer than was allowed, where they are known; endless for none. */
  beyond?: { length: number; links: LinkSource };
}

/**
 * Searches by the shortest road there is to the right answer: the engine's own search of trails, else ours. The
 * engine also looks `reach` hops far for what is `beyond` the question.
 */
export async function searchChains(
  graph: WalkGraph,
  identity: Identity,
  question: PathQuestion,
  budget: SearchBudget,
  reach = question.maxLength,
): Promise<SearchedChains> {
  const rules: WalkRules = { ...question, endpoints: [question.from, question.to, ...question.via] };
  for (let groups = firstGroups(question); groups <= question.maxLength; groups += 1) {
    const range = { groups, reach };
    const trails = await readTrails(graph.database, identity, question, rules, budget, range);
    if (trails === undefined) break;
    if (trails === 'none') {
      // Only the search of our own tells whether anything leads on from the ends.
      const further = async () =>
        groups === 1
          ? trails
          : readTrails(graph.database, identity, question, rules, budget, { groups: 1, reach });
      const [found, longer] = await Promise.all([
        findChains(question, openLinks(graph, identity, rules), budget),
        reach > question.maxLength ? further() : undefined,
      ]);
      const beyond = found.chains.length === 0 ? beyondOf(longer) : undefined;
      return beyond === undefined ? found : { ...found, beyond };
    }
    const links = sourceOf(trails.links);
    const { known, beyond } = trails;
    if (beyond !== undefined) {
      const { apart: _, ...none } = await findChains(question, links, budget, 0);
      return { ...none, effort: null, known, beyond: { length: beyond, links } };
    }
    const found = await findChains(question, links, budget, trails.complete);
    if (found.truncated) break;
    const enough = trails.complete >= question.maxLength || found.chains.length >= wantedPaths(question);
    if (enough || question.mode === 'all-shortest') return { ...found, effort: null, known };
  }
  return findChains(question, openLinks(graph, identity, rules), budget);
}

function beyondOf(longer: Trails | 'none' | undefined): SearchedChains['beyond'] {
  if (longer === 'none') return { length: Number.POSITIVE_INFINITY, links: sourceOf([]) };
  return longer?.beyond === undefined ? undefined : { length: longer.beyond, links: sourceOf(longer.links) };
}

/** Lengths of trails that are asked for at first; with few on them, one more at a time. */
function firstGroups({ mode, k, maxLength }: PathQuestion): number {
  return Math.min(maxLength, mode !== 'k-shortest' ? 1 : k <= 10 ? 2 : 3);
}

/** Links that are all at hand. */
function sourceOf(links: readonly Link[]): LinkSource {
  const groupedBy = (key: (link: Link) => string) => {
    const groups = new Map<string, Link[]>();
    for (const link of links) {
      const group = groups.get(key(link));
      if (group === undefined) groups.set(key(link), [link]);
      else group.push(link);
    }
    return groups;
  };
  const sides = { ahead: groupedBy((link) => link.from), behind: groupedBy((link) => link.to) };
  return { read: async (nodes, side) => nodes.flatMap((node) => sides[side].get(node) ?? []) };
}
