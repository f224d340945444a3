import { QueryTimeout } from '../database/database-errors.ts';
import type { GraphDatabase, Identity, Row } from '../database/graph-database.ts';
import { matchNodes, nodeIdOf, relationshipIdOf } from '../queries/public-ids.ts';
import { evidenceCountOf } from '../queries/read-evidence.ts';
import { countOf, textListOf, textOf } from '../queries/read-rows.ts';
import { excludedStatuses, linkOf, WalkFilter, type WalkRules } from './link-filter.ts';
import type { Link } from './link-store.ts';
import { BudgetSpent, type SearchBudget } from './search-budget.ts';

/** Ids given to one query; more go in several. */
const BATCH = 2_000;

/** Where a search gets its links from. */
export interface LinkSource {
  /**
   * The links that lead away from the given nodes (`ahead`) or up to them (`behind`); with direction `any` those of
   * every relationship at them.
   */
  read(nodes: readonly string[], side: 'ahead' | 'behind', budget: SearchBudget): Promise<Link[]>;
  /** How many links are looked at for one of these nodes, where it is known beforehand. */
  sizeOf?(node: string, side: 'ahead' | 'behind'): number;
}

/** Reads the links at a set of nodes that the rules of a question let through, from the engine. */
export class LinkReader implements LinkSource {
  readonly #database: GraphDatabase;
  readonly #identity: Identity;
  readonly #filter: WalkFilter;

  constructor(database: GraphDatabase, identity: Identity, rules: WalkRules) {
    this.#database = database;
    this.#identity = identity;
    this.#filter = new WalkFilter(rules);
  }

  /** What the links are read by. */
  get rules(): WalkRules {
    return this.#filter.rules;
  }

  /** Rejects with `QueryCancelled` once `stop` is aborted. */
  async read(
    nodes: readonly string[],
    side: 'ahead' | 'behind',
    budget: SearchBudget,
    stop?: AbortSignal,
  ): Promise<Link[]> {
    const links: Link[] = [];
    const signals = [budget.signal, stop].flatMap((signal) => signal ?? []);
    const signal = signals.length > 1 ? AbortSignal.any(signals) : signals[0];
    for (let i = 0; i < nodes.length; i += BATCH) {
      for (const match of matchNodes(this.#identity, nodes.slice(i, i + BATCH))) {
        budget.checkTime();
        const cypher = this.#cypher(match.pattern, match.condition('n', 'ids'), side);
        const rows = await this.#rows(cypher, match.ids, budget, signal);
        for (const [n, row] of rows.entries()) {
          if (n % 1_000 === 999) await budget.breathe();
          const link = this.#linkOf(row, side);
          if (link !== undefined) links.push(link);
        }
        budget.checkLinks(links.length);
      }
    }
    return links;
  }

  /** A query that outlives the budget ends the search, not the question. */
  async #rows(
    cypher: string,
    ids: readonly string[],
    budget: SearchBudget,
    signal: AbortSignal | undefined,
  ): Promise<Row[]> {
    const { types, avoidTypes } = this.#filter.rules;
    const parameters = { ids, types, avoidTypes, excluded: excludedStatuses(this.#filter.rules) };
    try {
      return await this.#database.read(cypher, parameters, {
        signal,
        timeoutMs: budget.remaining,
      });
    } catch (error) {
      throw error instanceof QueryTimeout ? new BudgetSpent('time') : error;
    }
  }

  #cypher(pattern: string, condition: string, side: 'ahead' | 'behind'): string {
    const { types, avoidTypes, direction, asOf } = this.#filter.rules;
    const where = [condition];
    if (types.length > 0) where.push('type(r) IN $types');
    if (avoidTypes.length > 0) where.push('NOT type(r) IN $avoidTypes');
    // A graph that Throughline did not load may use the word for something else.
    if (this.#identity === 'own') where.push("NOT coalesce(r.status, 'asserted') IN $excluded");
    const own = this.#identity === 'own';
    const columns = [
      `${nodeIdOf(this.#identity, 'n')} AS near`,
      `${nodeIdOf(this.#identity, 'm')} AS other`,
      'type(r) AS type',
      own ? "coalesce(r.status, 'asserted') AS status" : "'asserted' AS status",
      `${own ? evidenceCountOf('r') : '0'} AS evidence`,
    ];
    // What a question does not need is not sent: rows cost more than walking.
    if (own && asOf !== undefined) columns.push('r.date AS date');
    if (this.#filter.needsLabels) columns.push('labels(m) AS labels');
    if (own) where.push('NOT m:Passage AND NOT m:SourceDocument');
    const arm = (outgoing: boolean) => {
      const [a, b] = outgoing ? ['n', 'm'] : ['m', 'n'];
      return `MATCH (n${pattern})${outgoing ? '-[r]->' : '<-[r]-'}(m) WHERE ${where.join(' AND ')}
        RETURN ${columns.join(', ')}, ${relationshipIdOf(this.#identity, 'r', a, b)} AS id, ${outgoing} AS outgoing`;
    };
    if (direction === 'out') return arm(side === 'ahead');
    return `${arm(true)}\nUNION ALL\n${arm(false)}`;
  }

  #linkOf(row: Row, side: 'ahead' | 'behind'): Link | undefined {
    const other = textOf(row, 'other');
    if (!this.#filter.passesNode(other, textListOf(row.labels))) return undefined;
    const near = textOf(row, 'near');
    const isOutgoing = row.outgoing === true;
    const [source, target] = isOutgoing ? [near, other] : [other, near];
    const step = {
      relationship: textOf(row, 'id'),
      type: textOf(row, 'type'),
      source,
      target,
      status: textOf(row, 'status'),
      evidence: countOf(row, 'evidence'),
      date: typeof row.date === 'string' && row.date !== '' ? row.date : undefined,
    };
    if (!this.#filter.passesRelationship(step)) return undefined;
    return linkOf(step, isOutgoing === (side === 'ahead'));
  }
}
