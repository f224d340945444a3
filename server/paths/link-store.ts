import type { SearchBudget } from './search-budget.ts';

/** One direction in which a relationship may be walked. */
export interface Link {
  relationship: string;
  type: string;
  from: string;
  to: string;
  /** Whether walking it goes with the relationship's own direction. */
  forward: boolean;
  status: string;
  /** ISO, may be a year or a month only; undefined also where no question about dates is asked. */
  date: string | undefined;
  /** How many quotes it rests on. */
  evidence: number;
}

/** The same relationship walked the other way. */
export function wayBack(link: Link): Link {
  return { ...link, from: link.to, to: link.from, forward: !link.forward };
}

const RANK: Record<string, number> = { asserted: 0, attributed: 1, planned: 2, background: 3 };

function rankOf(link: Link): number {
  return RANK[link.status] ?? 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The best supported first: by status, then by the number of quotes, then by id. */
export function compareLinks(a: Link, b: Link): number {
  return rankOf(a) - rankOf(b) || b.evidence - a.evidence || compareText(a.relationship, b.relationship);
}

/** How well a chain of hops is supported. */
export interface Strength {
  /** Background hops, planned ones and attributed ones, in this order. */
  weak: readonly number[];
  quotes: number;
  /** The nodes' ids, as one text. */
  key: string;
}

const WEAK_RANKS = [3, 2, 1] as const;

/** The strength of a chain whose hops are given by their best links. */
export function strengthOf(links: readonly Link[]): Strength {
  const weak = WEAK_RANKS.map((rank) => links.filter((link) => rankOf(link) === rank).length);
  const quotes = links.reduce((sum, link) => sum + Math.min(link.evidence, 3), 0);
  return { weak, quotes, key: JSON.stringify(links.map((link) => link.to)) };
}

/** The strongest first: fewer background, planned and attributed hops, then more quotes, then by the nodes' ids. */
export function compareStrengths(a: Strength, b: Strength): number {
  for (const [i, count] of a.weak.entries()) {
    const difference = count - (b.weak[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return b.quotes - a.quotes || compareText(a.key, b.key);
}

/** From so many parallel links on they are looked up rather than gone through. */
const CROWD = 32;

function keyOf({ relationship, forward }: Link): string {
  return `${forward ? '>' : '<'}${relationship}`;
}

/** The links read so far, by both of their ends; parallel ones lie together. */
export class LinkStore {
  readonly #out = new Map<string, Map<string, Link[]>>();
  readonly #in = new Map<string, string[]>();
  readonly #sorted = new Map<string, string[]>();
  /** Keys of the links of a hop, where there are many. */
  readonly #crowds = new Map<readonly Link[], Set<string>>();
  #size = 0;

  /** Adds a link unless it is held already; one that goes nowhere never is. */
  add(link: Link): void {
    const { from, to } = link;
    if (from === to) return;
    let targets = this.#out.get(from);
    if (targets === undefined) {
      targets = new Map();
      this.#out.set(from, targets);
    }
    const parallel = targets.get(to);
    if (parallel !== undefined) {
      if (this.#holds(parallel, link)) return;
      parallel.push(link);
    } else {
      targets.set(to, [link]);
      this.#sorted.delete(from);
      const sources = this.#in.get(to);
      if (sources === undefined) this.#in.set(to, [from]);
      else sources.push(from);
    }
    this.#size += 1;
  }

  /** How many links are held. */
  get size(): number {
    return this.#size;
  }

  #holds(parallel: readonly Link[], link: Link): boolean {
    if (parallel.length < CROWD) {
      return parallel.some(
        ({ relationship, forward }) => relationship === link.relationship && forward === link.forward,
      );
    }
    const crowd = this.#crowds.get(parallel) ?? new Set(parallel.map(keyOf));
    this.#crowds.set(parallel, crowd);
    if (crowd.has(keyOf(link))) return true;
    crowd.add(keyOf(link));
    return false;
  }

  /** The nodes that one step leads to, in a stable order. */
  nextOf(node: string): readonly string[] {
    const known = this.#sorted.get(node);
    if (known !== undefined) return known;
    const sorted = [...(this.#out.get(node)?.keys() ?? [])].sort();
    this.#sorted.set(node, sorted);
    return sorted;
  }

  /** All links of one hop, the best supported first. */
  between(from: string, to: string): Link[] {
    return [...(this.#out.get(from)?.get(to) ?? [])].sort(compareLinks);
  }

  /** The best supported link of one hop. */
  bestBetween(from: string, to: string): Link | undefined {
    let best: Link | undefined;
    for (const link of this.#out.get(from)?.get(to) ?? []) {
      if (best === undefined || compareLinks(link, best) < 0) best = link;
    }
    return best;
  }

  /** Adds links without keeping others waiting. */
  async addAll(links: readonly Link[], budget: SearchBudget): Promise<void> {
    for (const [i, link] of links.entries()) {
      if (i % 1_000 === 999) await budget.breathe();
      this.add(link);
    }
    budget.checkLinks(this.size);
  }

  /** How many steps each node is from the target, over the links held, up to `limit` steps and through none of some. */
  async distancesTo(
    target: string,
    { limit, through }: { limit: number; through: (node: string) => boolean },
    budget: SearchBudget,
  ): Promise<Map<string, number>> {
    const distances = new Map([[target, 0]]);
    let frontier = [target];
    let looked = 0;
    for (let distance = 1; distance <= limit && frontier.length > 0; distance++) {
      const next: string[] = [];
      for (const node of frontier) {
        for (const source of this.#in.get(node) ?? []) {
          looked += 1;
          if (looked % 5_000 === 0) await budget.breathe();
          if (distances.has(source)) continue;
          distances.set(source, distance);
          if (through(source)) next.push(source);
        }
      }
      frontier = next;
    }
    return distances;
  }
}
