import type { GraphDatabase, Identity } from '../database/graph-database.ts';
import { HeldDetails } from './held-details.ts';
import { linkOf, type Step, WalkFilter, type WalkRules } from './link-filter.ts';
import type { Link } from './link-store.ts';
import type { LinkSource } from './read-links.ts';
import type { SearchBudget } from './search-budget.ts';

/** A relationship, ready to be walked both ways. */
interface HeldLink {
  forward: Link;
  backward: Link;
}

interface HeldNode {
  labels: readonly string[];
  out: HeldLink[];
  in: HeldLink[];
}

/** The nodes of a graph and what ties them, as far as walks need to know them. */
export class HeldNodes {
  readonly #nodes = new Map<string, HeldNode>();

  add(id: string, labels: readonly string[]): void {
    this.#nodes.set(id, { labels, out: [], in: [] });
  }

  link(step: Step): void {
    const link = { forward: linkOf(step, true), backward: linkOf(step, false) };
    this.#nodes.get(step.source)?.out.push(link);
    this.#nodes.get(step.target)?.in.push(link);
  }

  get(id: string): HeldNode | undefined {
    return this.#nodes.get(id);
  }

  /** Each with the number of relationships that start at it. */
  *sizes(): Generator<readonly [id: string, size: number]> {
    for (const [id, node] of this.#nodes) yield [id, node.out.length];
  }
}

/** One revision of a graph in memory: all its links, and its words as far as they have been read. */
export class HeldGraph {
  readonly revision: string;
  readonly identity: Identity;
  readonly details: HeldDetails;
  readonly #nodes: HeldNodes;

  constructor(revision: string, identity: Identity, nodes: HeldNodes) {
    this.revision = revision;
    this.identity = identity;
    this.details = new HeldDetails(identity);
    this.#nodes = nodes;
  }

  /** Reads the words of the graph, as many as there is room for; ends when it has changed. */
  fill(database: GraphDatabase): Promise<void> {
    return this.details.fill(database, this.revision, this.#nodes.sizes());
  }

  /** The links that the rules of a question let through. */
  source(rules: WalkRules): LinkSource {
    return new HeldSource(this.#nodes, new WalkFilter(rules));
  }
}

/** Where a node's links are, which end of them is the other one, and which way of each leads away and up to it. */
const ENDS = [
  { at: 'out', other: 'to', ahead: 'forward', behind: 'backward' },
  { at: 'in', other: 'from', ahead: 'backward', behind: 'forward' },
] as const;

class HeldSource implements LinkSource {
  readonly #nodes: HeldNodes;
  readonly #filter: WalkFilter;

  constructor(nodes: HeldNodes, filter: WalkFilter) {
    this.#nodes = nodes;
    this.#filter = filter;
  }

  sizeOf(id: string, side: 'ahead' | 'behind'): number {
    const node = this.#nodes.get(id);
    if (node === undefined) return 0;
    if (this.#filter.rules.direction === 'any') return node.out.length + node.in.length;
    return side === 'ahead' ? node.out.length : node.in.length;
  }

  async read(nodes: readonly string[], side: 'ahead' | 'behind', budget: SearchBudget): Promise<Link[]> {
    const links: Link[] = [];
    budget.checkTime();
    let looked = 0;
    const { direction } = this.#filter.rules;
    const ends = direction === 'any' ? ENDS : [side === 'ahead' ? ENDS[0] : ENDS[1]];
    // To look at a node among very many takes longer than all the rest.
    const passesAll = this.#filter.passesAllNodes;
    for (const id of nodes) {
      const node = this.#nodes.get(id);
      if (node === undefined) continue;
      for (const end of ends) {
        for (const ways of node[end.at]) {
          looked += 1;
          if (looked % 1_000 === 0) await budget.breathe();
          if (!this.#filter.passesRelationship(ways.forward)) continue;
          if (!passesAll && !this.#passes(ways.forward[end.other])) continue;
          links.push(ways[end[side]]);
        }
      }
      budget.checkLinks(links.length);
    }
    return links;
  }

  #passes(node: string): boolean {
    return this.#filter.passesNode(node, this.#nodes.get(node)?.labels ?? []);
  }
}
