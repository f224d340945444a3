import type { HeldLinks } from './held-links.ts';
import type { Link } from './link-store.ts';
import type { LinkReader, LinkSource } from './read-links.ts';
import type { SearchBudget } from './search-budget.ts';

/**
 * Links for the first questions to a graph: asked of the engine while they are being brought into memory, and
 * taken from there as soon as they are. What the engine is still reading then is given up: at a node with very
 * many neighbours it takes longer than bringing in the whole graph.
 */
export class SoonerLinks implements LinkSource {
  readonly #held: HeldLinks;
  readonly #reader: LinkReader;
  #coming: Promise<void> | undefined;
  #source: LinkSource | undefined;

  constructor(held: HeldLinks, reader: LinkReader) {
    this.#held = held;
    this.#reader = reader;
  }

  async read(nodes: readonly string[], side: 'ahead' | 'behind', budget: SearchBudget): Promise<Link[]> {
    if (this.#source !== undefined) return this.#source.read(nodes, side, budget);
    this.#coming ??= this.#come(budget);
    const stop = new AbortController();
    const byEngine = this.#reader.read(nodes, side, budget, stop.signal);
    const sooner = await Promise.race([byEngine, this.#coming.then(() => this.#source)]);
    if (sooner === undefined) return byEngine;
    if (Array.isArray(sooner)) return sooner;
    byEngine.catch(() => undefined);
    stop.abort();
    return sooner.read(nodes, side, budget);
  }

  async #come(budget: SearchBudget): Promise<void> {
    await this.#held.ready();
    const { latest } = this.#held;
    if (latest === undefined) return;
    const options = { signal: budget.signal, timeoutMs: budget.remaining };
    // What is wrong with the engine its own answer tells.
    const isCurrent = await this.#held.isCurrent(latest, options).catch(() => false);
    if (isCurrent) this.#source = latest.source(this.#reader.rules);
  }
}
