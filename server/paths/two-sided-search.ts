import type { LinkStore } from './link-store.ts';
import type { LinkSource } from './read-links.ts';
import type { SearchBudget } from './search-budget.ts';

/** Nodes around one end, level by level. */
interface Ball {
  depths: Map<string, number>;
  frontier: string[];
  /** Levels whose links have been read. */
  levels: number;
}

function ballAround(node: string): Ball {
  return { depths: new Map([[node, 0]]), frontier: [node], levels: 0 };
}

/**
 * Reads as much of the graph as paths of a given length between two nodes need: two breadth-first searches,
 * one from each end, of which the smaller always goes on (bidirectional search, Pohl 1971). Once the levels read
 * on both sides add up to a length, every link of every path of that length has been read: the link at position
 * j starts at a node read from the front if j is less than the front's levels, else ends at one read from the
 * back.
 */
export class TwoSidedSearch {
  readonly #front: Ball;
  readonly #back: Ball;
  readonly #source: LinkSource;
  readonly #links: LinkStore;
  /** Length of the shortest path seen so far: where the two sides met. */
  #met = Number.POSITIVE_INFINITY;

  constructor(from: string, to: string, source: LinkSource, links: LinkStore) {
    this.#front = ballAround(from);
    this.#back = ballAround(to);
    this.#source = source;
    this.#links = links;
  }

  /** The ids of the nodes met from either side. */
  get nodesVisited(): string[] {
    return [...this.#front.depths.keys(), ...this.#back.depths.keys()];
  }

  /** Reads what paths of this length need. */
  async cover(length: number, budget: SearchBudget): Promise<void> {
    while (this.#front.levels + this.#back.levels < length && !this.exhausted) {
      const forward = this.#front.frontier.length <= this.#back.frontier.length;
      if (forward) await this.#grow(this.#front, this.#back, 'ahead', budget);
      else await this.#grow(this.#back, this.#front, 'behind', budget);
    }
  }

  /** Whether one side has nothing left to read, so that all that can ever be found is held. */
  get exhausted(): boolean {
    return this.#front.frontier.length === 0 || this.#back.frontier.length === 0;
  }

  /** The number of links of a shortest path of at most `limit`, or undefined; reads until it is known. */
  async distance(limit: number, budget: SearchBudget): Promise<number | undefined> {
    for (let length = 1; length <= limit; length++) {
      await this.cover(length, budget);
      if (this.#met <= length) return this.#met;
      if (this.exhausted) return undefined;
    }
    return undefined;
  }

  async #grow(ball: Ball, other: Ball, side: 'ahead' | 'behind', budget: SearchBudget): Promise<void> {
    const links = await this.#source.read(ball.frontier, side, budget);
    const next: string[] = [];
    ball.levels += 1;
    await this.#links.addAll(links, budget);
    for (const [i, link] of links.entries()) {
      if (i % 5_000 === 4_999) await budget.breathe();
      const reached = side === 'ahead' ? link.to : link.from;
      const base = side === 'ahead' ? link.from : link.to;
      if (ball.depths.has(reached) || !ball.depths.has(base)) continue;
      ball.depths.set(reached, ball.levels);
      next.push(reached);
      const rest = other.depths.get(reached);
      if (rest !== undefined) this.#met = Math.min(this.#met, ball.levels + rest);
    }
    ball.frontier = next;
  }
}
