import type { PathQuestion } from '../contract/paths.ts';
import { findChains } from './find-chains.ts';
import type { WalkRules } from './link-filter.ts';
import { type Link, LinkStore } from './link-store.ts';
import type { Known } from './read-linked.ts';
import type { LinkSource } from './read-links.ts';
import { readSegments } from './read-segments.ts';
import { readTrails } from './read-trails.ts';
import { type FoundChains, ResumableSearch, wantedPaths } from './resumable-search.ts';
import type { SearchBudget } from './search-budget.ts';
import { openLinks, type WalkGraph } from './walk-graph.ts';

export interface SearchedChains extends FoundChains {
  /** How much of the graph was looked at; null when the engine itself searched and does not tell. */
  effort: { nodes: number; relationships: number } | null;
  /** What the search has read in full already. */
  known?: Known;
  /** Without any path, where it is known: the least length of one if any were allowed. */
  beyond?: number;
  /** Finds longer paths where the search for these ended, up to a length that may be infinite. */
  further?: { search: ResumableSearch; complete: number };
}

/** Searches by the shortest road there is to the right answer: in memory, by the engine's own search of trails, else by ours. */
export async function searchChains(
  graph: WalkGraph,
  question: PathQuestion,
  budget: SearchBudget,
): Promise<SearchedChains> {
  const byEngine =
    question.via.length > 0
      ? await joinSegments(graph, question, budget)
      : await takeTrails(graph, question, budget);
  if (byEngine !== undefined) return byEngine;
  const search = new ResumableSearch(question, openLinks(graph, rulesOf(question)));
  const found = await search.find(question, budget);
  return { ...found, effort: search.effort, further: { search, complete: Number.POSITIVE_INFINITY } };
}

/** Undefined where the engine's own trails do not tell the answer. */
async function takeTrails(
  graph: WalkGraph,
  question: PathQuestion,
  budget: SearchBudget,
): Promise<SearchedChains | undefined> {
  for (let groups = firstGroups(question); groups <= question.maxLength; groups += 1) {
    const trails = await readTrails(graph, question, rulesOf(question), budget, groups);
    if (trails === undefined) return undefined;
    const links = sourceOf(trails.links);
    const { known, beyond } = trails;
    if (beyond === Number.POSITIVE_INFINITY) {
      return { ...foundNone([question.from, question.to]), known };
    }
    if (beyond !== undefined) {
      const further = { search: new ResumableSearch(question, links), complete: beyond };
      return { ...foundNone(), known, beyond, further };
    }
    const found = await findChains(question, links, budget, trails.complete);
    if (found.truncated) return undefined;
    const enough = trails.complete >= question.maxLength || found.chains.length >= wantedPaths(question);
    if (enough || question.mode === 'all-shortest') return { ...found, effort: null, known };
  }
  return undefined;
}

/** With waypoints on the way: undefined also where the shortest trails between them have a node twice together. */
async function joinSegments(
  graph: WalkGraph,
  question: PathQuestion,
  budget: SearchBudget,
): Promise<SearchedChains | undefined> {
  const segments = await readSegments(graph, question, rulesOf(question), budget);
  if (segments === undefined) return undefined;
  const { known, length, apart } = segments;
  if (apart !== undefined) return { ...foundNone(apart), known };
  if (length > question.maxLength) return { ...foundNone(), known, beyond: length };
  const found = await findChains(question, sourceOf(segments.links), budget, length);
  const wanted = question.mode === 'all-shortest' ? 1 : wantedPaths(question);
  if (found.truncated || found.chains.length < wanted) return undefined;
  return { ...found, effort: null, known };
}

function foundNone(apart?: [string, string]): SearchedChains {
  const none = {
    chains: [],
    links: new LinkStore(),
    found: 0,
    moreExist: false,
    truncated: false,
    effort: null,
  };
  return apart === undefined ? none : { ...none, apart };
}

/** What the paths of a question may use. */
export function rulesOf(question: PathQuestion): WalkRules {
  return { ...question, endpoints: [question.from, question.to, ...question.via] };
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
