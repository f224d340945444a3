import type { PathQuestion } from '../contract/paths.ts';
import { enumerateChains, type Segment } from './enumerate-chains.ts';
import { compareStrengths, LinkStore, strengthOf } from './link-store.ts';
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
  /** Without any path: the first two waypoints that nothing connects, if that is the reason. */
  apart?: [string, string];
}

export interface Gap {
  /** The first two waypoints that nothing connects, at any length. */
  apart?: [from: string, to: string];
  /**
   * Every path that answers the question has at least so many links: that many where it has no waypoints on the way.
   * Infinite where there is none, undefined where the budget was spent first.
   */
  length: number | undefined;
}

/** What may differ between the questions that one search answers. */
export type Wish = Pick<PathQuestion, 'mode' | 'k' | 'maxLength'>;

/**
 * A search for the simple paths of a question: lengths are tried from the shortest possible one on, and all paths of
 * a length are compared before the best are taken, so the answer does not depend on the engine's order. It goes on
 * where it stopped when it is asked for longer paths. One thing may be asked at a time.
 */
export class ResumableSearch {
  readonly #points: readonly string[];
  readonly #searches: readonly TwoSidedSearch[];
  readonly #links = new LinkStore();
  /** All paths of the lengths that were tried, the best supported first. */
  readonly #ofLength = new Map<number, string[][]>();
  #spent = false;

  constructor({ from, via, to }: PathQuestion, source: LinkSource) {
    this.#points = [from, ...via, to];
    this.#searches = [...via, to].map(
      (next, i) => new TwoSidedSearch(this.#points[i] ?? from, next, source, this.#links),
    );
  }

  /** Whether a budget ended it amid its work: then what it has read is not whole, and it cannot go on. */
  get spent(): boolean {
    return this.#spent;
  }

  /** How much of the graph was looked at so far. */
  get effort(): { nodes: number; relationships: number } {
    const nodes = sizeOfUnion(this.#searches.flatMap((search) => search.visited));
    return { nodes, relationships: sum(this.#searches.map((search) => search.linksVisited)) };
  }

  /** The paths that are wished for; `complete` is the length up to which the source holds the links of all paths. */
  async find(wish: Wish, budget: SearchBudget, complete = wish.maxLength): Promise<FoundChains> {
    const answer: FoundChains = {
      chains: [],
      links: this.#links,
      found: 0,
      moreExist: false,
      truncated: false,
    };
    try {
      const shortest: number[] = [];
      for (const [i, search] of this.#searches.entries()) {
        const distance = await search.distance(
          complete - (this.#searches.length - 1 - i) - sum(shortest),
          budget,
        );
        if (distance === Number.POSITIVE_INFINITY) answer.apart = this.#partAt(i);
        if (distance === undefined || answer.apart !== undefined) return answer;
        shortest.push(distance);
      }
      for (let length = sum(shortest); length <= complete; length++) {
        if (await this.#collect(wish, shortest, length, answer, budget)) break;
      }
    } catch (error) {
      this.#endedBy(error);
      answer.truncated = true;
      answer.moreExist = null;
    }
    return answer;
  }

  /** How far apart the waypoints are, however far that is. */
  async measureGap(budget: SearchBudget): Promise<Gap> {
    let length = 0;
    try {
      for (const [i, search] of this.#searches.entries()) {
        length += (await search.distance(Number.POSITIVE_INFINITY, budget)) ?? Number.POSITIVE_INFINITY;
        if (length === Number.POSITIVE_INFINITY) return { apart: this.#partAt(i), length };
      }
    } catch (error) {
      this.#endedBy(error);
      return { length: undefined };
    }
    return { length };
  }

  #partAt(i: number): [from: string, to: string] {
    return [this.#points[i] ?? '', this.#points[i + 1] ?? ''];
  }

  #endedBy(error: unknown): void {
    this.#spent = true;
    if (!(error instanceof BudgetSpent)) throw error;
  }

  /** Adds the paths of one length; true when no further length is needed. */
  async #collect(
    wish: Wish,
    shortest: readonly number[],
    length: number,
    answer: FoundChains,
    budget: SearchBudget,
  ): Promise<boolean> {
    const room = wantedPaths(wish) - answer.chains.length;
    const { chains, spent } = await this.#chainsOf(length, shortest, budget);
    answer.chains.push(...chains.slice(0, room));
    answer.found += chains.length;
    if (spent !== undefined) throw spent;
    if (chains.length > room) {
      answer.moreExist = true;
      return true;
    }
    if (chains.length === 0) return false;
    if (wish.mode === 'k-shortest' && chains.length < room) return false;
    answer.moreExist = wish.mode === 'all-shortest' || length === wish.maxLength ? false : null;
    return true;
  }

  /** All chains of one length, or those found until the budget was spent. */
  async #chainsOf(
    length: number,
    shortest: readonly number[],
    budget: SearchBudget,
  ): Promise<{ chains: string[][]; spent?: BudgetSpent }> {
    const known = this.#ofLength.get(length);
    if (known !== undefined) return { chains: known };
    const segments = await this.#segmentsFor(length, shortest, budget);
    const candidates: string[][] = [];
    try {
      for (const chain of enumerateChains(this.#points[0] ?? '', segments, length, this.#links, budget)) {
        if (chain === null) await budget.pause();
        else candidates.push(chain);
        if (candidates.length >= MOST_CANDIDATES) throw new BudgetSpent('candidates');
      }
    } catch (error) {
      if (!(error instanceof BudgetSpent)) throw error;
      return { chains: bestOf(candidates, this.#links), spent: error };
    }
    const chains = bestOf(candidates, this.#links);
    this.#ofLength.set(length, chains);
    return { chains };
  }

  /** Reads what paths of this length need. */
  async #segmentsFor(length: number, shortest: readonly number[], budget: SearchBudget): Promise<Segment[]> {
    const total = sum(shortest);
    for (const [i, search] of this.#searches.entries()) {
      await search.cover(length - total + (shortest[i] ?? 0), budget);
      await search.store({ all: length > total }, budget);
    }
    const [start, ...points] = this.#points;
    // A path comes to each of these once, and only where its next part begins.
    const through = (node: string) => node !== start && !points.includes(node);
    const segments: Segment[] = [];
    for (const [i, to] of points.entries()) {
      const distances = await this.#links.distancesTo(to, { limit: length, through }, budget);
      segments.push({ to, distances, shortest: shortest[i] ?? 1 });
    }
    return segments;
  }
}

/** How many paths a question asks for at most. */
export function wantedPaths({ mode, k }: Wish): number {
  return mode === 'shortest' ? 1 : mode === 'k-shortest' ? k : MOST_PATHS;
}

/** How many different keys maps have. */
function sizeOfUnion(maps: readonly ReadonlyMap<string, unknown>[]): number {
  const [largest, ...others] = [...maps].sort((a, b) => b.size - a.size);
  const more = new Set<string>();
  for (const map of others) for (const key of map.keys()) if (!largest?.has(key)) more.add(key);
  return (largest?.size ?? 0) + more.size;
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((a, b) => a + b, 0);
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
