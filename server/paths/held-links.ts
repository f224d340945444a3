import type { GraphDatabase } from '../database/graph-database.ts';
import { countOf, textListOf, textOf } from '../queries/read-rows.ts';
import { HeldDetails } from './held-details.ts';
import { linkOf, type Step, WalkFilter, type WalkRules } from './link-filter.ts';
import type { Link } from './link-store.ts';
import type { Known } from './read-linked.ts';
import type { LinkSource } from './read-links.ts';
import type { SearchBudget } from './search-budget.ts';

/** Nodes whose relationships are read at once. */
const BATCH = 2_000;
const READ_TIMEOUT_MS = 60_000;

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

/**
 * What walks need of a graph, in memory: read behind the scenes at the first question, and only from an engine
 * that vouches for the graph it holds, so that nothing held is ever out of date. Larger graphs, and engines
 * whose data may change at any time, are read anew for each question.
 */
export class HeldLinks {
  readonly #database: GraphDatabase;
  readonly #limit: number;
  #held: { revision: string; nodes: Map<string, HeldNode> | 'too large' } | undefined;
  #reading: Promise<void> | undefined;
  #details: HeldDetails | undefined;

  /** Holds at most `limit` relationships. */
  constructor(database: GraphDatabase, limit: number) {
    this.#database = database;
    this.#limit = limit;
  }

  /** The links of the graph as it is now; undefined while they are not held. */
  source(rules: WalkRules): LinkSource | undefined {
    const revision = this.#database.revision();
    if (revision === undefined || this.#limit === 0) return undefined;
    if (this.#held?.revision !== revision) {
      void this.ready();
      return undefined;
    }
    const { nodes } = this.#held;
    return nodes === 'too large' ? undefined : new HeldSource(nodes, new WalkFilter(rules));
  }

  /** What is held in full of the graph as it is now; more of it as time goes on. */
  get details(): Known | undefined {
    const details = this.#details;
    return details !== undefined && details.revision === this.#database.revision() ? details : undefined;
  }

  /** Whether the links may yet come to be held. */
  get mayCome(): boolean {
    const revision = this.#database.revision();
    if (this.#limit === 0 || revision === undefined) return false;
    return this.#held?.nodes !== 'too large' || this.#held.revision !== revision;
  }

  /** Resolves once the links of the graph are held, or cannot be. */
  ready(): Promise<void> {
    this.#reading ??= this.#read()
      // The questions themselves tell what is wrong with the engine.
      .catch(() => undefined)
      .finally(() => {
        this.#reading = undefined;
      });
    return this.#reading;
  }

  async #read(): Promise<void> {
    const revision = this.#database.revision();
    if (revision === undefined || this.#held?.revision === revision) return;
    this.#held = undefined;
    this.#details = undefined;
    const read = (cypher: string, parameters = {}) =>
      this.#database.read(cypher, parameters, { timeoutMs: READ_TIMEOUT_MS });
    const [total] = await read('MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS count');
    if (countOf(total, 'count') > this.#limit) {
      this.#held = { revision, nodes: 'too large' };
      return;
    }
    const nodes = new Map<string, HeldNode>();
    const words = new Map<string, string>();
    /** The same text is kept once. */
    const once = (text: string) => {
      const known = words.get(text);
      if (known === undefined) words.set(text, text);
      return known ?? text;
    };
    for (const row of await read('MATCH (n:Entity) RETURN n.id AS id, labels(n) AS labels')) {
      nodes.set(once(textOf(row, 'id')), { labels: textListOf(row.labels).map(once), out: [], in: [] });
    }
    const ids = [...nodes.keys()];
    for (let start = 0; start < ids.length; start += BATCH) {
      const rows = await read(
        `MATCH (a:Entity)-[r]->(b:Entity) WHERE a.id IN $ids
         RETURN a.id AS source, b.id AS target, r.id AS id, type(r) AS type,
                coalesce(r.status, 'asserted') AS status, coalesce(size(r.evidence), 0) AS evidence, r.date AS date`,
        { ids: ids.slice(start, start + BATCH) },
      );
      for (const row of rows) {
        const step: Step = {
          relationship: textOf(row, 'id'),
          type: once(textOf(row, 'type')),
          source: once(textOf(row, 'source')),
          target: once(textOf(row, 'target')),
          status: once(textOf(row, 'status')),
          evidence: countOf(row, 'evidence'),
          date: typeof row.date === 'string' && row.date !== '' ? once(row.date) : undefined,
        };
        const link = { forward: linkOf(step, true), backward: linkOf(step, false) };
        nodes.get(step.source)?.out.push(link);
        nodes.get(step.target)?.in.push(link);
      }
    }
    // A graph swapped in meanwhile may have answered some of these.
    if (this.#database.revision() !== revision) return;
    this.#held = { revision, nodes };
    this.#details = new HeldDetails(revision);
    // What is not held is read by each question.
    void this.#details.fill(this.#database, sizesOf(nodes)).catch(() => undefined);
  }
}

function* sizesOf(nodes: ReadonlyMap<string, HeldNode>) {
  for (const [id, node] of nodes) yield [id, node.out.length] as const;
}

/** Where a node's links are, and which end of them is the other one. */
const ENDS = [
  { ways: 'out', other: 'to' },
  { ways: 'in', other: 'from' },
] as const;

class HeldSource implements LinkSource {
  readonly #nodes: ReadonlyMap<string, HeldNode>;
  readonly #filter: WalkFilter;

  constructor(nodes: ReadonlyMap<string, HeldNode>, filter: WalkFilter) {
    this.#nodes = nodes;
    this.#filter = filter;
  }

  async read(nodes: readonly string[], side: 'ahead' | 'behind', budget: SearchBudget): Promise<Link[]> {
    const links: Link[] = [];
    budget.checkTime();
    let looked = 0;
    const both = this.#filter.rules.direction === 'any';
    // To look at a node among very many takes longer than all the rest.
    const passesAll = this.#filter.passesAllNodes;
    for (const id of nodes) {
      const node = this.#nodes.get(id);
      if (node === undefined) continue;
      for (const end of both ? ENDS : [side === 'ahead' ? ENDS[0] : ENDS[1]]) {
        for (const { forward, backward } of node[end.ways]) {
          looked += 1;
          if (looked % 1_000 === 0) await budget.breathe();
          if (!this.#filter.passesRelationship(forward)) continue;
          if (!passesAll && !this.#passes(forward[end.other])) continue;
          links.push(forward);
          if (both) links.push(backward);
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
