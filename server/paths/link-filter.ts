import { STATUSES } from '../contract/evidence.ts';
import type { LinkFilter } from '../contract/paths.ts';
import type { Link } from './link-store.ts';

/** What a walk through the graph may use. */
export interface WalkRules extends LinkFilter {
  direction: 'any' | 'out';
  /** Nodes that the filter of labels does not concern: those asked about. */
  endpoints: readonly string[];
}

/** A relationship as far as a walk needs to know it. */
export interface Step {
  relationship: string;
  type: string;
  source: string;
  target: string;
  status: string;
  /** How many quotes it rests on. */
  evidence: number;
  date?: string | undefined;
}

/** A relationship walked along its own direction, or against it. */
export function linkOf(
  { relationship, type, source, target, status, evidence, date }: Step,
  forward: boolean,
): Link {
  const [from, to] = forward ? [source, target] : [target, source];
  return { relationship, type, from, to, forward, status, evidence, date };
}

/** The statuses that the rules do not let through; a status that nobody knows passes. */
export function excludedStatuses(rules: WalkRules): string[] {
  const allowed = new Set<string>(rules.statuses);
  return STATUSES.filter((status) => !allowed.has(status));
}

/** The rules of a question, applied to one relationship after another. */
export class WalkFilter {
  readonly rules: WalkRules;
  readonly #types: Set<string>;
  readonly #avoidTypes: Set<string>;
  readonly #excluded: readonly string[];
  readonly #avoid: Set<string>;
  readonly #always: Set<string>;

  constructor(rules: WalkRules) {
    this.rules = rules;
    this.#types = new Set(rules.types);
    this.#avoidTypes = new Set(rules.avoidTypes);
    this.#excluded = excludedStatuses(rules);
    this.#avoid = new Set(rules.avoid);
    this.#always = new Set(rules.endpoints);
  }

  get needsLabels(): boolean {
    return this.rules.labels.length > 0 || this.rules.avoidLabels.length > 0;
  }

  /** Whether a walk may go through any node. */
  get passesAllNodes(): boolean {
    return this.#avoid.size === 0 && !this.needsLabels;
  }

  /** Whether a walk may go through a node. */
  passesNode(id: string, labels: readonly string[]): boolean {
    if (this.#avoid.has(id)) return false;
    if (!this.needsLabels || this.#always.has(id)) return true;
    const { labels: only, avoidLabels } = this.rules;
    if (only.length > 0 && !labels.some((label) => only.includes(label))) return false;
    return !labels.some((label) => avoidLabels.includes(label));
  }

  passesRelationship({ type, status, date }: Pick<Step, 'type' | 'status' | 'date'>): boolean {
    if (this.#types.size > 0 && !this.#types.has(type)) return false;
    if (this.#avoidTypes.size > 0 && this.#avoidTypes.has(type)) return false;
    if (this.#excluded.includes(status)) return false;
    return date === undefined || !this.#isAfter(date);
  }

  /** The ways in which a relationship may be walked. */
  linksOf(step: Step): Link[] {
    return this.rules.direction === 'out' ? [linkOf(step, true)] : [linkOf(step, true), linkOf(step, false)];
  }

  /** A partial date counts as after only when all of it is: 2023 is not after 2023-01-13. */
  #isAfter(date: string): boolean {
    return this.rules.asOf !== undefined && date > lastOf(this.rules.asOf);
  }
}

/** A text after every date that lies within a year, month or day, and before those that follow. */
export function lastOf(date: string): string {
  return `${date}~`;
}
