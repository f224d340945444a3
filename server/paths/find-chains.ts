import type { PathQuestion } from '../contract/paths.ts';
import { enumerateChains, type Segment } from './enumerate-chains.ts';
import { compareStrengths, type Link, LinkStore, strengthOf } from './link-store.ts';
import type { LinkSource } from './read-links.ts';
import { BudgetSpent, type SearchBudget } from './search-budget.ts';
import { TwoSidedSearch } from './two-sided-search.ts';

/** Most paths that one answer holds. */
export const MOST_PATHS = 100;
/** Paths of one length that are compared with each other before the best are taken. */
const MOST_CANDIDATES = 5_000;

export interface FoundChains {
  /** Each a list of node ids; the shortest first, among those of a length the best supported first. */
  chains: string[][];
  /** Every link read, to look the hops up in. */
  links: LinkStore;
  found: number;
  /** Whether more paths exist than were taken; null when the search ended before it was known. */
  moreExist: boolean | null;
  truncated: boolean;
  /** How much of the graph was looked at; null when the engine itself searched and does not tell. */
  effort: { nodes: number; relationships: number } | null;
  /** Without any path: the first two waypoints that nothing connects, if that is the reason. */
  apart?: [string, string];
}

interface SearchState {
  searches: TwoSidedSearch[];
  shortest: number[];
  links: LinkStore;
}

/**
 * The simple paths that answer a question: lengths are tried from the shortest possible one on, and all paths of
 * a length are compared before the best are taken, so the answer does not depend on the engine's order. A source
 * that holds the links of paths up to some length only says so by `complete`.
 */
export async function findChains(
  question: PathQuestion,
  source: LinkSource,
  budget: SearchBudget,
  complete = question.maxLength,
): Promise<FoundChains> {
  const points = [question.from, ...question.via, question.to];
  const links = new LinkStore();
  const searches = points.slice(1).map((to, i) => new TwoSidedSearch(points[i] ?? to, to, source, links));
  const wanted = wantedPaths(question);
  const answer: FoundChains = {
    chains: [],
    links,
    found: 0,
    moreExist: false,
    truncated: false,
    effort: null,
  };
  try {
    const shortest: number[] = [];
    for (const [i, search] of searches.entries()) {
      const room = complete - (searches.length - 1 - i) - shortest.reduce((a, b) => a + b, 0);
      const distance = await search.distance(room, budget);
      if (distance === undefined) {
        if (search.exhausted) answer.apart = [points[i] ?? '', points[i + 1] ?? ''];
        return answer;
      }
      shortest.push(distance);
    }
    const state = { searches, shortest, links };
    for (let length = shortest.reduce((a, b) => a + b, 0); length <= complete; length++) {
      const ended = await collectOfLength(question, state, length, wanted, answer, budget);
      if (ended) break;
    }
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    answer.truncated = true;
    answer.moreExist = null;
  } finally {
    const nodes = new Set(searches.flatMap((search) => search.nodesVisited)).size;
    const looked = searches.reduce((sum, search) => sum + search.linksVisited, 0);
    // Where direction does not count, each relationship is a link both ways.
    answer.effort = { nodes, relationships: question.direction === 'any' ? looked / 2 : looked };
  }
  return answer;
}

/** How many paths a question asks for at most. */
export function wantedPaths({ mode, k }: PathQuestion): number {
  return mode === 'shortest' ? 1 : mode === 'k-shortest' ? k : MOST_PATHS;
}

/** Adds the paths of one length; true when no further length is needed. */
async function collectOfLength(
  question: PathQuestion,
  { searches, shortest, links }: SearchState,
  length: number,
  wanted: number,
  answer: FoundChains,
  budget: SearchBudget,
): Promise<boolean> {
  const total = shortest.reduce((a, b) => a + b, 0);
  const segments: Segment[] = [];
  for (const [i, search] of searches.entries()) {
    await search.cover(length - total + (shortest[i] ?? 0), budget);
    await search.store({ all: length > total }, budget);
  }
  const points = [...question.via, question.to];
  // A path comes to each of these once, and only where its next part begins.
  const through = (node: string) => node !== question.from && !points.includes(node);
  for (const [i, to] of points.entries()) {
    const distances = await links.distancesTo(to, { limit: length, through }, budget);
    segments.push({ to, distances, shortest: shortest[i] ?? 1 });
  }
  const candidates: string[][] = [];
  let spent: BudgetSpent | undefined;
  try {
    for (const chain of enumerateChains(question.from, segments, length, links, budget)) {
      if (chain === null) await budget.pause();
      else candidates.push(chain);
      if (candidates.length >= MOST_CANDIDATES) throw new BudgetSpent('candidates');
    }
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    spent = error;
  }
  const room = wanted - answer.chains.length;
  answer.chains.push(...bestOf(candidates, links).slice(0, room));
  answer.found += candidates.length;
  if (spent !== undefined) throw spent;
  if (candidates.length > room) {
    answer.moreExist = true;
    return true;
  }
  if (candidates.length === 0) return false;
  if (question.mode === 'k-shortest' && answer.chains.length < wanted) return false;
  answer.moreExist = question.mode === 'all-shortest' || length === question.maxLength ? false : null;
  return true;
}

function bestOf(chains: readonly string[][], links: LinkStore): string[][] {
  if (chains.length < 2) return [...chains];
  const bestLinks = (chain: readonly string[]) =>
    chain.slice(1).flatMap((to, i) => links.bestBetween(chain[i] ?? to, to) ?? []);
  return chains
    .map((chain) => ({ chain, strength: strengthOf(bestLinks(chain)) }))
    .sort((a, b) => compareStrengths(a.strength, b.strength))
    .map(({ chain }) => chain);
}

/** The links of each hop of a chain, the best supported first. */
export function hopsOf(chain: readonly string[], links: LinkStore): Link[][] {
  return chain.slice(1).map((to, i) => links.between(chain[i] ?? to, to));
}
