import type { Link, LinkStore } from './link-store.ts';
import type { LinkSource } from './read-links.ts';
import type { SearchBudget } from './search-budget.ts';

/** Nodes around one end, level by level. */
interface Ball {
  root: string;
  depths: Map<string, number>;
  frontier: string[];
  /** How many links are to be looked at there; undefined until somebody needs to know. */
  effort: number | undefined;
  /** The links read that lead on, level by level. */
  read: Link[][];
  /** Of these the ones that are not in the store. */
  waiting: Link[];
}

function ballAround(node: string): Ball {
  return {
    root: node,
    depths: new Map([[node, 0]]),
    frontier: [node],
    effort: undefined,
    read: [],
    waiting: [],
  };
}

/**
 * Reads as much of the graph as paths of a given length between two nodes need: two breadth-first searches,
 * one from each end, of which the one with less to read always goes on (bidirectional search, Pohl 1971). Once the levels read
 * on both sides add up to a length, every link of every path of that length that has no node twice has been read: the
 * link at position j starts at a node read from the front if j is less than the front's levels, else ends at one read from the
 * back.
 */
export class TwoSidedSearch {
  readonly #front: Ball;
  readonly #back: Ball;
  readonly #source: LinkSource;
  readonly #links: LinkStore;
  /** Length of the shortest path seen so far: where the two sides met. */
  #met = Number.POSITIVE_INFINITY;
  #looked = 0;

  constructor(from: string, to: string, source: LinkSource, links: LinkStore) {
    this.#source = source;
    this.#front = ballAround(from);
    this.#back = ballAround(to);
    this.#links = links;
  }

  /** The nodes met from either side. */
  get visited(): readonly ReadonlyMap<string, unknown>[] {
    return [this.#front.depths, this.#back.depths];
  }

  /** Reads what paths of this length need. */
  async cover(length: number, budget: SearchBudget): Promise<void> {
    while (this.#front.read.length + this.#back.read.length < length && !this.exhausted) {
      const [ahead, behind] = [
        await this.#effortOf(this.#front, 'ahead', budget),
        await this.#effortOf(this.#back, 'behind', budget),
      ];
      const forward = ahead <= behind;
      if (forward) await this.#grow(this.#front, this.#back, 'ahead', budget);
      else await this.#grow(this.#back, this.#front, 'behind', budget);
    }
  }

  /** Whether one side has nothing left to read, so that all that can ever be found is held. */
  get exhausted(): boolean {
    return this.#front.frontier.length === 0 || this.#back.frontier.length === 0;
  }

  /**
   * The number of links of a shortest path, infinite where nothing connects the two, or undefined where it is more than
   * `limit`; reads until it is known.
   */
  async distance(limit: number, budget: SearchBudget): Promise<number | undefined> {
    const isOpen = () => this.#met === Number.POSITIVE_INFINITY && !this.exhausted;
    for (let length = 1; length <= limit && isOpen(); length++) await this.cover(length, budget);
    if (isOpen()) return undefined;
    return this.#met === Number.POSITIVE_INFINITY || this.#met <= limit ? this.#met : undefined;
  }

  /** How many links were looked at. */
  get linksVisited(): number {
    return this.#looked;
  }

  /**
   * Puts the links of the shortest paths into the store, or with `all` every link read that a path of the length
   * covered may have. On a shortest path each step leads one level further from its start, or one nearer to its end,
   * so most of what was read can be left out.
   */
  async store({ all }: { all: boolean }, budget: SearchBudget): Promise<void> {
    if (all) {
      await this.#storeWithin(this.#front, this.#back, (link) => link.to, budget);
      await this.#storeWithin(this.#back, this.#front, (link) => link.from, budget);
      return;
    }
    const { depths: ahead, read: front } = this.#front;
    const { depths: behind, read: back } = this.#back;
    const useful: Link[] = [];
    /** Nodes that a shortest path passes, by their distance from its start. */
    const passed = new Map<number, Set<string>>();
    const pass = (depth: number, node: string) => {
      const nodes = passed.get(depth) ?? new Set();
      passed.set(depth, nodes.add(node));
    };
    for (const [node, depth] of ahead) {
      const rest = behind.get(node);
      if (rest !== undefined && depth + rest === this.#met) pass(depth, node);
    }
    for (let depth = Math.min(front.length, this.#met) - 1; depth >= 0; depth--) {
      for (const link of front[depth] ?? []) {
        if (ahead.get(link.from) !== depth || !passed.get(depth + 1)?.has(link.to)) continue;
        useful.push(link);
        pass(depth, link.from);
      }
    }
    for (let rest = Math.min(back.length, this.#met) - 1; rest >= 0; rest--) {
      const depth = this.#met - rest - 1;
      for (const link of back[rest] ?? []) {
        if (behind.get(link.to) !== rest || !passed.get(depth)?.has(link.from)) continue;
        useful.push(link);
        pass(depth + 1, link.to);
      }
    }
    await this.#links.addAll(useful, budget);
  }

  /**
   * A node that one side has met but not read is as far from its end as was read from there, so a path of the length
   * covered passes it only if the other side has met it too. At a node with very many neighbours this leaves few.
   */
  async #storeWithin(
    ball: Ball,
    other: Ball,
    reachedBy: (link: Link) => string,
    budget: SearchBudget,
  ): Promise<void> {
    const [useful, waiting]: [Link[], Link[]] = [[], []];
    for (const [i, link] of ball.waiting.entries()) {
      if (i % 5_000 === 4_999) await budget.breathe();
      const reached = reachedBy(link);
      const isRead = (ball.depths.get(reached) ?? ball.read.length) < ball.read.length;
      (isRead || other.depths.has(reached) ? useful : waiting).push(link);
    }
    ball.waiting = waiting;
    await this.#links.addAll(useful, budget);
  }

  async #grow(ball: Ball, other: Ball, side: 'ahead' | 'behind', budget: SearchBudget): Promise<void> {
    const links = await this.#source.read(ball.frontier, side, budget);
    const leading: Link[] = [];
    const next: string[] = [];
    const level = ball.read.length + 1;
    this.#looked += links.length;
    budget.checkLinks(this.#looked);
    for (const [i, link] of links.entries()) {
      if (i % 5_000 === 4_999) await budget.breathe();
      const reached = side === 'ahead' ? link.to : link.from;
      if (reached === ball.root) continue;
      leading.push(link);
      if (ball.depths.has(reached)) continue;
      ball.depths.set(reached, level);
      // A path without a node twice ends at the other end: what lies behind it is not looked for.
      if (reached !== other.root) next.push(reached);
      const rest = other.depths.get(reached);
      if (rest !== undefined) this.#met = Math.min(this.#met, level + rest);
    }
    ball.read.push(leading);
    for (const link of leading) ball.waiting.push(link);
    ball.frontier = next;
    ball.effort = undefined;
  }

  /** One node may have more links than all others together. */
  async #effortOf(ball: Ball, side: 'ahead' | 'behind', budget: SearchBudget): Promise<number> {
    if (ball.effort !== undefined) return ball.effort;
    let effort = 0;
    for (const [i, node] of ball.frontier.entries()) {
      if (i % 5_000 === 4_999) await budget.breathe();
      effort += this.#source.sizeOf?.(node, side) ?? 1;
    }
    ball.effort = effort;
    return effort;
  }
}
